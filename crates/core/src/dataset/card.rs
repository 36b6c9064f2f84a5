//! What the explorer needs of a record to show, count, order and find it, in one language.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{AmountKind, Evidence, Initiative, Lang, PartialDate, Text, Vocabulary};

/// A record in short, its words in one language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Card {
    /// The record's id.
    pub id: String,
    /// Former ids, under which old addresses still find it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The name in the language of the bundle, and the one that is shown below it ([`Lang::second`]).
    pub name: Text,
    /// Ids of themes, the main one first.
    pub themes: Vec<String>,
    /// The id of its kind.
    pub kind: String,
    /// Ids of sectors.
    pub sectors: Vec<String>,
    /// Ids of topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// The id of its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Ids of the organisations that take part, the most important first.
    pub organisations: Vec<String>,
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
    /// For when something is foreseen, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<PartialDate>,
    /// Every year in which something is dated, in order, each once: its start, its milestones, its end. They follow from
    /// those, so they are not in the file.
    #[serde(skip)]
    pub years: Vec<u16>,
    /// The id of its status.
    pub status: String,
    /// When something was last heard of it.
    pub heard: PartialDate,
    /// What it is, in the language of the bundle.
    pub summary: String,
    /// The largest sum of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<CardAmount>,
    /// How many sources it has.
    pub sources: usize,
    /// What is to be said of how it is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Its caption in the overview's picture, in the language of the bundle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landmark: Option<String>,
}

/// A record's largest sum of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct CardAmount {
    /// Whole Hong Kong dollars.
    pub hkd: u64,
    /// What kind of sum it is, if the data says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AmountKind>,
}

impl Card {
    /// The year in which the first of these began, and the one in which something was last heard of any; `None` where there
    /// are none.
    pub fn years_of(cards: &[&Self]) -> Option<(u16, u16)> {
        let began = cards.iter().map(|card| card.start.year()).min();
        began.zip(cards.iter().map(|card| card.heard.year()).max())
    }

    /// The card of a record in one language, as it is known on a day.
    pub fn new(
        initiative: &Initiative,
        vocabulary: &Vocabulary,
        lang: Lang,
        today: PartialDate,
    ) -> Self {
        let dates_of = |planned: bool| {
            let milestones = initiative.milestones.iter();
            let those = milestones.filter(|milestone| milestone.planned == planned);
            those.map(|milestone| milestone.date).collect()
        };
        Self {
            id: initiative.id.clone(),
            aliases: initiative.aliases.clone(),
            name: initiative.name.only(&[lang, lang.second()]),
            themes: initiative.themes.clone(),
            kind: initiative.kind.clone(),
            sectors: initiative.sectors.clone(),
            topics: initiative
                .topics
                .iter()
                .map(|about| about.id.clone())
                .collect(),
            place: initiative.place.clone(),
            organisations: initiative
                .organisations
                .iter()
                .map(|part| part.id.clone())
                .collect(),
            start: initiative.start,
            end: initiative.end,
            about: initiative.is_about("start"),
            end_about: initiative.is_about("end"),
            milestones: dates_of(false),
            planned: dates_of(true),
            years: Vec::new(),
            status: initiative.status.clone(),
            heard: initiative.last_heard(),
            summary: initiative.summary.get(lang).to_owned(),
            amount: initiative
                .amounts
                .iter()
                .map(|amount| CardAmount {
                    hkd: amount.hkd,
                    kind: amount.kind,
                })
                .max_by_key(|amount| amount.hkd),
            sources: initiative.sources.len(),
            evidence: Evidence::of(initiative, vocabulary, today),
            landmark: initiative
                .landmark
                .as_ref()
                .map(|caption| caption.get(lang).to_owned()),
        }
        .with_years()
    }

    /// The same with the years that follow from its dates.
    pub(super) fn with_years(mut self) -> Self {
        let dates = [self.start].into_iter().chain(self.end);
        let dates = dates.chain(self.milestones.iter().chain(&self.planned).copied());
        let years: BTreeSet<u16> = dates.map(PartialDate::year).collect();
        self.years = years.into_iter().collect();
        self
    }

    /// Whether this is to be said of how it is known.
    pub fn has(&self, evidence: Evidence) -> bool {
        self.evidence.contains(&evidence)
    }
}
