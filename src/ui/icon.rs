//! A theme's icon, drawn from the path in the vocabulary.

use leptos::prelude::*;

/// The icon of a theme; its name always stands beside it.
#[component]
pub fn Icon(
    /// An SVG path on a field of 24 by 24.
    path: String,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path/>
        </svg>
    }
    .into_any()
}
