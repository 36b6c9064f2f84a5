//! What decides which records are shown.

use crate::explore::{Choices, Collection, Dated, Sort, ViewState};

/// The part of the view state that decides which records are shown, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// What is searched for, as typed.
    pub q: String,
    /// What is chosen in each facet.
    pub choices: Choices,
    /// The records that somebody picked.
    pub list: Collection,
    /// The first and the last year, where they are set.
    pub years: (Option<u16>, Option<u16>),
    /// What has to have happened in them.
    pub dated: Dated,
    /// The order in force.
    pub order: Sort,
}

impl Narrowing {
    /// That of a view state.
    pub fn of(state: &ViewState) -> Self {
        Self {
            q: state.q.clone(),
            choices: state.choices.clone(),
            list: state.list.clone(),
            years: (state.from, state.to),
            dated: state.dated,
            order: state.order(),
        }
    }
}
