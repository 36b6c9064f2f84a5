//! What the page loads first: the cards of one language with the vocabulary.

use serde::{Deserialize, Serialize};

use super::dataset_file::known_format;
use super::json::{parse, read_written};
use super::{Card, Dataset, FORMAT, Initiative, Lang, PartialDate, Text, Unreadable, Vocabulary};

/// How many of the newest developments a bundle carries.
const DEVELOPMENTS: usize = 6;
/// How many of those that are planned it carries.
const PLANS: usize = 4;

/// Everything that overview and cards need, in one language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Bundle {
    /// The version of the format.
    pub format: u32,
    /// The language of summaries and developments.
    pub lang: Lang,
    /// When the data was last changed, if known.
    pub updated: Option<PartialDate>,
    /// What cards refer to, in this language alone.
    pub vocabulary: Vocabulary,
    /// The cards, in the order of their names in this language.
    pub cards: Vec<Card>,
    /// What happened last, the newest first.
    pub newest: Vec<Development>,
    /// What is planned for after that, the next first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<Development>,
}

/// A milestone as the overview tells it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Development {
    /// The record's id.
    pub id: String,
    /// When.
    pub date: PartialDate,
    /// What, in the language of the bundle.
    pub text: String,
}

impl Bundle {
    /// The place of a record's card, by its id or a former one.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        let present = self.cards.iter().position(|card| card.id == id);
        let former = |card: &Card| card.aliases.iter().any(|alias| alias == id);
        present.or_else(|| self.cards.iter().position(former))
    }

    /// The bundle of a data set in one language, its cards in the order given. `today` is the last day on which
    /// something counts as having happened.
    pub fn new(dataset: &Dataset, lang: Lang, today: PartialDate) -> Self {
        let mut newest: Vec<(PartialDate, &Initiative, &Text)> = dataset
            .initiatives
            .iter()
            .filter_map(|initiative| {
                let past = initiative.milestones.iter().filter(|milestone| {
                    !milestone.planned && milestone.date.first() <= today.last()
                });
                past.max_by_key(|milestone| milestone.date)
                    .map(|last| (last.date, initiative, &last.text))
            })
            .collect();
        newest.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        // What has begun by now may still come in the month or the year that is named.
        let records = dataset.initiatives.iter();
        let mut planned: Vec<(PartialDate, &Initiative, &Text)> = records
            .filter_map(|initiative| {
                let plans = initiative.milestones.iter().filter(|milestone| {
                    milestone.planned && milestone.date.last() >= today.first()
                });
                let next = plans.min_by_key(|milestone| milestone.date.last())?;
                Some((next.date, initiative, &next.text))
            })
            .collect();
        planned.sort_by_key(|(date, initiative, _)| (date.last(), &initiative.id));
        let development =
            |(date, initiative, text): (PartialDate, &Initiative, &Text)| Development {
                id: initiative.id.clone(),
                date,
                text: text.get(lang).to_owned(),
            };
        Self {
            format: FORMAT,
            lang,
            updated: None,
            vocabulary: dataset.vocabulary.only(lang),
            cards: dataset
                .initiatives
                .iter()
                .map(|initiative| Card::new(initiative, &dataset.vocabulary, lang, today))
                .collect(),
            newest: newest
                .into_iter()
                .take(DEVELOPMENTS)
                .map(development)
                .collect(),
            planned: planned.into_iter().take(PLANS).map(development).collect(),
        }
    }

    /// Reads a bundle that the build has written.
    ///
    /// # Errors
    /// What keeps it from being read: no JSON, another shape, or a newer format.
    pub fn read(file: &str, json: &str) -> Result<Self, Unreadable> {
        let bundle = read_written::<Self>(file, json);
        match &bundle {
            Ok(bundle) if bundle.format <= FORMAT => {}
            // Of a newer format that is told, whatever else is wrong.
            _ => known_format(file, &parse(file, json)?)?,
        }
        bundle.map(|bundle| Self {
            cards: bundle.cards.into_iter().map(Card::with_years).collect(),
            ..bundle
        })
    }
}
