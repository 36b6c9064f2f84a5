//! What the page loads for searching: the words that cards do not have.

use serde::{Deserialize, Serialize};

use super::json::read_written;
use super::{Dataset, Initiative, Lang, Text, Unreadable};

/// The words of all languages in which a search looks.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct SearchTexts {
    /// Those of records.
    pub records: Vec<RecordTexts>,
    /// Those of organisations.
    pub organisations: Vec<Names>,
    /// Those of topics.
    pub topics: Vec<Names>,
    /// Pairs of Han characters, the Traditional and its Simplified form, for every pair that the data has: with them,
    /// either script finds the other.
    pub variants: String,
}

/// The words of a record.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct RecordTexts {
    /// The record's id.
    pub id: String,
    /// The name.
    pub name: Text,
    /// The summary.
    pub summary: Text,
    /// Facts and milestones, a line each.
    pub facts: Text,
}

/// All words for one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Names {
    /// Its id.
    pub id: String,
    /// Names and aliases in all languages, a line each.
    pub words: String,
}

impl SearchTexts {
    /// The words of a data set.
    pub fn new(dataset: &Dataset) -> Self {
        let vocabulary = &dataset.vocabulary;
        let organisations = vocabulary.organisations.iter();
        let topics = vocabulary.topics.iter();
        Self {
            records: dataset.initiatives.iter().map(RecordTexts::new).collect(),
            organisations: organisations
                .map(|body| Names::new(&body.id, &body.name, body.aliases.iter()))
                .collect(),
            topics: topics
                .map(|topic| {
                    let aliases = Lang::ALL
                        .into_iter()
                        .flat_map(|lang| topic.aliases.get(lang));
                    Names::new(&topic.id, &topic.name, aliases)
                })
                .collect(),
            variants: String::new(),
        }
    }

    /// Reads the words that the build has written.
    ///
    /// # Errors
    /// The faults that keep them from being read.
    pub fn read(file: &str, json: &str) -> Result<Self, Unreadable> {
        read_written(file, json)
    }
}

impl RecordTexts {
    fn new(initiative: &Initiative) -> Self {
        let lines = |lang: Lang| {
            let facts = initiative.facts.iter().map(|fact| fact.text.get(lang));
            let milestones = initiative
                .milestones
                .iter()
                .map(|milestone| milestone.text.get(lang));
            facts.chain(milestones).collect::<Vec<_>>().join("\n")
        };
        Self {
            id: initiative.id.clone(),
            name: initiative.name.clone(),
            summary: initiative.summary.clone(),
            facts: Text {
                en: lines(Lang::En),
                zh_hant: lines(Lang::ZhHant),
                zh_hans: lines(Lang::ZhHans),
            },
        }
    }
}

impl Names {
    /// A name in all languages, and its aliases.
    pub fn new<'a>(id: &str, name: &'a Text, aliases: impl Iterator<Item = &'a String>) -> Self {
        let mut words: Vec<&str> = name.iter().map(|(_, words)| words).collect();
        words.extend(aliases.map(String::as_str));
        // Names that are the same in two languages are one word.
        words.sort_unstable();
        words.dedup();
        Self {
            id: id.to_owned(),
            words: words.join("\n"),
        }
    }
}
