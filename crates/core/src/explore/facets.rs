//! Which records have which value of each facet.

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::{Choices, Facet};
use crate::dataset::{Card, Vocabulary};

/// Which cards have which value, for every facet.
#[derive(Clone, Debug, Default)]
pub struct Facets([Values; Facet::ALL.len()]);

/// One facet's values: by card for counting, by value for choosing.
#[derive(Clone, Debug, Default)]
struct Values {
    /// The place of each value in the vocabulary's list, by its id.
    places: FxHashMap<String, usize>,
    /// The values of card `i` are `flat[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    flat: Vec<u32>,
    cards: Vec<FixedBitSet>,
}

impl Facets {
    /// Notes the values of all cards. A value that the vocabulary does not know is passed over.
    pub fn new(vocabulary: &Vocabulary, cards: &[Card]) -> Self {
        Self(Facet::ALL.map(|facet| Values::new(facet, vocabulary, cards)))
    }

    /// The cards that have at least one of the chosen values; `None` where nothing is chosen.
    pub fn chosen(&self, facet: Facet, choices: &Choices) -> Option<FixedBitSet> {
        let ids = choices.of(facet);
        if ids.is_empty() {
            return None;
        }
        let values = &self.0[facet as usize];
        let mut union = FixedBitSet::with_capacity(values.starts.len() - 1);
        for id in ids {
            if let Some(place) = values.places.get(id) {
                union.union_with(&values.cards[*place]);
            }
        }
        Some(union)
    }

    /// How many of these cards have each value, in the vocabulary's order.
    pub fn counts(&self, facet: Facet, cards: &FixedBitSet) -> Vec<u32> {
        let values = &self.0[facet as usize];
        let mut counts = vec![0; values.places.len()];
        for card in cards.ones() {
            for value in
                &values.flat[values.starts[card] as usize..values.starts[card + 1] as usize]
            {
                counts[*value as usize] += 1;
            }
        }
        counts
    }
}

impl Values {
    fn new(facet: Facet, vocabulary: &Vocabulary, cards: &[Card]) -> Self {
        let mut values = Self::default();
        for (place, id) in facet.values(vocabulary).into_iter().enumerate() {
            values.places.insert(id.to_owned(), place);
        }
        values.cards = vec![FixedBitSet::with_capacity(cards.len()); values.places.len()];
        values.starts.push(0);
        for (i, card) in cards.iter().enumerate() {
            for id in facet.of(card) {
                if let Some(place) = values
                    .places
                    .get(id)
                    .filter(|place| !values.cards[**place].contains(i))
                {
                    values.cards[*place].insert(i);
                    values.flat.push(*place as u32);
                }
            }
            values.starts.push(values.flat.len() as u32);
        }
        values
    }
}
