//! The shape of the files, as people write them: every part may be missing or wrong.
//!
//! These types are the one definition of the format: the JSON Schema is generated from them. They forgive what
//! is missing so that the checker can report all faults of a file at once, in words of its own.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Serialize;

use super::json::{Reader, parse, read_fields};
use super::{Part, Phase, Relation, Text, Vocabulary};

/// One initiative, as its file holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct InitiativeFile {
    /// Lower-case words joined by hyphens; the same as the file's name. It never changes its meaning.
    pub id: String,
    /// Former ids of this record, and ids of records merged into it: old addresses lead here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The official name.
    pub name: Text,
    /// Whether the Chinese name is our own translation, because no source gave one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub name_translated: bool,
    /// One to three ids of themes, the main one first.
    pub themes: Vec<String>,
    /// The id of a kind.
    pub kind: String,
    /// Ids of sectors.
    pub sectors: Vec<String>,
    /// Who takes part, the most important first.
    pub organisations: Vec<Part>,
    /// When it began: a year, a month or a day.
    pub start: String,
    /// When it ended; absent while it goes on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub end: String,
    /// Which of `start` and `end` are estimates, and read "about 2018" on the page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// The id of a status.
    pub status: String,
    /// The date of the page that gives the status.
    pub status_as_of: String,
    /// The id of a place, if it has one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// One or two sentences: what it is and why it matters.
    pub summary: Text,
    /// Two to five statements, each with its sources.
    pub facts: Vec<FactFile>,
    /// What happened when, in order.
    pub milestones: Vec<MilestoneFile>,
    /// Sums of money.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<AmountFile>,
    /// Ties to other records.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Relation>,
    /// The pages that the record rests on; facts name them by their number in this list, from 1.
    pub sources: Vec<SourceFile>,
    /// What sources disagree on or could not be confirmed, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Text>,
}

impl InitiativeFile {
    /// Reads a record as far as it can be read, whether it is sound or not.
    pub fn read(json: &str) -> Option<Self> {
        parse("", json)
            .ok()
            .map(|json| Reader::read_value("", &json).0)
    }
}

/// A statement and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FactFile {
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// Something that happened on a date.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct MilestoneFile {
    /// A year, a month or a day.
    pub date: String,
    /// Set where the milestone lies before the start or after the end and is meant to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A sum of money.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct AmountFile {
    /// Whole Hong Kong dollars, above zero.
    pub hkd: i64,
    /// What the money is.
    pub what: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A page that was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct SourceFile {
    /// An http or https address; absent where only a copy without address was read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// The page's title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, if known: a year, a month or a day.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub published: String,
    /// The id of a kind of source: `primary` or `secondary`.
    pub kind: String,
}

/// A whole data set in one file, as `?data=` takes it and as the build offers it for reuse.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct DatasetFile {
    /// The version of the format, [`super::FORMAT`].
    pub format: u32,
    /// Themes, kinds, organisations and whatever else records refer to.
    pub vocabulary: Vocabulary,
    /// The records.
    pub initiatives: Vec<InitiativeFile>,
}

read_fields!(InitiativeFile {
    id,
    aliases,
    name,
    name_translated,
    themes,
    kind,
    sectors,
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
    related,
    sources,
    disputed
});

read_fields!(FactFile { text, sources });

read_fields!(MilestoneFile {
    date,
    phase,
    text,
    sources
});

read_fields!(AmountFile { hkd, what, sources });

read_fields!(SourceFile {
    url,
    title,
    publisher,
    published,
    kind
});
