//! How many records match, and what narrows them.

use leptos::prelude::*;

use crate::ui::AppState;
use crate::ui::collection::{CollectionPlace, KeptSentence};
use crate::ui::components::{ChangingText, Heading};
use crate::ui::facets::Chips;
use crate::ui::kept::KeptLink;
use crate::ui::organisation::OrganisationPlace;

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
            <KeptLink/>
            {children.map(|children| children())}
        </div>
        // Spoken once typing rests, not after each letter.
        <p class="visually-hidden" role="status">
            <ChangingText text=app.say(move |words| words.results_announced(app.rested_total()))/>
        </p>
        <SearchNote/>
        <CollectionPlace/>
        <OrganisationPlace/>
        <KeptSentence/>
    }
}

/// What became of the words that were typed: those put right, with a way back, and that no record has all of them.
#[component]
fn SearchNote() -> impl IntoView {
    let app = AppState::expect();
    let terms = Memo::new(move |_| app.results.with(|results| results.terms));
    let corrected = Memo::new(move |_| app.results.with(|results| results.query.corrected.clone()));
    let typed = Memo::new(move |_| app.view_state.with(|state| state.q.trim().to_owned()));
    let mended = move || {
        let right: Vec<String> = corrected
            .get()
            .into_iter()
            .map(|(_, right)| right)
            .collect();
        let exactly = format!("\"{}\"", typed.get().replace('"', " ").trim());
        (!right.is_empty()).then(|| {
            view! {
                <p>
                    {app.words().mended(right.join(" "))}
                    " "
                    <a href=app.link(move |state| state.q.clone_from(&exactly))>
                        {app.words().search_exactly(typed.get())}
                    </a>
                </p>
            }
        })
    };
    let some = move || {
        let (have, of) = terms.get();
        let words = app.words();
        let sentence = match (have, of) {
            (1, 2) => words.one_of_two_words().to_owned(),
            _ => words.some_words(of, have),
        };
        (0 < have && have < of).then(|| view! { <p>{sentence}</p> })
    };
    view! {
        <div class="search-note" role="status">
            {mended}
            {some}
        </div>
    }
}
