//! The values of a facet: the first of them, a way to all, and a search within a long facet.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::facet_name;
use super::facet_value::{FacetValue, Value};
use super::names::is_called;
use crate::explore::Facet;
use crate::ui::{AppState, Library};

/// A facet with no more values than this shows them all.
const ALL: usize = 12;
/// How many values a longer one shows before it is asked for more.
const SHORT: usize = 8;
/// How many values a facet ever draws at once; a search within it finds the others.
const LONG: usize = 40;

/// The values of a facet, as far as they are asked for.
#[component]
pub fn FacetValues(facet: Facet) -> impl IntoView {
    let app = AppState::expect();
    let is_long = Memo::new(move |_| {
        let count = |library: &Library| facet.values(library.vocabulary()).len();
        app.library.with(|library| library.as_ref().map(count)) > Some(LONG)
    });
    let sought = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let is_asked = move || all.get() || !sought.with(String::is_empty);
    let places = Memo::new(move |_| ordered_places(app, facet, &sought.read()));
    let count = move || places.with(Vec::len);
    let shown = Memo::new(move |_| {
        let limit = if is_asked() || count() <= ALL {
            LONG
        } else {
            SHORT
        };
        places.with(|places| shown_values(app, facet, places, limit))
    });
    let hidden = move || count().saturating_sub(shown.with(Vec::len));
    let is_none = Memo::new(move |_| count() == 0 && !sought.with(String::is_empty));
    let is_short = Memo::new(move |_| hidden() != 0 && !is_asked());
    let is_cut = Memo::new(move |_| hidden() != 0 && is_asked());
    view! {
        {move || is_long.get().then(|| view! { <SoughtField facet=facet sought=sought/> })}
        <ul class="facet-values">
            <For each=move || shown.get() key=Value::clone children=move |value| view! { <FacetValue facet=facet value=value/> }/>
        </ul>
        {move || is_none.get().then(|| view! { <p class="facet-none">{app.say(|words| words.no_value())}</p> })}
        {move || is_short.get().then(|| view! {
            <button type="button" class="facet-more" on:click=move |_| all.set(true)>
                {app.say(move |words| match count() {
                    count if count > LONG => words.show_more_values(LONG - SHORT, count),
                    count => words.show_all(count),
                })}
            </button>
        })}
        {move || is_cut.get().then(|| view! {
            <p class="facet-none">{app.say(move |words| words.more_values(hidden()))}</p>
        })}
    }
}

/// The field for a search within a facet.
#[component]
fn SoughtField(facet: Facet, sought: RwSignal<String>) -> impl IntoView {
    let app = AppState::expect();
    let label = app.say(move |words| words.search_within(facet_name(words, facet)));
    view! {
        <input
            class="facet-search"
            type="search"
            aria-label=label.clone()
            placeholder=label
            prop:value=sought
            on:input=move |event| {
                app.prepare_search();
                sought.set(event_target_value(&event));
            }
        />
    }
}

/// The places in the vocabulary of the values that are called as sought: those of a facet with many, of no order of
/// their own, by how many records have them, others as the vocabulary has them.
fn ordered_places(app: AppState, facet: Facet, sought: &str) -> Vec<usize> {
    app.library.with(|library| {
        let Some(library) = library else {
            return Vec::new();
        };
        let ids = facet.values(library.vocabulary());
        let is_sought =
            |id: &str| sought.trim().is_empty() || is_called(library, facet, id, sought);
        let mut places: Vec<usize> = (0..ids.len())
            .filter(|place| is_sought(ids[*place]))
            .collect();
        if matches!(facet, Facet::Topic | Facet::Org | Facet::Place) {
            app.results.with(|results| {
                let counts = results.counts.of(facet);
                places.sort_by_key(|place| Reverse(counts.get(*place)));
            });
        }
        places
    })
}

/// The first of some values, and those further on that are chosen: they stay in sight.
fn shown_values(app: AppState, facet: Facet, places: &[usize], limit: usize) -> Vec<Value> {
    app.library.with(|library| {
        let Some(library) = library else {
            return Vec::new();
        };
        let ids = facet.values(library.vocabulary());
        let (first, rest) = places.split_at(limit.min(places.len()));
        app.narrowing.with(|narrowing| {
            let is_chosen = |place: &&usize| narrowing.choices.contains(facet, ids[**place]);
            let shown = first.iter().chain(rest.iter().filter(is_chosen));
            shown
                .filter_map(|place| Value::at(library, facet, *place))
                .collect()
        })
    })
}
