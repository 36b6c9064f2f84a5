//! The Hong Kong AI Explorer.

use leptos::prelude::*;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    view! { <h1>"Hong Kong AI Explorer"</h1> }
}
