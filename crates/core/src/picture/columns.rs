//! Cards gathered by the years in which they began.

use std::collections::BTreeMap;

use crate::dataset::{Bundle, Card};

/// A run of so many years or more may be folded,
const FOLDED_YEARS: u16 = 3;
/// if it holds less than so many hundredths of all.
const FOLDED_PERCENT: usize = 3;

/// A year, or a run of years in which little began, with what began in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The first year.
    pub first: u16,
    /// The last year, which is the first but where years are folded.
    pub last: u16,
    /// Places of cards in the bundle: by theme in the vocabulary's order, then by beginning.
    pub cards: Vec<usize>,
}

/// All cards of a bundle by years, in order: every year from the first to the last, but for runs of three years and more that
/// hold less than 3 % of all, which are one column each. Runs that touch are one.
pub fn columns(bundle: &Bundle) -> Vec<Column> {
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (place, card) in bundle.cards.iter().enumerate() {
        years.entry(card.start.year()).or_default().push(place);
    }
    let (Some((first, _)), Some((last, _))) = (years.first_key_value(), years.last_key_value())
    else {
        return Vec::new();
    };
    let (mut year, last) = (*first, *last);
    let mut columns: Vec<Column> = Vec::new();
    while year <= last {
        let folded = folded(&years, year, last, bundle.cards.len());
        let end = folded.unwrap_or(year);
        let cards = years.range(year..=end).flat_map(|(_, cards)| cards);
        match columns.last_mut() {
            Some(before) if folded.is_some() && before.last > before.first => {
                before.cards.extend(cards);
                before.last = end;
            }
            _ => columns.push(Column {
                first: year,
                last: end,
                cards: cards.copied().collect(),
            }),
        }
        year = end + 1;
    }
    for column in &mut columns {
        column.cards.sort_by_key(|place| {
            let card = &bundle.cards[*place];
            (theme(bundle, card), card.start, *place)
        });
    }
    columns
}

/// The last year of the longest run from a year on that may be folded.
fn folded(years: &BTreeMap<u16, Vec<usize>>, from: u16, last: u16, all: usize) -> Option<u16> {
    let mut held = 0;
    let fits = |year: &u16| {
        held += years.get(year).map_or(0, Vec::len);
        100 * held < FOLDED_PERCENT * all
    };
    let end = (from..=last).take_while(fits).last()?;
    (end - from + 1 >= FOLDED_YEARS).then_some(end)
}

/// The place of a card's main theme in the vocabulary.
pub(super) fn theme(bundle: &Bundle, card: &Card) -> usize {
    let main = card.themes.first();
    main.and_then(|theme| bundle.vocabulary.hue(theme))
        .unwrap_or(bundle.vocabulary.themes.len())
}
