//! The list of what the search field offers. Field and list are a combobox, as WAI-ARIA's patterns have it: the focus stays in
//! the field.

use leptos::ev::{blur, input, keydown};
use leptos::html::Input;
use leptos::prelude::*;
use leptos_use::{UseEventListenerOptions, use_event_listener, use_event_listener_with_options};

use super::offers::{Offered, Offers, option_id};
use crate::explore::Facet;
use crate::ui::facets::facet_name;
use crate::ui::{AppState, Words, browser};

/// The id of the list.
const LIST: &str = "offers";

/// What a search field offers, in groups with a heading each; nothing where there is nothing. It makes the field, which was a
/// plain one until now, that of a combobox.
#[component]
pub fn OfferList(field: NodeRef<Input>) -> impl IntoView {
    let app = AppState::expect();
    // Somebody may have typed while this was on its way.
    let has_typed = field
        .get_untracked()
        .is_some_and(|field| !field.value().is_empty());
    let offers = Offers::new(app, has_typed && browser::has_focus("search"));
    listen(field, offers);
    tell_state(field, offers);
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
            // A press must not take the focus from the field.
            <div
                id=LIST
                class="offers"
                role="listbox"
                aria-label=app.say(|words| words.offers())
                on:mousedown=|event| event.prevent_default()
            >
                {groups}
            </div>
        </Show>
    }
}

/// Follows what happens in the field. The list hears a key before the field, whose Escape would clear it.
fn listen(field: NodeRef<Input>, offers: Offers) {
    let first = UseEventListenerOptions::default().capture(true);
    let _ = use_event_listener_with_options(
        field,
        keydown,
        move |event| offers.take_key(&event),
        first,
    );
    // What was typed before the program was there is put in again when nobody is in the field any more.
    let _ = use_event_listener(field, input, move |_| {
        if browser::has_focus("search") {
            offers.open();
        }
    });
    let _ = use_event_listener(field, blur, move |_| offers.close());
}

/// Tells of the list at the field.
fn tell_state(field: NodeRef<Input>, offers: Offers) {
    Effect::new(move || {
        let Some(field) = field.get() else { return };
        let chosen = offers.chosen.get().map(option_id);
        let is_expanded = offers.has_any().to_string();
        for (name, value) in [
            ("role", Some("combobox")),
            ("aria-autocomplete", Some("list")),
            ("aria-controls", Some(LIST)),
            ("aria-expanded", Some(&*is_expanded)),
            ("aria-activedescendant", chosen.as_deref()),
        ] {
            // Neither can fail: the names are sound.
            let _ = match value {
                Some(value) => field.set_attribute(name, value),
                None => field.remove_attribute(name),
            };
        }
    });
}

/// Values of one facet, or records, each with its place in the list.
type Group = (Option<Facet>, Vec<(usize, Offered)>);

/// What follows each other and is of one kind.
fn grouped(shown: Vec<Offered>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, one) in shown.into_iter().enumerate() {
        let facet = one.target.facet();
        match groups.last_mut() {
            Some((of, group)) if *of == facet => group.push((at, one)),
            _ => groups.push((facet, vec![(at, one)])),
        }
    }
    groups
}

/// Values of one facet, or records.
#[component]
fn Kind(
    offers: Offers,
    facet: Option<Facet>,
    group: Vec<(usize, Offered)>,
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
fn Choice(offers: Offers, at: usize, one: Offered) -> impl IntoView {
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
