//! What the page loads for searching: the words that cards do not have.

use serde::{Deserialize, Serialize};

use super::json::read_written;
use super::{Aliases, Dataset, Entry, Initiative, Lang, Text, Unreadable, Vocabulary};

/// The words of all languages in which a search looks.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct SearchTexts {
    /// Those of records.
    pub records: Vec<RecordTexts>,
    /// Those of organisations.
    pub organisations: Vec<Names>,
    /// Those of topics.
    pub topics: Vec<Names>,
    /// Those of themes.
    pub themes: Vec<Names>,
    /// Those of sectors.
    pub sectors: Vec<Names>,
    /// Those of kinds.
    pub kinds: Vec<Names>,
    /// Those of places.
    pub places: Vec<Names>,
    /// Pairs of Han characters, the Traditional and its Simplified form, for every pair that the data has: with them,
    /// either script finds the other.
    pub variants: String,
    /// Words that mean the same, in the form that `explore::Synonyms` reads: a group a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub synonyms: String,
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
    /// What else people type who look for it, a line each.
    #[serde(default)]
    pub keywords: Text,
    /// The ids of the organisations that lead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<String>,
    /// Its sums, in whole Hong Kong dollars.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<u64>,
}

/// All words for one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Names {
    /// Its id.
    pub id: String,
    /// Its names in all languages, a line each.
    pub words: String,
    /// The other words for it in all languages, a line each.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aliases: String,
}

impl SearchTexts {
    /// The words of a data set.
    pub fn new(dataset: &Dataset) -> Self {
        let vocabulary = &dataset.vocabulary;
        let organisations = vocabulary.organisations.iter();
        let all = |id: &str, name: &Text, aliases: &Aliases| Names::new(id, name, aliases.iter());
        let entries = |entries: &[Entry]| {
            let entries = entries.iter();
            entries
                .map(|entry| all(&entry.id, &entry.name, &entry.aliases))
                .collect()
        };
        Self {
            records: dataset
                .initiatives
                .iter()
                .map(|initiative| RecordTexts::new(initiative, vocabulary))
                .collect(),
            organisations: organisations
                .map(|body| Names::new(&body.id, &body.name, body.aliases.iter()))
                .collect(),
            topics: vocabulary
                .topics
                .iter()
                .map(|topic| all(&topic.id, &topic.name, &topic.aliases))
                .collect(),
            themes: vocabulary
                .themes
                .iter()
                .map(|theme| all(&theme.id, &theme.name, &theme.aliases))
                .collect(),
            sectors: entries(&vocabulary.sectors),
            kinds: entries(&vocabulary.kinds),
            places: vocabulary
                .places
                .iter()
                .map(|place| all(&place.id, &place.name, &place.aliases))
                .collect(),
            variants: String::new(),
            synonyms: String::new(),
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
    fn new(initiative: &Initiative, vocabulary: &Vocabulary) -> Self {
        let lead = vocabulary.roles.first().map(|role| &role.id);
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
            keywords: Text {
                en: initiative.keywords.en.join("\n"),
                zh_hant: initiative.keywords.zh_hant.join("\n"),
                zh_hans: initiative.keywords.zh_hans.join("\n"),
            },
            leads: initiative
                .organisations
                .iter()
                .filter(|part| Some(&part.role) == lead)
                .map(|part| part.id.clone())
                .collect(),
            sums: initiative.amounts.iter().map(|amount| amount.hkd).collect(),
        }
    }
}

impl Names {
    /// A name in all languages, and its aliases.
    pub fn new<'a>(id: &str, name: &'a Text, aliases: impl Iterator<Item = &'a String>) -> Self {
        Self {
            id: id.to_owned(),
            words: lines(name.iter().map(|(_, words)| words)),
            aliases: lines(aliases.map(String::as_str)),
        }
    }
}

/// A line for each word; those that are the same in two languages are one.
fn lines<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    words.join("\n")
}
