//! A value of a facet with its box and its count.

use leptos::prelude::*;

use super::value_name;
use crate::explore::Facet;
use crate::state::Entry;
use crate::ui::components::{ChangingText, Icon};
use crate::ui::{AppState, Library};

/// A value as it is drawn.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Value {
    /// Its place in the vocabulary.
    place: usize,
    id: String,
    name: String,
    /// The hue and the icon of a theme.
    icon: Option<(String, String)>,
}

impl Value {
    /// The value at a place of the vocabulary, in the language of the library.
    pub fn at(library: &Library, facet: Facet, place: usize) -> Option<Self> {
        let vocabulary = library.vocabulary();
        let id = *facet.values(vocabulary).get(place)?;
        let hue = vocabulary.hue(id).filter(|_| facet == Facet::Theme);
        Some(Self {
            place,
            id: id.to_owned(),
            name: value_name(vocabulary, facet, id, library.bundle.lang),
            icon: hue.map(|hue| (hue.to_string(), vocabulary.themes[hue].icon.clone())),
        })
    }
}

/// A value that can be chosen, and how many records have it.
#[component]
pub fn FacetValue(facet: Facet, value: Value) -> impl IntoView {
    let app = AppState::expect();
    let place = value.place;
    let count = Memo::new(move |_| {
        app.rested_results
            .with(|results| results.counts.of(facet).get(place).copied())
            .unwrap_or(0)
    });
    let (id, toggled) = (value.id.clone(), value.id.clone());
    let hue = value.icon.as_ref().map(|(hue, _)| hue.clone());
    view! {
        <li class="facet-value" class:is-zero=move || count.get() == 0 data-hue=hue>
            <label class="facet-label">
                <input
                    type="checkbox"
                    data-value=value.id
                    disabled=app.is_static()
                    prop:checked=move || app.choices.with(|choices| choices.contains(facet, &id))
                    on:change=move |_| app.change(Entry::Push, |state| state.choices.toggle(facet, &toggled))
                />
                {value.icon.map(|(_, path)| view! { <Icon path=path/> })}
                <span class="facet-value-name">{value.name}</span>
                <span class="facet-count"><ChangingText text=Signal::derive(move || count.get().to_string())/></span>
            </label>
        </li>
    }
}
