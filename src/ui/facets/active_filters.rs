//! The filters in force, in words.

use crate::dataset::Vocabulary;
use crate::explore::{Constraint, ViewState};
use crate::ui::Words;

use super::value_name;

/// A filter in force.
#[derive(Clone, Debug, PartialEq)]
pub struct ActiveFilter {
    /// What it is called.
    pub name: String,
    /// The view without it.
    pub without: ViewState,
}

/// The filters of a view: the search, each value that is chosen, the years.
pub fn active_filters(
    words: Words,
    state: &ViewState,
    vocabulary: &Vocabulary,
) -> Vec<ActiveFilter> {
    let mut filters = Vec::new();
    let mut push = |name: String, without| filters.push(ActiveFilter { name, without });
    if state.is_searching() {
        push(
            format!("“{}”", state.q.trim()),
            state.without(Constraint::Query),
        );
    }
    for (facet, id) in state.choices.iter() {
        let without = ViewState {
            choices: state.choices.dropping(facet, id),
            ..state.clone()
        };
        push(value_name(vocabulary, facet, id, words.0), without);
    }
    if let Some(years) = years(words, state) {
        push(years, state.without(Constraint::Years));
    }
    filters
}

fn years(words: Words, state: &ViewState) -> Option<String> {
    match (state.from, state.to) {
        (Some(from), Some(to)) if from == to => Some(from.to_string()),
        (Some(from), Some(to)) => Some(format!("{from}–{to}")),
        (Some(from), None) => Some(words.years_from(from)),
        (None, Some(to)) => Some(words.years_to(to)),
        (None, None) => None,
    }
}
