//! From format 1 to this one: what the texts make plain is told in the fields that format 2 has for it.

use super::disagreement::{has_any, is_negated};
use super::{AmountKind, Dataset, MilestoneKind, PartialDate};

/// What may follow the name of a record in an English milestone and makes its kind plain; of several the first in this
/// table counts.
const MILESTONES: &[(&str, MilestoneKind)] = &[
    (" is given up.", MilestoneKind::Dropped),
    (" is announced", MilestoneKind::Announced),
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
                    let subject = text.split_once(words).map(|(subject, _)| subject);
                    subject.is_some_and(|subject| is_named(subject, &record.name.en))
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

/// Whether the subject of a sentence is the thing of this name: the name itself, some of its words after “the”, or “it”.
/// Of anything else, a court case or a rival service, nobody knows what it is to the record.
fn is_named(subject: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let bare = subject.strip_prefix("the ");
    let mut of_name = name.split(|c: char| !c.is_alphanumeric());
    subject == "it"
        || subject == name
        || bare.is_some_and(|bare| {
            bare.split(|c: char| !c.is_alphanumeric())
                .all(|word| !word.is_empty() && of_name.any(|other| other == word))
        })
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
