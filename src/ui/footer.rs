//! The foot of the page: whose words these are, and what the page does not do.

use leptos::prelude::*;

use super::Explorer;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <footer class="footer">
            <p>{explorer.say(|words| words.footer_sources())}</p>
            <p>{explorer.say(|words| words.footer_privacy())}</p>
        </footer>
    }
    .into_any()
}
