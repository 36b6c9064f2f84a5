//! Ways past what stands before.

use leptos::prelude::*;

use crate::ui::{AppState, Words};

/// A link, shown when it has the focus, that leads past what stands before: by default, the header.
#[component]
pub fn SkipLink(
    /// The id of what it leads to.
    #[prop(default = "main")]
    to: &'static str,
    /// What it says.
    #[prop(default = |words| words.skip())]
    label: fn(Words) -> &'static str,
) -> impl IntoView {
    let app = AppState::expect();
    view! { <a class="skip" href=format!("#{to}")>{app.say(label)}</a> }
}
