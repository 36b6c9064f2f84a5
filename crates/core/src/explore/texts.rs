//! The words of each card, by the field in which they stand.

use std::fmt::Write as _;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::score::{FACTS, FIELDS, KEYWORDS, NAME, NUMBERS, SUMMARY};
use crate::dataset::{Card, Lang, RecordTexts, SearchTexts, Text};

/// Where the words of cards are: in the words for searching, and of cards that these do not have, here.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    shared: Option<Arc<SearchTexts>>,
    cards: Vec<CardTexts>,
}

#[derive(Clone, Debug)]
struct CardTexts {
    words: Words,
    /// The years in which something is dated, the first one twice, the days and months, and the sums.
    numbers: Box<str>,
}

#[derive(Clone, Debug)]
enum Words {
    /// Those of this record of the words for searching.
    Shared(usize),
    /// Name and summary alone.
    Own(Box<(Text, String)>),
}

impl Texts {
    pub fn new(cards: &[Card], shared: Option<Arc<SearchTexts>>) -> Self {
        let records = shared.as_ref().map_or(&[][..], |texts| &texts.records);
        let places: FxHashMap<&str, usize> = records
            .iter()
            .enumerate()
            .map(|(place, record)| (&*record.id, place))
            .collect();
        let of = |card: &Card| CardTexts {
            words: places.get(&*card.id).map_or_else(
                || Words::Own(Box::new((card.name.clone(), card.summary.clone()))),
                |place| Words::Shared(*place),
            ),
            numbers: numbers(
                card,
                places.get(&*card.id).map(|place| &*records[*place].sums),
            ),
        };
        let cards: Vec<CardTexts> = cards.iter().map(of).collect();
        Self { shared, cards }
    }

    /// How many cards there are.
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// How long each field of a card is, in bytes.
    pub fn lengths_of(&self, card: usize) -> [usize; FIELDS] {
        let mut lengths = [0; FIELDS];
        self.each_text(card, |field, text| lengths[field] += text.len());
        lengths
    }

    /// How long each field is on average.
    pub fn mean_lengths(&self) -> [f32; FIELDS] {
        let mut sums = [0; FIELDS];
        for card in 0..self.len() {
            for (sum, length) in sums.iter_mut().zip(self.lengths_of(card)) {
                *sum += length;
            }
        }
        sums.map(|sum| sum as f32 / self.len().max(1) as f32)
    }

    /// Every text of a card with its field, in lines: no phrase reaches over the end of one.
    pub fn each_text<'a>(&'a self, card: usize, mut each: impl FnMut(usize, &'a str)) {
        let card = &self.cards[card];
        let mut all = |field: usize, text: &'a Text| {
            for lang in Lang::ALL {
                each(field, text.get(lang));
            }
        };
        match &card.words {
            Words::Shared(place) => {
                if let Some(record) = self.record(*place) {
                    all(NAME, &record.name);
                    all(SUMMARY, &record.summary);
                    all(FACTS, &record.facts);
                    all(KEYWORDS, &record.keywords);
                }
            }
            Words::Own(words) => {
                all(NAME, &words.0);
                each(SUMMARY, &words.1);
            }
        }
        each(NUMBERS, &card.numbers);
    }

    /// The ids of the organisations that lead a card; `None` where they are not known.
    pub fn leads(&self, card: usize) -> Option<&[String]> {
        self.of_card(card).map(|record| &*record.leads)
    }

    /// The words for searching, where they are here.
    pub fn shared(&self) -> Option<&SearchTexts> {
        self.shared.as_deref()
    }

    /// The words for searching of a card, where they are here.
    pub fn of_card(&self, card: usize) -> Option<&RecordTexts> {
        match &self.cards.get(card)?.words {
            Words::Shared(place) => self.record(*place),
            Words::Own(_) => None,
        }
    }

    fn record(&self, place: usize) -> Option<&RecordTexts> {
        self.shared.as_ref()?.records.get(place)
    }
}

fn numbers(card: &Card, sums: Option<&[u64]>) -> Box<str> {
    let mut numbers = card.start.year().to_string();
    for year in &card.years {
        let _ = write!(numbers, " {year}");
    }
    let dates = [Some(card.start), card.end].into_iter().flatten();
    for date in dates.chain(card.milestones.iter().chain(&card.planned).copied()) {
        let digits = date.to_string().replace('-', "");
        if digits.len() > 4 {
            let _ = write!(numbers, " {digits}");
        }
    }
    let largest = card.amount.as_ref().map(|amount| amount.hkd);
    let largest = largest.as_slice();
    for sum in sums.unwrap_or(largest) {
        let _ = write!(numbers, " {sum}");
    }
    numbers.into()
}
