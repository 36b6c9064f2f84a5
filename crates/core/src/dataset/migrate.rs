//! From format 1 to this one: what the texts make plain is told in the fields that format 2 has for it.

use super::disagreement::{has_any, is_negated};
use super::{AmountKind, Dataset, MilestoneKind, PartialDate};

/// Words of English milestones that make their kind plain; of several the first in this table counts.
const MILESTONES: &[(&str, MilestoneKind)] = &[
    (" is given up.", MilestoneKind::Dropped),
    (" announces ", MilestoneKind::Announced),
    (" is announced", MilestoneKind::Announced),
    (" sets aside hk$", MilestoneKind::Funded),
    (" approves hk$", MilestoneKind::Funded),
    (" raises hk$", MilestoneKind::Funded),
    (" raises us$", MilestoneKind::Funded),
    (" opens.", MilestoneKind::Opened),
    (" opens at ", MilestoneKind::Opened),
    (" opens in ", MilestoneKind::Opened),
    (" opens to ", MilestoneKind::Opened),
    (" is opened", MilestoneKind::Opened),
    (" begins.", MilestoneKind::Begun),
    (" is founded", MilestoneKind::Begun),
    (" is launched", MilestoneKind::Begun),
    (" comes to an end.", MilestoneKind::Ended),
];
/// How the English texts of sums begin that make their kind plain. A participle alone may describe something else, as in
/// “Raised ceiling of the fund”, so that the word after it counts as well.
const AMOUNTS: &[(&str, AmountKind)] = &[
    ("set aside by ", AmountKind::SetAside),
    ("set aside for ", AmountKind::SetAside),
    ("set aside in ", AmountKind::SetAside),
    ("set aside to ", AmountKind::SetAside),
    ("approved by ", AmountKind::Approved),
    ("approved for ", AmountKind::Approved),
    ("approved in ", AmountKind::Approved),
    ("approved to ", AmountKind::Approved),
    ("raised from investors", AmountKind::Raised),
    ("raised by an offer", AmountKind::Raised),
    ("raised in a ", AmountKind::Raised),
    ("raised in its ", AmountKind::Raised),
    ("raised in the ", AmountKind::Raised),
    ("donated by ", AmountKind::Gift),
    ("donated for ", AmountKind::Gift),
    ("donated to ", AmountKind::Gift),
    ("a gift from ", AmountKind::Gift),
    ("a gift to ", AmountKind::Gift),
    ("spent by ", AmountKind::Spent),
    ("spent in ", AmountKind::Spent),
    ("spent on ", AmountKind::Spent),
    ("cost of a ", AmountKind::Cost),
    ("cost of its ", AmountKind::Cost),
    ("cost of the ", AmountKind::Cost),
];
/// Words of a clause that says when, or on what condition, something happens: “It closes before the other opens.”
const CLAUSES: &[&str] = &[
    "after", "before", "if", "once", "unless", "until", "when", "whether",
];

/// Gives milestones and sums without a kind the one that their English text makes plain, and marks what lies after the
/// day of the data, which is no later than `today`, as planned. What a text does not make plain stays without. Doubts stay
/// as they are: what format 1 called disputed has become one as soon as it has been read.
pub fn migrate(dataset: &mut Dataset, today: PartialDate) {
    let of_data = dataset.day(today);
    for record in &mut dataset.initiatives {
        for milestone in &mut record.milestones {
            milestone.planned |= of_data.surely_before(milestone.date);
            let plain = || {
                plain(MILESTONES, &milestone.text.en, |text, words| {
                    text.contains(words)
                })
            };
            milestone.kind = milestone.kind.or_else(plain);
        }
        for amount in &mut record.amounts {
            let plain = || {
                plain(AMOUNTS, &amount.what.en, |text, words| {
                    text.starts_with(words)
                })
            };
            amount.kind = amount.kind.or_else(plain);
        }
    }
}

/// The kind of the first row whose words a text holds; none where it denies something or speaks of a condition.
fn plain<T: Copy>(
    table: &'static [(&'static str, T)],
    text: &str,
    holds: impl Fn(&str, &'static str) -> bool,
) -> Option<T> {
    if is_negated(text) || has_any(text, CLAUSES) {
        return None;
    }
    let text = text.to_lowercase();
    let row = table.iter().find(|(words, _)| holds(&text, words));
    row.map(|(_, kind)| *kind)
}
