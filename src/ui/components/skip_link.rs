//! The way past the header.

use leptos::prelude::*;

use crate::ui::AppState;

/// A link, shown when it has the focus, that leads past the header.
#[component]
pub fn SkipLink() -> impl IntoView {
    let app = AppState::expect();
    view! { <a class="skip" href="#main">{app.say(|words| words.skip())}</a> }
}
