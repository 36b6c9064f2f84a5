//! What is known: records, partial dates, texts and vocabulary, and what makes them valid.
//!
//! Files become a [`Dataset`] by [`Dataset::read`], which reports every fault it finds and leaves out what is faulty:
//! whatever stands in a `Dataset` is sound. This module never reads a disk or a network and knows no browser.

mod bundle;
mod card;
mod check;
mod check_initiative;
mod check_lesson;
mod check_vocabulary;
mod date;
mod fault;
mod initiative;
mod json;
mod lesson;
mod list;
mod reader;
mod style;
mod text;
mod ties;
mod unreadable;
mod usage;
mod vocabulary;
mod whole;

pub use bundle::{Bundle, Development, SearchTexts};
pub use card::Card;
pub use check_lesson::{StepView, check_lesson};
pub(crate) use date::days_in_month;
pub use date::{DateError, PartialDate};
pub use fault::Fault;
pub use initiative::{Amount, Fact, Initiative, Milestone, Part, Phase, Relation, Source};
pub use lesson::{Choice, Lesson, MOST_STEPS, Question, Step};
pub use list::List;
pub use style::check_style;
pub use text::{Lang, Text};
pub use ties::check_ties;
pub use unreadable::Unreadable;
pub use vocabulary::{
    Entry, Era, Explorer, Organisation, Place, RelationKind, Status, Theme, Vocabulary,
};
pub use whole::{Dataset, DatasetFile};

/// The version of the data format that this build writes and reads; data with a higher one is refused by name.
pub const FORMAT: u32 = 1;
