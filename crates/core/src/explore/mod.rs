//! What is shown: from a view state to matching records, their order and the counts of every facet.
//!
//! [`Index`] is built once for a set of cards; [`Index::explore`] answers every view state from it. Nothing here
//! draws, fetches or remembers.

mod choices;
mod facet;
mod facets;
mod fold;
mod highlight;
mod index;
mod query;
mod results;
mod state;

pub use choices::Choices;
pub use facet::Facet;
pub use facets::Facets;
pub use fold::{Token, TokenKind, Variants, tokens};
pub use highlight::highlight;
pub use index::Index;
pub use query::{Query, Term, allowed_errors, within_errors};
pub use results::{Constraint, Counts, Results};
pub use state::{Lanes, Setting, Settings, Sort, View, ViewState};
