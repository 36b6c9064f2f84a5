//! The matching records as cards, with what narrows them beside.

use leptos::prelude::*;

use super::card::card;
use super::chips::Chips;
use super::facet_panel::FacetPanel;
use super::markup::{Marks, Markup};
use super::order_choice::OrderChoice;
use super::paging::{PAGE, Paging};
use super::{AppState, Words, live};
use crate::explore::{Constraint, ViewState};

/// The view of cards.
#[component]
pub fn CardList() -> impl IntoView {
    let app = AppState::expect();
    let paging = Paging::new(app);
    let shown = paging.shown;
    let total = move || app.results.with(|results| results.cards.len());
    let cards = move || {
        let state = app.view_state.get();
        app.library.with(|library| {
            let Some(library) = library else {
                return String::new();
            };
            // Until the other language's cards are here, these stay as they are.
            let words = Words(library.bundle.lang);
            let mut markup = Markup::default();
            app.query.with(|query| {
                let variants = library.index.variants();
                let marks = Marks { query, variants };
                app.results.with(|results| {
                    for place in results.cards.iter().take(shown.get()) {
                        let Some(shown) = library.bundle.cards.get(*place as usize) else {
                            continue;
                        };
                        let href = ViewState {
                            id: Some(shown.id.clone()),
                            ..state.clone()
                        }
                        .to_href();
                        card(
                            &mut markup,
                            shown,
                            library.vocabulary(),
                            words,
                            &href,
                            marks,
                        );
                    }
                });
            });
            markup.finish()
        })
    };
    let more = move || total().saturating_sub(shown.get());
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <div class="results-head">
                    <h1 id="results-count" class="results-count">{app.say(move |words| words.results_count(total()))}</h1>
                    <Chips/>
                    <OrderChoice/>
                </div>
                <p class="visually-hidden" role="status">{app.say(move |words| words.results_announced(total()))}</p>
                <div class="cards" inner_html=cards></div>
                {live(move || (total() == 0).then(|| view! { <NothingFound/> }.into_any()))}
                {live(move || (more() > 0).then(|| view! {
                    <button type="button" class="button more" on:click=move |_| paging.show_more()>
                        {app.say(move |words| words.show_more(more().min(PAGE)))}
                    </button>
                }.into_any()))}
            </section>
        </div>
    }
    .into_any()
}

/// What was searched for, and the one thing whose dropping helps most.
#[component]
fn NothingFound() -> impl IntoView {
    let app = AppState::expect();
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
            Constraint::Facet(facet) => super::facet_list::facet_name(words, facet).to_owned(),
            Constraint::Years => words.facet_years().to_owned(),
        }
    };
    view! {
        <div class="nothing">
            <p class="nothing-sentence">
                {live(move || if searched().is_empty() {
                    app.words().nothing().to_owned()
                } else {
                    app.words().nothing_for(searched())
                })}
            </p>
            <p class="nothing-ways">
                {live(move || costliest().map(|(constraint, left)| view! {
                    <a class="button" href=app.link(move |state| *state = state.without(constraint))>
                        {app.say(move |words| words.drop_constraint(name(constraint), left))}
                    </a>
                }.into_any()))}
                <a class="button" href=app.link(move |state| *state = state.cleared())>
                    {app.say(|words| words.clear_all())}
                </a>
            </p>
        </div>
    }
    .into_any()
}
