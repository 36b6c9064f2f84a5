//! The filters in force, in words.

use leptos::prelude::*;

use super::value_name;
use crate::dataset::Vocabulary;
use crate::explore::{Constraint, Dated, Facet, ViewState};
use crate::state::Narrowing;
use crate::ui::{AppState, Words};

/// A filter in force.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ActiveFilter {
    /// What it is called.
    pub name: String,
    /// The value that is chosen; none for the search or the years.
    value: Option<(Facet, String)>,
    /// What the filter belongs to.
    constraint: Constraint,
}

impl ActiveFilter {
    /// A view without this filter.
    pub fn dropped_from(&self, state: &ViewState) -> ViewState {
        match &self.value {
            Some((facet, id)) => ViewState {
                choices: state.choices.dropping(*facet, id),
                ..state.clone()
            },
            None => state.without(self.constraint),
        }
    }
}

/// The filters in force: the search, as far as typing has come to rest, the collection, each value that is chosen, the years.
pub fn active_filters(app: AppState) -> Memo<Vec<ActiveFilter>> {
    Memo::new(move |_| {
        app.bundle.with(|bundle| {
            let Some(bundle) = bundle else {
                return Vec::new();
            };
            let words = Words(bundle.lang);
            app.rested
                .with(|state| filters(words, &Narrowing::of(state), &bundle.vocabulary))
        })
    })
}

/// The filters of a view in words of a language, where no page shows it.
#[cfg(not(target_arch = "wasm32"))]
pub fn filter_names(words: Words, state: &ViewState, vocabulary: &Vocabulary) -> Vec<String> {
    let filters = filters(words, &Narrowing::of(state), vocabulary);
    filters.into_iter().map(|filter| filter.name).collect()
}

fn filters(words: Words, narrowing: &Narrowing, vocabulary: &Vocabulary) -> Vec<ActiveFilter> {
    let whole = |name: String, constraint| ActiveFilter {
        name,
        value: None,
        constraint,
    };
    let q = narrowing.q.trim();
    let search = (!q.is_empty()).then(|| whole(format!("“{q}”"), Constraint::Query));
    let title = narrowing.list.title.trim();
    let title = if title.is_empty() {
        words.collection()
    } else {
        title
    };
    let list = (!narrowing.list.is_empty()).then(|| whole(title.to_owned(), Constraint::List));
    let values = narrowing.choices.iter().map(|(facet, id)| ActiveFilter {
        name: value_name(vocabulary, facet, id, words.0),
        value: Some((facet, id.to_owned())),
        constraint: Constraint::Facet(facet),
    });
    let years = years(words, narrowing.years).map(|years| match narrowing.dated {
        Dated::Any => years,
        Dated::Began => words.years_began(years),
    });
    let years = years.map(|years| whole(years, Constraint::Years));
    let first = search.into_iter().chain(list);
    first.chain(values).chain(years).collect()
}

fn years(words: Words, years: (Option<u16>, Option<u16>)) -> Option<String> {
    match years {
        (Some(from), Some(to)) if from == to => Some(from.to_string()),
        (Some(from), Some(to)) => Some(format!("{from}–{to}")),
        (Some(from), None) => Some(words.years_from(from)),
        (None, Some(to)) => Some(words.years_to(to)),
        (None, None) => None,
    }
}
