//! In what an organisation takes part.

use std::collections::BTreeMap;

use crate::dataset::Card;

/// In what an organisation takes part, and with whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Involvement {
    /// The number of records.
    pub records: usize,
    /// The year in which the first of them began, and the one in which something was last heard of any; `None` where there are
    /// none.
    pub years: Option<(u16, u16)>,
    /// The other organisations in the same records, by id, with the number of records that they share with it: the most
    /// first, then in alphabetical order.
    pub partners: Vec<(String, usize)>,
}

impl Involvement {
    /// That of the organisation of an id.
    pub fn of(cards: &[Card], id: &str) -> Self {
        let takes_part = |card: &&Card| card.organisations.iter().any(|body| body == id);
        let own: Vec<&Card> = cards.iter().filter(takes_part).collect();
        let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
        for card in &own {
            for body in card.organisations.iter().filter(|body| *body != id) {
                *shared.entry(body).or_default() += 1;
            }
        }
        let partners = shared.into_iter().map(|(id, count)| (id.to_owned(), count));
        let mut partners: Vec<_> = partners.collect();
        partners.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self {
            records: own.len(),
            years: Card::years_of(&own),
            partners,
        }
    }
}
