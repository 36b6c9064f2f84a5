//! A record's largest sum of money, in words.

use crate::state::BundleCard;
use crate::ui::format;

/// The largest sum of a record with what kind of sum it is, if it has any.
pub fn sum_in_words(card: &BundleCard) -> Option<String> {
    let words = card.words();
    let amount = card.amount?;
    let sum = format::money(words.0, amount.hkd);
    Some(match amount.kind {
        Some(kind) => words.sum_of_kind(&sum, words.amount(kind)),
        None => sum,
    })
}
