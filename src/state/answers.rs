//! What answers searches and filters.

use std::ops::Range;
use std::sync::Arc;

use super::Library;
use crate::dataset::Lang;
use crate::explore::{Index, Offer, Query, Reason, Results, ViewState, highlight};

/// Answers searches and filters over the cards of a library. An [`Index`] does; the state of the page knows it by this
/// trait alone, so that it comes with the chunk of the views of results. The overview needs none.
pub trait Answers: Send + Sync {
    /// The records that a view state shows, in order, and the counts.
    fn explore(&self, state: &ViewState) -> Results;

    /// Where the terms of a query stand in a text, in bytes.
    fn highlight(&self, text: &str, query: &Query) -> Vec<Range<usize>>;

    /// Why a query finds the card at a place, as far as these texts on it do not say so.
    fn reasons(&self, place: usize, query: &Query, lang: Lang, shown: &[&str]) -> Vec<Reason>;

    /// What is called as was typed: topics, organisations and themes.
    fn offers(&self, typed: &str) -> Vec<Offer>;
}

impl Answers for Index {
    fn explore(&self, state: &ViewState) -> Results {
        self.explore(state)
    }

    fn highlight(&self, text: &str, query: &Query) -> Vec<Range<usize>> {
        highlight(text, query, self.variants())
    }

    fn reasons(&self, place: usize, query: &Query, lang: Lang, shown: &[&str]) -> Vec<Reason> {
        self.reasons(place, query, lang, shown)
    }

    fn offers(&self, typed: &str) -> Vec<Offer> {
        self.offers(typed)
    }
}

/// Makes what answers for a library.
pub type MakeAnswers = fn(&Library) -> Arc<dyn Answers>;

/// Makes the index of a library.
pub fn index(library: &Library) -> Arc<dyn Answers> {
    Arc::new(library.index())
}
