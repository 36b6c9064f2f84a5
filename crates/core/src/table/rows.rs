//! The rows of the table, and their order.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use super::{Cell, Item, Lists};
use crate::dataset::{Card, PartialDate, Vocabulary};
use crate::explore::{By, Column};
use crate::i18n::Words;

/// A row: the place of its card, and the place of what it shows in the record's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// The place of the card.
    pub card: u32,
    /// The place in the record's list; 0 where the row is the record's own.
    pub item: u32,
}

/// Records in rows and columns, in one language.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    pub(super) words: Words,
    pub(super) vocabulary: &'a Vocabulary,
    cards: &'a [Card],
    pub(super) lists: &'a Lists,
    places: OnceCell<FxHashMap<&'a str, usize>>,
}

/// By what rows are sorted. What is empty comes last, from whichever end.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Number(u64),
    Date(PartialDate),
    Text(String),
}

impl<'a> Table<'a> {
    /// The table of some cards, which are given in the order of their names, and of what their records list.
    pub fn new(
        words: Words,
        vocabulary: &'a Vocabulary,
        cards: &'a [Card],
        lists: &'a Lists,
    ) -> Self {
        Self {
            words,
            vocabulary,
            cards,
            lists,
            places: OnceCell::new(),
        }
    }

    /// The rows of the cards at these places, in their order; of what is dated in these years only, where some are given.
    pub fn rows(&self, places: &[u32], years: Option<&RangeInclusive<u16>>) -> Vec<RowKey> {
        let is_within = |row: &RowKey| {
            years.is_none_or(|years| {
                let date = self.item(*row).date();
                date.is_some_and(|date| years.contains(&date.year()))
            })
        };
        let cards = places
            .iter()
            .filter_map(|place| Some((*place, self.cards.get(*place as usize)?)));
        cards
            .flat_map(|(place, card)| {
                let count = self.lists.count(&card.id) as u32;
                (0..count).map(move |item| RowKey { card: place, item })
            })
            .filter(is_within)
            .collect()
    }

    /// Sorts rows by a column; equal ones stay as they were. `compare` is the order of two texts in the language.
    pub fn sort(&self, rows: &mut Vec<RowKey>, by: By, compare: impl Fn(&str, &str) -> Ordering) {
        let mut keyed: Vec<(RowKey, Option<Key>)> = rows
            .iter()
            .map(|row| (*row, self.key(*row, by.column)))
            .collect();
        keyed.sort_by(|(_, a), (_, b)| match (a, b) {
            (Some(a), Some(b)) => {
                let order = match (a, b) {
                    (Key::Text(a), Key::Text(b)) => compare(a, b),
                    (Key::Date(a), Key::Date(b)) => a.cmp(b),
                    (Key::Number(a), Key::Number(b)) => a.cmp(b),
                    // A column has keys of one kind.
                    _ => Ordering::Equal,
                };
                if by.is_descending {
                    order.reverse()
                } else {
                    order
                }
            }
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        *rows = keyed.into_iter().map(|(row, _)| row).collect();
    }

    fn key(&self, row: RowKey, column: Column) -> Option<Key> {
        // The cards are in the order of their names.
        if column == Column::Name {
            return Some(Key::Number(row.card.into()));
        }
        match self.cell(row, column) {
            Cell::Empty => None,
            Cell::Number(number) => Some(Key::Number(number)),
            Cell::Date(date, _) => Some(Key::Date(date)),
            Cell::Yes => Some(Key::Number(1)),
            Cell::Text(text) => Some(Key::Text(text)),
            Cell::Links(links) => links.into_iter().next().map(|link| Key::Text(link.text)),
            Cell::Names(names) => names.into_iter().next().map(Key::Text),
        }
    }

    /// What stands in a row and a column.
    pub fn cell(&self, row: RowKey, column: Column) -> Cell {
        let Some(card) = self.card(row) else {
            return Cell::Empty;
        };
        self.of_item(card, self.item(row), column)
            .unwrap_or_else(|| self.of_card(card, column))
    }

    /// The card of a row.
    pub fn card(&self, row: RowKey) -> Option<&'a Card> {
        self.cards.get(row.card as usize)
    }

    /// What a row shows.
    fn item(&self, row: RowKey) -> Item<'a> {
        self.card(row).map_or(Item::Initiative, |card| {
            self.lists.item(&card.id, row.item as usize)
        })
    }

    /// The card of a record, by its id.
    pub(super) fn card_of(&self, id: &str) -> Option<&'a Card> {
        self.cards.get(self.place_of(id)?)
    }

    /// The place of the card of a record, by its id.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        let places = self.places.get_or_init(|| {
            let cards = self.cards.iter().enumerate();
            cards
                .map(|(place, card)| (card.id.as_str(), place))
                .collect()
        });
        places.get(id).copied()
    }
}
