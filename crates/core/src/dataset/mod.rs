//! What is known: records, partial dates, texts and vocabulary, and what makes them valid.
//!
//! Files become a [`Dataset`] by [`Dataset::read`], which reports every fault it finds and leaves out what is faulty:
//! whatever stands in a `Dataset` is sound. Others' data sets may be of format 1, and may lack what format 2 added.
//! This module never reads a disk or a network and knows no browser.

mod amount;
mod body;
mod bundle;
mod by_record;
mod card;
mod check;
mod check_aside;
mod check_days;
mod check_initiative;
mod check_lesson;
mod check_life;
mod check_names;
mod check_repeats;
mod check_sources;
mod check_vocabulary;
mod check_words;
mod connected;
mod dataset_file;
mod date;
mod disagreement;
mod doubt;
mod entries;
mod evidence;
mod explorer;
mod fault;
mod format_1;
mod han;
mod hidden;
mod initiative;
mod json;
mod json_error;
mod languages;
mod lesson;
mod list;
mod migrate;
mod milestone;
mod organisation;
#[cfg(not(target_arch = "wasm32"))]
mod patterns;
mod reader;
mod search_texts;
mod source;
mod style;
mod sums;
mod text;
mod ties;
mod topic;
mod unreadable;
mod usage;
mod vocabulary;
mod whole;
mod word;

pub use amount::{Amount, AmountKind, PartOf};
pub use body::Body;
pub use bundle::{Bundle, Development};
pub use by_record::{ByRecord, milestones, read_by_record, sources, sums};
pub use card::{Card, CardAmount};
pub use check_aside::check_aside;
pub use check_days::check_days;
pub use check_lesson::{StepView, check_lesson};
pub use check_names::check_names;
pub use check_sources::{check_doubts, check_sources};
pub use dataset_file::{DatasetFile, Provenance};
pub(crate) use date::days_in_month;
pub use date::{DateError, PartialDate};
pub use doubt::{Correction, Doubt, DoubtKind};
pub use entries::{Entry, Era, Place, RelationKind, Status, Theme};
pub use evidence::Evidence;
pub use explorer::{Explorer, Licence, Publisher, Section};
pub use fault::{Fault, Standard};
pub use initiative::{Fact, Initiative, Part, Relation};
pub use json::decode;
pub use lesson::{Choice, Lesson, MOST_STEPS, Question, Step};
pub use list::List;
pub use migrate::migrate;
pub use milestone::{Milestone, MilestoneKind, Phase};
pub use organisation::Organisation;
pub use search_texts::{Names, RecordTexts, SearchTexts};
pub use source::Source;
pub use style::{check_lesson_style, check_style, check_vocabulary_style};
pub use sums::{check_parts, check_plans, check_sums};
pub use text::{Lang, Text};
pub use ties::check_ties;
pub use topic::{About, Aliases, Topic, TopicGroup};
pub use unreadable::Unreadable;
pub use vocabulary::Vocabulary;
pub use whole::Dataset;

/// The version of the data format that this build writes and reads; data with a higher one is refused by name.
pub const FORMAT: u32 = 2;
