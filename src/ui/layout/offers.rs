//! What the search field offers while one types: values of facets that are called so, and the first records found. The
//! field and its list are a combobox, as WAI-ARIA's patterns have it: the focus stays in the field.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::explore::{Facet, View};
use crate::state::Entry;
use crate::ui::facets::value_name;
use crate::ui::{AppState, browser};

/// How many records are offered at most.
const RECORDS: usize = 3;

/// What is offered, and which of it is chosen.
#[derive(Clone, Copy)]
pub struct Offers {
    app: AppState,
    /// Whether the reader is typing and has not closed the list.
    is_open: RwSignal<bool>,
    /// The place of the one that the arrow keys have come to.
    pub chosen: RwSignal<Option<usize>>,
    /// What is offered, in order; nothing while the list is closed.
    pub shown: Memo<Vec<Shown>>,
}

/// One that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The facet of which it is a value; nothing for a record.
    pub facet: Option<Facet>,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The name by which it was found, where that is another.
    pub found: Option<String>,
    /// How many records have it; nothing for a record.
    pub records: Option<usize>,
}

impl Offers {
    /// Nothing is offered yet.
    pub fn new(app: AppState) -> Self {
        let is_open = RwSignal::new(false);
        let typed = Memo::new(move |_| app.view_state.with(|state| state.q.trim().to_owned()));
        let shown = Memo::new(move |_| {
            if is_open.get() {
                typed.with(|typed| offered(app, typed))
            } else {
                Vec::new()
            }
        });
        Self {
            app,
            is_open,
            chosen: RwSignal::new(None),
            shown,
        }
    }

    /// Offers what is called as was typed.
    pub fn open(self) {
        self.chosen.set(None);
        self.is_open.set(true);
    }

    /// Offers nothing until more is typed.
    pub fn close(self) {
        self.chosen.set(None);
        self.is_open.set(false);
    }

    /// Whether anything is offered.
    pub fn has_any(self) -> bool {
        self.shown.with(|shown| !shown.is_empty())
    }

    /// The id of the element that the arrow keys have come to.
    pub fn chosen_id(self) -> Option<String> {
        self.chosen.get().map(option_id)
    }

    /// Takes a key of the field; whether it was one of the list's.
    pub fn take_key(self, event: &KeyboardEvent) -> bool {
        let count = self.shown.with_untracked(Vec::len);
        // While an input method composes, the keys are its own.
        if count == 0 || event.is_composing() {
            return false;
        }
        let chosen = self.chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.chosen.set(match chosen {
                None => Some(0),
                Some(at) => (at + 1 < count).then_some(at + 1),
            }),
            "ArrowUp" => self.chosen.set(match chosen {
                None => Some(count - 1),
                Some(at) => at.checked_sub(1),
            }),
            "Enter" => match chosen {
                Some(at) => self.choose(at),
                None => self.close(),
            },
            "Escape" => self.close(),
            _ => return false,
        }
        if let Some(at) = self.chosen.get_untracked() {
            browser::bring_into_view(document().get_element_by_id(&option_id(at)));
        }
        event.prevent_default();
        true
    }

    /// Goes to what was chosen: a record opens, a value narrows the records in place of the words.
    pub fn choose(self, at: usize) {
        let shown = self.shown.with_untracked(|shown| shown.get(at).cloned());
        self.close();
        match shown {
            Some(Shown {
                facet: Some(facet),
                id,
                ..
            }) => self.app.change(Entry::Push, |state| {
                let view = state.view;
                *state = state.cleared();
                state.view = if matches!(view, View::Table | View::Timeline) {
                    view
                } else {
                    View::Cards
                };
                state.choices.insert(facet, id);
            }),
            Some(Shown { id, .. }) => self.app.open_record(id),
            None => {}
        }
    }
}

/// What is offered for a text: values by their names, then the first records found.
fn offered(app: AppState, typed: &str) -> Vec<Shown> {
    let Some(bundle) = app.bundle.get() else {
        return Vec::new();
    };
    let lang = bundle.lang;
    let offers = app.answers.with(|answers| {
        let answers = answers.as_ref();
        answers
            .map(|answers| answers.offers(typed))
            .unwrap_or_default()
    });
    let mut shown: Vec<Shown> = offers
        .into_iter()
        .map(|offer| {
            let name = value_name(&bundle.vocabulary, offer.facet, &offer.id, lang);
            Shown {
                facet: Some(offer.facet),
                id: offer.id,
                found: (offer.found != name).then_some(offer.found),
                name,
                records: Some(offer.records),
            }
        })
        .collect();
    if !typed.is_empty() {
        let cards = app
            .results
            .with(|results| app.first_cards(results, RECORDS));
        shown.extend(cards.into_iter().map(|card| Shown {
            facet: None,
            id: card.id.clone(),
            name: card.name.get(lang).to_owned(),
            found: None,
            records: None,
        }));
    }
    shown
}

/// The id of the element of the one at a place.
pub fn option_id(at: usize) -> String {
    format!("offer-{at}")
}
