//! Cards gathered by the years in which they began.

use std::collections::BTreeMap;

use crate::dataset::{Bundle, Card};
use crate::timeline::folds;

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

/// All cards of a bundle by years, in order: every year from the first to the last, but for those that are folded
/// ([`folds`]), which are one column each.
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
    let folds = folds(bundle.cards.iter().map(|card| card.start.year()));
    let mut columns: Vec<Column> = Vec::new();
    while year <= last {
        let fold = folds.iter().find(|fold| fold.contains(&year));
        let end = fold.map_or(year, |fold| *fold.end());
        let cards = years.range(year..=end).flat_map(|(_, cards)| cards);
        columns.push(Column {
            first: year,
            last: end,
            cards: cards.copied().collect(),
        });
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

/// The place of a card's main theme in the vocabulary.
pub(super) fn theme(bundle: &Bundle, card: &Card) -> usize {
    let main = card.themes.first();
    main.and_then(|theme| bundle.vocabulary.hue(theme))
        .unwrap_or(bundle.vocabulary.themes.len())
}
