//! What happened when in a record's life.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reader::read_fields;
use super::word::words;
use super::{PartialDate, Text};

words! {
    /// Which side of a record's life a milestone lies on, where it lies outside.
    pub enum Phase {
        /// Before the start: an announcement, a plan, what led to it.
        Before = "before",
        /// After the end: a review, what came of it.
        After = "after",
    }
}

words! {
    /// What kind of thing a milestone tells.
    pub enum MilestoneKind {
        /// Somebody made it known.
        Announced = "announced",
        /// Money was set aside, approved or raised for it.
        Funded = "funded",
        /// Work or a term began.
        Begun = "begun",
        /// It opened, or could be used from then on.
        Opened = "opened",
        /// Its scope, its name, who runs it or what it offers became another.
        Changed = "changed",
        /// Something came of it: figures, a product, a prize, a report of its own.
        Result = "result",
        /// Others looked at it: a court, an auditor, a study, the press.
        Reviewed = "reviewed",
        /// It ended as meant.
        Ended = "ended",
        /// It was given up.
        Dropped = "dropped",
    }
}

/// Something that happened on a date, or that a source foresaw for it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Milestone {
    /// A year, a month or a day.
    pub date: PartialDate,
    /// Set where the milestone lies before the start or after the end and is meant to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// What kind of thing it tells; absent in data of format 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MilestoneKind>,
    /// Whether the source only foresaw it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(length(min = 1), inner(range(min = 1)))
    )]
    pub sources: Vec<usize>,
}

read_fields!(Milestone {
    date,
    phase,
    kind,
    planned,
    text,
    sources
});
