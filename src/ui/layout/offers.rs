//! What the search field offers while one types: values of facets that are called so, and the first records found.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::explore::{Facet, View};
use crate::state::Entry;
use crate::ui::facets::value_name;
use crate::ui::{AppState, browser};

/// How many records are offered at most.
const RECORDS: usize = 3;

/// What is offered, and which of it the arrow keys have come to.
#[derive(Clone, Copy)]
pub struct Offers {
    app: AppState,
    /// Whether the reader is typing and has not closed the list.
    is_open: RwSignal<bool>,
    /// What was chosen by keys, whatever is offered by now.
    wanted: RwSignal<Option<Target>>,
    /// What is offered, in order; nothing while the list is closed.
    pub shown: Memo<Vec<Offered>>,
    /// The place of what was chosen by keys.
    pub chosen: Memo<Option<usize>>,
}

/// Where one that is offered leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To all records that have a value of a facet.
    Value(Facet, String),
    /// To a record.
    Record(String),
}

/// One that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Where it leads.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// The name by which it was found, where that is another.
    pub found: Option<String>,
    /// How many records have it; nothing for a record.
    pub records: Option<usize>,
}

impl Target {
    /// The facet of which it is a value; nothing for a record.
    pub fn facet(&self) -> Option<Facet> {
        match self {
            Self::Value(facet, _) => Some(*facet),
            Self::Record(_) => None,
        }
    }
}

impl Offers {
    /// What is offered from now on; at once where it `is_open`.
    pub fn new(app: AppState, is_open: bool) -> Self {
        let is_open = RwSignal::new(is_open);
        let wanted = RwSignal::new(None);
        let typed = Memo::new(move |_| app.view_state.with(|state| state.q.trim().to_owned()));
        let shown = Memo::new(move |_| {
            if is_open.get() {
                typed.with(|typed| offered(app, typed))
            } else {
                Vec::new()
            }
        });
        let chosen = Memo::new(move |_| {
            let wanted = wanted.get()?;
            shown.with(|shown| shown.iter().position(|one| one.target == wanted))
        });
        Self {
            app,
            is_open,
            wanted,
            shown,
            chosen,
        }
    }

    /// Offers what is called as was typed.
    pub fn open(self) {
        self.wanted.set(None);
        self.is_open.set(true);
    }

    /// Offers nothing until more is typed.
    pub fn close(self) {
        self.wanted.set(None);
        self.is_open.set(false);
    }

    /// Whether anything is offered.
    pub fn has_any(self) -> bool {
        self.shown.with(|shown| !shown.is_empty())
    }

    /// Takes a key of the field, where it is one of the list's.
    pub fn take_key(self, event: &KeyboardEvent) {
        let count = self.shown.with_untracked(Vec::len);
        // While an input method composes, the keys are its own.
        if count == 0 || browser::is_composing(event) {
            return;
        }
        let chosen = self.chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.want(chosen.map_or(Some(0), |at| Some(at + 1))),
            "ArrowUp" => self.want(chosen.map_or(Some(count - 1), |at| at.checked_sub(1))),
            "Enter" => match chosen {
                Some(at) => self.choose(at),
                None => self.close(),
            },
            "Escape" => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Comes to the one at a place; to none, and so back to the field, where there is no such place.
    fn want(self, at: Option<usize>) {
        let target = |at: usize| {
            self.shown
                .with_untracked(|shown| Some(shown.get(at)?.target.clone()))
        };
        self.wanted.set(at.and_then(target));
        if let Some(at) = self.chosen.get_untracked() {
            browser::bring_into_view(document().get_element_by_id(&option_id(at)));
        }
    }

    /// Goes to the one at a place: a record opens, a value narrows the records in place of the words.
    pub fn choose(self, at: usize) {
        let target = self
            .shown
            .with_untracked(|shown| Some(shown.get(at)?.target.clone()));
        self.close();
        match target {
            Some(Target::Value(facet, id)) => self.app.change(Entry::Push, |state| {
                let view = state.view;
                *state = state.cleared();
                state.view = if matches!(view, View::Table | View::Timeline) {
                    view
                } else {
                    View::Cards
                };
                state.choices.insert(facet, id);
            }),
            Some(Target::Record(id)) => self.app.open_record(id),
            None => {}
        }
    }
}

/// What is offered for a text: values by their names, then the first records found.
fn offered(app: AppState, typed: &str) -> Vec<Offered> {
    let Some(bundle) = app.bundle.get().filter(|_| !typed.is_empty()) else {
        return Vec::new();
    };
    let lang = bundle.lang;
    let values = app.answers.with(|answers| {
        let answers = answers.as_ref();
        answers
            .map(|answers| answers.offers(typed))
            .unwrap_or_default()
    });
    let values = values.into_iter().map(|offer| {
        let name = value_name(&bundle.vocabulary, offer.facet, &offer.id, lang);
        Offered {
            target: Target::Value(offer.facet, offer.id),
            found: (offer.found != name).then_some(offer.found),
            name,
            records: Some(offer.records),
        }
    });
    let cards = app
        .results
        .with(|results| app.first_cards(results, RECORDS));
    let records = cards.into_iter().map(|card| Offered {
        target: Target::Record(card.id.clone()),
        name: card.name.get(lang).to_owned(),
        found: None,
        records: None,
    });
    values.chain(records).collect()
}

/// The id of the element of the one at a place.
pub fn option_id(at: usize) -> String {
    format!("offer-{at}")
}
