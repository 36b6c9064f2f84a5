//! A theme's icon.

use leptos::prelude::*;

/// A theme's icon, whose name always stands beside it.
#[component]
pub fn Icon(
    /// The path of an SVG of 24 by 24.
    path: String,
) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path></path></svg> }
}
