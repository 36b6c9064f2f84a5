//! From format 1 to this one: what the texts make plain is told in the fields that format 2 has for it.

use std::collections::BTreeSet;

use super::{AmountKind, Dataset, DoubtKind, Initiative, MilestoneKind, PartialDate};

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
/// How the English texts of sums begin that make their kind plain.
const AMOUNTS: &[(&str, AmountKind)] = &[
    ("set aside ", AmountKind::SetAside),
    ("approved ", AmountKind::Approved),
    ("raised ", AmountKind::Raised),
    ("donated ", AmountKind::Gift),
    ("a gift ", AmountKind::Gift),
    ("spent ", AmountKind::Spent),
    ("cost of ", AmountKind::Cost),
];
/// Words after which a sentence says the contrary of what it seems to say.
const CONTRARY: [&str; 4] = [" not ", " never ", " no ", " nothing "];

/// Gives milestones and sums without a kind the one that their English text makes plain, and marks what lies after the
/// day of the data as planned. What a text does not make plain stays without. What format 1 called disputed is a doubt as
/// soon as it has been read; where it names two publishers of the record, they disagree.
pub fn migrate(dataset: &mut Dataset, today: PartialDate) {
    let today = dataset.day(today);
    for Initiative {
        milestones,
        amounts,
        doubts,
        sources,
        ..
    } in &mut dataset.initiatives
    {
        for doubt in doubts.iter_mut().filter(|doubt| doubt.sources.is_empty()) {
            let named = (1..).zip(sources.iter());
            let named = named.filter(|(_, source)| doubt.text.en.contains(&source.publisher));
            let publishers: BTreeSet<&str> = named
                .clone()
                .map(|(_, source)| &*source.publisher)
                .collect();
            if publishers.len() > 1 {
                doubt.kind = DoubtKind::Disagree;
                doubt.sources = named.map(|(number, _)| number).collect();
            }
        }
        for milestone in milestones {
            milestone.planned |= today.surely_before(milestone.date);
            let plain = || {
                plain(MILESTONES, &milestone.text.en, |text, words| {
                    text.contains(words)
                })
            };
            milestone.kind = milestone.kind.or_else(plain);
        }
        for amount in amounts {
            let plain = || {
                plain(AMOUNTS, &amount.what.en, |text, words| {
                    text.starts_with(words)
                })
            };
            amount.kind = amount.kind.or_else(plain);
        }
    }
}

/// The kind of the first row whose words a text holds.
fn plain<T: Copy>(
    table: &'static [(&'static str, T)],
    text: &str,
    holds: impl Fn(&str, &'static str) -> bool,
) -> Option<T> {
    let text = text.to_lowercase();
    if CONTRARY.iter().any(|word| text.contains(word)) {
        return None;
    }
    let row = table.iter().find(|(words, _)| holds(&text, words));
    row.map(|(_, kind)| *kind)
}
