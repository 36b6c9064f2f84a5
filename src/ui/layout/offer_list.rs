//! The list of what the search field offers.

use leptos::prelude::*;

use super::offers::{Offers, Shown, option_id};
use crate::explore::Facet;
use crate::ui::facets::facet_name;
use crate::ui::{AppState, Words};

/// The id of the list.
pub const LIST: &str = "offers";

/// What is offered, in groups with a heading each; nothing where there is nothing.
#[component]
pub fn OfferList(offers: Offers) -> impl IntoView {
    let app = AppState::expect();
    let groups = move || {
        let words = app.words();
        let groups = grouped(offers.shown.get()).into_iter();
        let groups = groups.map(
            |(facet, group)| view! { <Kind offers=offers facet=facet group=group words=words/> },
        );
        groups.collect_view()
    };
    view! {
        <Show when=move || offers.has_any()>
            // The focus stays in the field.
            <div
                id=LIST
                class="offers"
                role="listbox"
                aria-label=app.say(|words| words.offers())
                on:pointerdown=|event| event.prevent_default()
                on:mousedown=|event| event.prevent_default()
            >
                {groups}
            </div>
        </Show>
    }
}

/// Values of one facet, or records, each with its place in the list.
type Group = (Option<Facet>, Vec<(usize, Shown)>);

/// What follows each other and is of one kind.
fn grouped(shown: Vec<Shown>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, one) in shown.into_iter().enumerate() {
        match groups.last_mut() {
            Some((facet, group)) if *facet == one.facet => group.push((at, one)),
            _ => groups.push((one.facet, vec![(at, one)])),
        }
    }
    groups
}

/// Values of one facet, or records.
#[component]
fn Kind(
    offers: Offers,
    facet: Option<Facet>,
    group: Vec<(usize, Shown)>,
    words: Words,
) -> impl IntoView {
    let name = facet.map_or(words.footer_initiatives(), |facet| facet_name(words, facet));
    let options = group
        .into_iter()
        .map(|(at, one)| view! { <Choice offers=offers at=at one=one/> });
    view! {
        <div role="group" aria-label=name>
            <p class="offers-kind" aria-hidden="true">{name}</p>
            {options.collect_view()}
        </div>
    }
}

/// One that is offered: its name, the word by which it was found, and how many records have it.
#[component]
fn Choice(offers: Offers, at: usize, one: Shown) -> impl IntoView {
    let is_chosen = move || offers.chosen.get() == Some(at);
    view! {
        <div
            id=option_id(at)
            class="offer"
            role="option"
            aria-selected=move || is_chosen().to_string()
            on:click=move |_| offers.choose(at)
        >
            <span class="offer-name">{one.name}</span>
            {one.found.map(|found| view! { <span class="offer-found">{found}</span> })}
            {one.records.map(|records| view! { <span class="offer-count">{records}</span> })}
        </div>
    }
}
