//! A record: the shape of its file, and what the rest of the explorer works with.
//!
//! These types are the one definition of the format: the JSON Schema is generated from them. Reading forgives what is
//! missing, so that the checker can report all faults of a file at once; a record within a
//! [`Dataset`](super::Dataset) has been found sound.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::read_written;
#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::read_fields;
use super::{
    About, Aliases, Amount, Correction, Doubt, DoubtKind, Milestone, PartialDate, Source, Text,
    Unreadable,
};

/// One initiative: who did what, when, with how much money, and how we know.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Initiative {
    /// Lower-case words joined by hyphens; the same as the file's name. It never changes its meaning.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = patterns::ID)))]
    pub id: String,
    /// Former ids of this record, and ids of records merged into it: old addresses lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(inner(regex(pattern = patterns::ID))))]
    pub aliases: Vec<String>,
    /// The official name.
    pub name: Text,
    /// Whether the Chinese name is our own translation, because no source gave one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub name_translated: bool,
    /// One to three ids of themes, the main one first.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 3)))]
    pub themes: Vec<String>,
    /// The id of a kind.
    pub kind: String,
    /// Ids of sectors.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// What it is about, one to six topics, each with the fact or the milestone that says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 6)))]
    pub topics: Vec<About>,
    /// Who takes part, the most important first.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub organisations: Vec<Part>,
    /// When it began: a year, a month or a day.
    pub start: PartialDate,
    /// When it ended; absent while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Which of `start` and `end` are estimates, and read "about 2018" on the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(inner(regex(pattern = patterns::ABOUT))))]
    pub about: Vec<String>,
    /// The id of a status.
    pub status: String,
    /// The date of the page that gives the status.
    pub status_as_of: PartialDate,
    /// The id of a place, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// One or two sentences: what it is and why it matters.
    pub summary: Text,
    /// Two to five statements, each with its sources.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub facts: Vec<Fact>,
    /// What happened when, in order.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Sums of money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<Amount>,
    /// Sums that its texts name and that are no sums of it, such as a threshold or somebody else's money, in whole Hong
    /// Kong dollars.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(inner(range(min = 1))))]
    pub aside: Vec<u64>,
    /// Ties to other records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Relation>,
    /// The pages that the record rests on; facts name them by their number in this list, from 1.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub sources: Vec<Source>,
    /// What sources disagree on, and what could not be confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// The day on which the record was last held against its sources, sentence by sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("pattern" = patterns::DAY)))]
    pub checked: Option<PartialDate>,
    /// What was wrong and has been put right, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// A caption of a few words, for the few records that the overview's picture names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landmark: Option<Text>,
    /// What people type who know neither its name nor the terms, as far as the record does not say it already.
    #[serde(default, skip_serializing_if = "Aliases::is_empty")]
    pub keywords: Aliases,
}

impl Initiative {
    /// Reads a record by its shape alone: what the build has checked needs no second check.
    ///
    /// # Errors
    /// That it is no JSON, or where it is of another shape.
    pub fn read(file: &str, json: &str) -> Result<Self, Unreadable> {
        read_written(file, json)
    }

    /// Whether its sources say different things.
    pub fn is_disputed(&self) -> bool {
        let mut doubts = self.doubts.iter();
        doubts.any(|doubt| doubt.kind == DoubtKind::Disagree)
    }

    /// Whether a date of it, `start` or `end`, is an estimate.
    pub fn is_about(&self, field: &str) -> bool {
        self.about.iter().any(|about| about == field)
    }
}

/// An organisation's part in an initiative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Part {
    /// The id of an organisation.
    pub id: String,
    /// The id of a role.
    pub role: String,
}

/// A tie from this record to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Relation {
    /// The id of the other record.
    pub id: String,
    /// The id of a relation, read from this record to the other: this one *succeeds* that one.
    pub relation: String,
    /// Numbers of this record's sources that say so, from 1; empty where only the other record's do, or where the two
    /// are merely related.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(inner(range(min = 1))))]
    pub sources: Vec<usize>,
}

impl Relation {
    /// The relation that says no more than that two records have something in common, which is ours to judge.
    pub const RELATED: &str = "related";

    /// Whether it says how the two belong together, for which there has to be a source.
    pub fn is_typed(&self) -> bool {
        self.relation != Self::RELATED
    }
}

/// A statement and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Fact {
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(length(min = 1), inner(range(min = 1)))
    )]
    pub sources: Vec<usize>,
}

read_fields!(Initiative {
    id,
    aliases,
    name,
    name_translated,
    themes,
    kind,
    sectors,
    topics,
    organisations,
    start,
    end,
    about,
    status,
    status_as_of,
    place,
    summary,
    facts,
    milestones,
    amounts,
    aside,
    related,
    sources,
    doubts,
    checked,
    corrections,
    landmark,
    keywords
});

read_fields!(Fact { text, sources });

read_fields!(Part { id, role });

read_fields!(Relation {
    id,
    relation,
    sources
});
