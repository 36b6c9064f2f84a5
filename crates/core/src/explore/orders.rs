//! The orders of cards that do not depend on a search, and the years in which something is dated.

use std::cmp::Ordering;

use fixedbitset::FixedBitSet;

use crate::dataset::Card;

/// The cards in each order that does not depend on a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    pub newest: Vec<u32>,
    pub oldest: Vec<u32>,
    pub amount: Vec<u32>,
}

impl Orders {
    pub fn new(cards: &[Card]) -> Self {
        let sorted = |compare: &dyn Fn(&Card, &Card) -> Ordering| {
            let card = |number: &u32| &cards[*number as usize];
            let mut order: Vec<u32> = (0..).take(cards.len()).collect();
            order.sort_by(|a, b| compare(card(a), card(b)));
            order
        };
        Self {
            newest: sorted(&|a, b| b.start.cmp(&a.start)),
            oldest: sorted(&|a, b| a.start.cmp(&b.start)),
            amount: sorted(&|a, b| b.amount.cmp(&a.amount).then(b.start.cmp(&a.start))),
        }
    }
}

/// For each year from the first to the last in which something is dated, the cards concerned.
pub(super) fn years(cards: &[Card]) -> Vec<(u16, FixedBitSet)> {
    let all = || cards.iter().flat_map(|card| &card.years).copied();
    let (Some(first), Some(last)) = (all().min(), all().max()) else {
        return Vec::new();
    };
    let mut years: Vec<_> = (first..=last)
        .map(|year| (year, FixedBitSet::with_capacity(cards.len())))
        .collect();
    for (i, card) in cards.iter().enumerate() {
        for year in &card.years {
            years[usize::from(year - first)].1.insert(i);
        }
    }
    years
}
