//! A record that has been found sound.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Serialize;

use super::json::read_fields;
use super::{PartialDate, Text};

/// One initiative: who did what, when, with how much money, and how we know.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// Its address, for good.
    pub id: String,
    /// Former ids.
    pub aliases: Vec<String>,
    /// The official name.
    pub name: Text,
    /// Whether the Chinese name is our own translation.
    pub name_translated: bool,
    /// Ids of one to three themes, the main one first.
    pub themes: Vec<String>,
    /// The id of its kind.
    pub kind: String,
    /// Ids of its sectors.
    pub sectors: Vec<String>,
    /// Who takes part.
    pub organisations: Vec<Part>,
    /// When it began.
    pub start: PartialDate,
    /// When it ended, unless it goes on.
    pub end: Option<PartialDate>,
    /// Whether the start is an estimate.
    pub start_about: bool,
    /// Whether the end is an estimate.
    pub end_about: bool,
    /// The id of its status.
    pub status: String,
    /// When the status was last known to hold.
    pub status_as_of: PartialDate,
    /// The id of its place.
    pub place: Option<String>,
    /// What it is and why it matters.
    pub summary: Text,
    /// Statements with sources.
    pub facts: Vec<Fact>,
    /// What happened when, in order of time.
    pub milestones: Vec<Milestone>,
    /// Sums of money.
    pub amounts: Vec<Amount>,
    /// Ties to other records.
    pub related: Vec<Relation>,
    /// The pages that it rests on.
    pub sources: Vec<Source>,
    /// What sources disagree on.
    pub disputed: Option<Text>,
}

/// An organisation's part in an initiative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// The id of an organisation.
    pub id: String,
    /// The id of a role.
    pub role: String,
}

/// A tie from this record to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Relation {
    /// The id of the other record.
    pub id: String,
    /// The id of a relation, read from this record to the other: this one *succeeds* that one.
    pub relation: String,
}

/// A statement with the numbers of its sources, from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1, each within the record's list.
    pub sources: Vec<usize>,
}

/// Which side of a record's life a milestone lies on, where it lies outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before the start: an announcement, a plan, what led to it.
    Before,
    /// After the end: a review, what came of it.
    After,
}

/// Something that happened on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// When.
    pub date: PartialDate,
    /// Where it lies outside the record's life.
    pub phase: Option<Phase>,
    /// What.
    pub text: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Whole Hong Kong dollars, above zero.
    pub hkd: u64,
    /// What the money is.
    pub what: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A page that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// An http or https address with a host; `None` where only a copy was read.
    pub url: Option<String>,
    /// The page's title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// The id of its kind.
    pub kind: String,
}

read_fields!(Part { id, role });

read_fields!(Relation { id, relation });
