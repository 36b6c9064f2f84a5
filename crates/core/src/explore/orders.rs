//! The orders of cards that do not depend on a search, and the years in which something is dated.

use std::cmp::Ordering;

use fixedbitset::FixedBitSet;

use super::Dated;
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

/// The cards by the years from the first to the last in which something is dated.
#[derive(Clone, Debug, Default)]
pub(super) struct Years {
    /// For each year, the cards with something dated in it.
    any: Vec<(u16, FixedBitSet)>,
    /// For each year, the cards that began in it.
    began: Vec<(u16, FixedBitSet)>,
}

impl Years {
    pub fn new(cards: &[Card]) -> Self {
        Self {
            any: years(cards, |card| card.years.clone()),
            began: years(cards, |card| vec![card.start.year()]),
        }
    }

    /// The cards of each year.
    pub fn of(&self, dated: Dated) -> &[(u16, FixedBitSet)] {
        match dated {
            Dated::Any => &self.any,
            Dated::Began => &self.began,
        }
    }
}

/// For each year from the first to the last in which something is dated, the cards of which it is one.
fn years(cards: &[Card], of: impl Fn(&Card) -> Vec<u16>) -> Vec<(u16, FixedBitSet)> {
    let all = || cards.iter().flat_map(|card| &card.years).copied();
    let (Some(first), Some(last)) = (all().min(), all().max()) else {
        return Vec::new();
    };
    let mut years: Vec<_> = (first..=last)
        .map(|year| (year, FixedBitSet::with_capacity(cards.len())))
        .collect();
    for (i, card) in cards.iter().enumerate() {
        for year in of(card) {
            let place = usize::from(year.saturating_sub(first));
            if let Some((_, cards)) = years.get_mut(place) {
                cards.insert(i);
            }
        }
    }
    years
}
