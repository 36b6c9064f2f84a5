//! The foot of the page: whose words these are, and what the page does not do.

use leptos::prelude::*;

use crate::explore::{Setting, Settings};
use crate::ui::AppState;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let app = AppState::expect();
    move || {
        let is_framed = app
            .view_state
            .with(|state| state.settings.of(Setting::Embed).is_some());
        let words = app.words();
        if !is_framed {
            return view! {
                <footer class="footer">
                    <p>{words.footer_sources()}</p>
                    <p>{words.footer_privacy()}</p>
                </footer>
            }
            .into_any();
        }
        let whole = app.href(|state| state.settings = Settings::default());
        view! {
            <footer class="footer">
                <p>{words.title()}" · "<a href=whole target="_blank" rel="noopener">{words.open_explorer_whole()}</a></p>
            </footer>
        }
        .into_any()
    }
}
