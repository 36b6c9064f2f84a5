//! What narrows a view, in words.

use crate::dataset::Vocabulary;
use crate::explore::{Constraint, ViewState};
use crate::ui::Words;

use super::value_name;

/// One thing that narrows a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Narrowing {
    /// What it is called.
    pub name: String,
    /// The view without it.
    pub without: ViewState,
}

/// What narrows a view: the search, each value that is chosen, the years.
pub fn narrowings(words: Words, state: &ViewState, vocabulary: &Vocabulary) -> Vec<Narrowing> {
    let mut narrowings = Vec::new();
    let mut push = |name: String, without| narrowings.push(Narrowing { name, without });
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
    narrowings
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
