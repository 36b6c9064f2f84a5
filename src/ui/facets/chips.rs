//! What narrows the view, each with a cross.

use leptos::prelude::*;

use super::facet_list::value_name;
use crate::explore::{Constraint, ViewState};
use crate::ui::{AppState, live};

/// The choices in force, each removable, and a way to clear them all.
#[component]
pub fn Chips() -> impl IntoView {
    let app = AppState::expect();
    let chips = move || {
        let words = app.words();
        let state = app.view_state.get();
        let mut chips: Vec<(String, ViewState)> = Vec::new();
        if state.is_searching() {
            chips.push((
                format!("“{}”", state.q.trim()),
                state.without(Constraint::Query),
            ));
        }
        app.library.with(|library| {
            let Some(library) = library else { return };
            for (facet, id) in state.choices.iter() {
                let name = value_name(library.vocabulary(), facet, id, words.0);
                let without = ViewState {
                    choices: state.choices.dropping(facet, id),
                    ..state.clone()
                };
                chips.push((name, without));
            }
        });
        let years = match (state.from, state.to) {
            (Some(from), Some(to)) if from == to => Some(from.to_string()),
            (Some(from), Some(to)) => Some(format!("{from}–{to}")),
            (Some(from), None) => Some(words.years_from(from)),
            (None, Some(to)) => Some(words.years_to(to)),
            (None, None) => None,
        };
        chips.extend(years.map(|years| (years, state.without(Constraint::Years))));
        chips
    };
    view! {
        <ul class="chips" aria-label=app.say(|words| words.chips())>
            {live(move || chips().into_iter().map(|(name, without)| {
                let remove = app.words().remove();
                view! {
                    <li>
                        <a class="chip" href=app.href_to(&without)>
                            <span class="visually-hidden">{remove}</span>
                            {name}
                            <span class="chip-cross" aria-hidden="true">"×"</span>
                        </a>
                    </li>
                }
                .into_any()
            }).collect_view())}
            {live(move || app.view_state.with(ViewState::is_narrowed).then(|| view! {
                <li>
                    <a class="clear" href=app.link(move |state| *state = state.cleared())>
                        {app.say(|words| words.clear_all())}
                    </a>
                </li>
            }.into_any()))}
        </ul>
    }
    .into_any()
}
