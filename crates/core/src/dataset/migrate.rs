//! From format 1 to this one: what the texts make plain is told in the fields that format 2 has for it.

use super::{AmountKind, Dataset, Initiative, MilestoneKind};

/// Words of English milestones that make their kind plain; of several the first in this table counts.
const MILESTONES: &[(&str, MilestoneKind)] = &[
    (" is given up", MilestoneKind::Dropped),
    (" withdraw", MilestoneKind::Dropped),
    (" announce", MilestoneKind::Announced),
    (" sets aside ", MilestoneKind::Funded),
    (" approves ", MilestoneKind::Funded),
    (" raises ", MilestoneKind::Funded),
    (" opens", MilestoneKind::Opened),
    (" is opened", MilestoneKind::Opened),
    (" begins", MilestoneKind::Begun),
    (" starts", MilestoneKind::Begun),
    (" is founded", MilestoneKind::Begun),
    (" is launched", MilestoneKind::Begun),
    (" ends", MilestoneKind::Ended),
    (" closes", MilestoneKind::Ended),
];
/// The same of sums.
const AMOUNTS: &[(&str, AmountKind)] = &[
    ("set aside", AmountKind::SetAside),
    ("earmarked", AmountKind::SetAside),
    ("approved", AmountKind::Approved),
    ("raised", AmountKind::Raised),
    ("donat", AmountKind::Gift),
    ("gift", AmountKind::Gift),
    ("spent", AmountKind::Spent),
    ("cost", AmountKind::Cost),
];

/// Gives milestones and sums without a kind the one that their English text makes plain, and marks what lies after the
/// day of the data as planned. What a text does not make plain stays without. (What format 1 called disputed is a doubt
/// as soon as it has been read.)
pub fn migrate(dataset: &mut Dataset) {
    let today = dataset.day();
    for Initiative {
        milestones,
        amounts,
        ..
    } in &mut dataset.initiatives
    {
        for milestone in milestones {
            milestone.planned |= today.surely_before(milestone.date);
            milestone.kind = milestone.kind.or(plain(MILESTONES, &milestone.text.en));
        }
        for amount in amounts {
            amount.kind = amount.kind.or(plain(AMOUNTS, &amount.what.en));
        }
    }
}

fn plain<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    let text = text.to_lowercase();
    let row = table.iter().find(|(words, _)| text.contains(words));
    row.map(|(_, kind)| *kind)
}
