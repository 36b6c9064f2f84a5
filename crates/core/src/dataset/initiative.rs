//! A record: the shape of its file, and what the rest of the explorer works with.
//!
//! These types are the one definition of the format: the JSON Schema is generated from them. Reading forgives what is
//! missing, so that the checker can report all faults of a file at once; a record within a
//! [`Dataset`](super::Dataset) has been found sound.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::{Json, read_written};
use super::reader::{Read, Reader, read_fields};
use super::{PartialDate, Text, Unreadable};

/// One initiative: who did what, when, with how much money, and how we know.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Initiative {
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
    pub start: PartialDate,
    /// When it ended; absent while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Which of `start` and `end` are estimates, and read "about 2018" on the page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// The id of a status.
    pub status: String,
    /// The date of the page that gives the status.
    pub status_as_of: PartialDate,
    /// The id of a place, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// One or two sentences: what it is and why it matters.
    pub summary: Text,
    /// Two to five statements, each with its sources.
    pub facts: Vec<Fact>,
    /// What happened when, in order.
    pub milestones: Vec<Milestone>,
    /// Sums of money.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<Amount>,
    /// Ties to other records.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Relation>,
    /// The pages that the record rests on; facts name them by their number in this list, from 1.
    pub sources: Vec<Source>,
    /// What sources disagree on or could not be confirmed, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Text>,
}

impl Initiative {
    /// Reads a record by its shape alone: what the build has checked needs no second check.
    ///
    /// # Errors
    /// That it is no JSON, or where it is of another shape.
    pub fn read(file: &str, json: &str) -> Result<Self, Unreadable> {
        read_written(file, json)
    }

    /// Whether a date of it, `start` or `end`, is an estimate.
    pub fn is_about(&self, field: &str) -> bool {
        self.about.iter().any(|about| about == field)
    }
}

/// An organisation's part in an initiative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    /// The id of an organisation.
    pub id: String,
    /// The id of a role.
    pub role: String,
}

/// A tie from this record to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Relation {
    /// The id of the other record.
    pub id: String,
    /// The id of a relation, read from this record to the other: this one *succeeds* that one.
    pub relation: String,
}

/// A statement and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Fact {
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// Which side of a record's life a milestone lies on, where it lies outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before the start: an announcement, a plan, what led to it.
    Before,
    /// After the end: a review, what came of it.
    After,
}

/// Something that happened on a date.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Milestone {
    /// A year, a month or a day.
    pub date: PartialDate,
    /// Set where the milestone lies before the start or after the end and is meant to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// One sentence.
    pub text: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A sum of money.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Amount {
    /// Whole Hong Kong dollars, above zero.
    pub hkd: u64,
    /// What the money is.
    pub what: Text,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A page that was read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    /// An http or https address; absent where only a copy without address was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The page's title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, if known: a year, a month or a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// The id of a kind of source: `primary` or `secondary`.
    pub kind: String,
}

impl Source {
    /// The address, if it is one that the page may lead to: http or https, and a host that has a name.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| is_web_address(url))
    }
}

/// Whether a text is an http or https address with a host that has a name.
fn is_web_address(url: &str) -> bool {
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority.split(':').next().unwrap_or("");
    // One dot at the end is the root of all names (RFC 1034): some addresses are published so.
    let host = host.strip_suffix('.').unwrap_or(host);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    // A last label that begins with a digit makes browsers read the host as a number: `0x7f.1` is this machine.
    let mut labels = host.rsplit('.');
    let top = labels.next().unwrap_or("");
    top.starts_with(char::is_alphabetic)
        && host.contains('.')
        && labels.all(|label| !label.is_empty())
        && host.chars().all(fits)
        && !authority.contains('@')
        && !url
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
}

read_fields!(Initiative {
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

read_fields!(Fact { text, sources });

read_fields!(Milestone {
    date,
    phase,
    text,
    sources
});

read_fields!(Amount { hkd, what, sources });

read_fields!(Source {
    url,
    title,
    publisher,
    published,
    kind
});

read_fields!(Part { id, role });

read_fields!(Relation { id, relation });

impl Read for Option<Phase> {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        match String::read(json, reader).as_str() {
            "before" => Some(Phase::Before),
            "after" => Some(Phase::After),
            _ => {
                reader.fault(
                    "is neither \"before\" nor \"after\"; write one of them, or leave it out"
                        .to_owned(),
                );
                None
            }
        }
    }
}
