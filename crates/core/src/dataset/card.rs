//! What the explorer needs of a record to show, count, order and find it, in one language.

use serde::{Deserialize, Serialize};

use super::{Initiative, Lang, Part, PartialDate, Text};

/// A record in short. All of its names are here, since search finds any of them; other words are in one language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Card {
    /// The record's id.
    pub id: String,
    /// Former ids, under which old addresses still find it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The name.
    pub name: Text,
    /// Ids of themes, the main one first.
    pub themes: Vec<String>,
    /// The id of its kind.
    pub kind: String,
    /// Ids of sectors.
    pub sectors: Vec<String>,
    /// Who takes part.
    pub organisations: Vec<Part>,
    /// When it began.
    pub start: PartialDate,
    /// When it ended, unless it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Whether the start is an estimate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
    /// Whether the end is an estimate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub end_about: bool,
    /// When its milestones were, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<PartialDate>,
    /// Every year in which something is dated, in order, each once: its start, its milestones, its end.
    pub years: Vec<u16>,
    /// The id of its status.
    pub status: String,
    /// What it is, in the language of the bundle.
    pub summary: String,
    /// The largest sum of money, in whole Hong Kong dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<u64>,
    /// How many sources it has.
    pub sources: usize,
    /// Whether sources disagree.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disputed: bool,
}

impl Card {
    /// The card of a record in one language.
    pub fn new(initiative: &Initiative, lang: Lang) -> Self {
        let dates = [Some(initiative.start), initiative.end]
            .into_iter()
            .flatten();
        let mut years = Vec::new();
        for date in dates.chain(initiative.milestones.iter().map(|milestone| milestone.date)) {
            if let Err(place) = years.binary_search(&date.year()) {
                years.insert(place, date.year());
            }
        }
        Self {
            id: initiative.id.clone(),
            aliases: initiative.aliases.clone(),
            name: initiative.name.clone(),
            themes: initiative.themes.clone(),
            kind: initiative.kind.clone(),
            sectors: initiative.sectors.clone(),
            organisations: initiative.organisations.clone(),
            start: initiative.start,
            end: initiative.end,
            about: initiative.is_about("start"),
            end_about: initiative.is_about("end"),
            milestones: initiative
                .milestones
                .iter()
                .map(|milestone| milestone.date)
                .collect(),
            years,
            status: initiative.status.clone(),
            summary: initiative.summary.get(lang).to_owned(),
            amount: initiative.amounts.iter().map(|amount| amount.hkd).max(),
            sources: initiative.sources.len(),
            disputed: initiative.disputed.is_some(),
        }
    }
}
