//! What is not sure in a record, and what was put right.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::patterns;
use super::reader::read_fields;
use super::word::words;
use super::{PartialDate, Text};

words! {
    /// Why something is in doubt.
    pub enum DoubtKind {
        /// Sources say different things.
        Disagree = "disagree",
        /// Nobody says otherwise, but it could not be confirmed.
        Unconfirmed = "unconfirmed",
    }
}

/// Something that is not sure.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(extend(
        "if" = { "properties": { "kind": { "const": "disagree" } } },
        "then" = { "properties": { "sources": { "minItems": 1 } }, "required": ["sources"] }
    ))
)]
pub struct Doubt {
    /// Why it is in doubt.
    pub kind: DoubtKind,
    /// What it is, in one or two sentences; where sources disagree, each is named.
    pub text: Text,
    /// Numbers of the sources that it is about, from 1; where sources disagree there is at least one.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(inner(range(min = 1))))]
    pub sources: Vec<usize>,
}

/// Something that was wrong and has been put right.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Correction {
    /// The day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("pattern" = patterns::DAY)))]
    pub date: PartialDate,
    /// What it was and what it is now, in one sentence.
    pub text: Text,
}

read_fields!(Doubt {
    kind,
    text,
    sources
});

read_fields!(Correction { date, text });
