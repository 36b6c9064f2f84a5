//! What stands in place of the cards where nothing matches.

use leptos::prelude::*;

use crate::explore::Constraint;
use crate::ui::AppState;
use crate::ui::facets::facet_name;

/// What was searched for, and the one thing whose dropping helps most; of data without records, that it has none.
#[component]
pub fn NothingFound() -> impl IntoView {
    let app = AppState::expect();
    let is_empty = Memo::new(move |_| {
        app.bundle.with(|bundle| {
            bundle
                .as_ref()
                .is_some_and(|bundle| bundle.cards.is_empty())
        })
    });
    let searched = move || app.view_state.with(|state| state.q.trim().to_owned());
    let costliest = move || {
        app.results.with(|results| {
            results
                .constraints
                .iter()
                .copied()
                .filter(|(_, left)| *left > 0)
                .max_by_key(|(_, left)| *left)
        })
    };
    let name = move |constraint: Constraint| {
        let words = app.words();
        match constraint {
            Constraint::Query => words.search().to_owned(),
            Constraint::List => words.collection().to_owned(),
            Constraint::Facet(facet) => facet_name(words, facet).to_owned(),
            Constraint::Years => words.facet_years().to_owned(),
        }
    };
    view! {
        <div class="nothing">
            <p class="nothing-sentence">
                {move || if is_empty.get() {
                    app.words().nothing_there().to_owned()
                } else if searched().is_empty() {
                    app.words().nothing().to_owned()
                } else {
                    app.words().nothing_for(searched())
                }}
            </p>
            {move || (!is_empty.get()).then(|| view! {
                <p class="nothing-ways">
                    {move || costliest().map(|(constraint, left)| view! {
                        <a class="button" href=app.link(move |state| *state = state.without(constraint))>
                            {app.say(move |words| words.drop_constraint(name(constraint), left))}
                        </a>
                    })}
                    <a class="button" href=app.link(move |state| *state = state.cleared())>
                        {app.say(|words| words.clear_all())}
                    </a>
                </p>
            })}
        </div>
    }
}
