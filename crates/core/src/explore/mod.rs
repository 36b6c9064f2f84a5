//! What is shown: from a view state to matching records, their order and the counts of every facet.
//!
//! [`Index`] is built once for a set of cards; [`Index::explore`] answers every view state from it. Nothing here
//! draws, fetches or remembers.

mod builder;
mod choices;
mod collection;
mod correct;
mod dated;
mod dictionary;
mod expand;
mod facet;
mod facets;
mod fold;
mod form;
mod highlight;
mod hits;
mod index;
mod involvement;
mod near;
mod number;
mod offers;
mod orders;
mod query;
mod reason;
mod resolve;
mod results;
mod score;
mod segment;
mod setting;
mod state;
mod sums;
mod synonyms;
mod table;
mod table_order;
mod texts;
mod things;
mod value;
mod variants;
mod view;
mod words;
mod written_day;

pub use choices::Choices;
pub use collection::Collection;
pub use correct::{allowed_errors, within_errors};
pub use dated::Dated;
pub use facet::Facet;
pub use facets::Facets;
pub use fold::{Token, TokenKind, tokens};
pub use form::stem;
pub use highlight::highlight;
pub use index::Index;
pub use involvement::Involvement;
pub use offers::Offer;
pub use query::{Query, Term, Word};
pub use reason::Reason;
pub use results::{Constraint, Counts, Results};
pub use setting::{Setting, Settings};
pub use state::ViewState;
pub use table::{By, Column, Rows};
pub use variants::Variants;
pub use view::{Lanes, Sort, View};
