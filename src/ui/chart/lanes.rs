//! From cards to entries in lanes.

use std::sync::Arc;

use crate::dataset::{Bundle, Card, List};
use crate::explore::{Choices, Facet, Lanes};
use crate::timeline::{Day, Entry, Life, Timeline};

/// What a lane is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneName {
    /// As readers see it.
    pub name: String,
    /// The place of its theme, where it is that of one.
    pub hue: Option<usize>,
}

/// What a landmark weighs more than any other record.
const LANDMARK: u32 = 1_000;

/// The lanes of a data set, in the vocabulary's order.
pub fn names(bundle: &Bundle, lanes: Lanes) -> Vec<LaneName> {
    let vocabulary = &bundle.vocabulary;
    let Some(list) = list_of(lanes) else {
        let name = crate::ui::Words(bundle.lang).lanes_none().to_owned();
        return vec![LaneName { name, hue: None }];
    };
    let names = vocabulary.list(list).map(|(id, name)| LaneName {
        name: name.get(bundle.lang).to_owned(),
        hue: vocabulary.hue(id).filter(|_| lanes == Lanes::Theme),
    });
    names.collect()
}

/// All records of a data set in lanes. One that belongs to several stands in the first, or in the first of those that a
/// filter chose.
pub fn entries(bundle: &Bundle, lanes: Lanes, chosen: &Choices, today: Day) -> Timeline {
    let vocabulary = &bundle.vocabulary;
    let ids: Vec<&str> = match list_of(lanes) {
        Some(list) => vocabulary.list(list).map(|(id, _)| id).collect(),
        None => Vec::new(),
    };
    let lane_of = |card: &Card| -> usize {
        let id = match lanes {
            Lanes::Theme => first_of(&card.themes, chosen, Facet::Theme),
            Lanes::Sector => first_of(&card.sectors, chosen, Facet::Sector),
            Lanes::Body => card.organisations.first().and_then(|id| {
                let body = vocabulary.organisation(id)?;
                Some(body.kind.as_str())
            }),
            Lanes::One => None,
        };
        id.and_then(|id| ids.iter().position(|other| *other == id))
            .unwrap_or(0)
    };
    let entries = bundle.cards.iter().enumerate().map(|(place, card)| {
        let landmark = if card.landmark.is_some() { LANDMARK } else { 0 };
        let known = card.sources + card.milestones.len();
        Entry {
            record: u32::try_from(place).unwrap_or(u32::MAX),
            lane: u16::try_from(lane_of(card)).unwrap_or(u16::MAX),
            weight: landmark
                + u32::try_from(known)
                    .unwrap_or(LANDMARK - 1)
                    .min(LANDMARK - 1),
            life: Arc::new(Life::in_words_of(vocabulary, card, today)),
        }
    });
    Timeline::new(entries.collect(), ids.len(), today)
}

/// The vocabulary's list that parts the chart into lanes.
fn list_of(lanes: Lanes) -> Option<List> {
    match lanes {
        Lanes::Theme => Some(List::Themes),
        Lanes::Sector => Some(List::Sectors),
        Lanes::Body => Some(List::OrganisationKinds),
        Lanes::One => None,
    }
}

/// The first of a record's values that is chosen, else the first.
fn first_of<'a>(values: &'a [String], chosen: &Choices, facet: Facet) -> Option<&'a str> {
    let chosen = chosen.of(facet);
    let first = values.iter().find(|value| chosen.contains(*value));
    first.or(values.first()).map(String::as_str)
}
