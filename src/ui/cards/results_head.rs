//! How many records match, and what narrows them.

use leptos::prelude::*;

use crate::ui::AppState;
use crate::ui::components::{ChangingText, Heading};
use crate::ui::facets::Chips;

/// The heading of the results: how many there are, shown and spoken, and what narrows them.
#[component]
pub fn ResultsHead(
    /// The level of the heading.
    #[prop(default = 1)]
    level: u8,
    /// What else stands beside it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = AppState::expect();
    let total = move || app.total();
    view! {
        <div class="results-head">
            <Heading level=level id="results-count" class="results-count">
                <ChangingText text=app.say(move |words| words.results_count(total()))/>
            </Heading>
            <Chips/>
            {children.map(|children| children())}
        </div>
        <p class="visually-hidden" role="status">
            <ChangingText text=app.say(move |words| words.results_announced(total()))/>
        </p>
    }
}
