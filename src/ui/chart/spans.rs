//! From cards to spans in lanes.

use crate::dataset::{Card, List, Vocabulary};
use crate::explore::Lanes;
use crate::timeline::{Dates, Day, Extent, Span, Timeline};
use crate::ui::Words;

/// A lane: its name and the theme whose hue it has.
#[derive(Clone, Debug)]
pub struct Lane {
    /// As readers see it.
    pub name: String,
    /// The place of its theme, where it is that of one.
    pub hue: Option<usize>,
}

/// How wide a letter is at the size of the chart's names, in pixels: a Latin one, and a Han character.
const LETTER_PX: (f32, f32) = (6.9, 13.0);

/// The lanes of a data set, in the vocabulary's order, and its records in them.
pub fn lanes_of(
    cards: &[Card],
    vocabulary: &Vocabulary,
    lanes: Lanes,
    words: Words,
    today: Day,
) -> (Vec<Lane>, Timeline) {
    let lang = words.0;
    let named: Vec<(&str, Lane)> = match lanes {
        Lanes::One => Vec::new(),
        _ => vocabulary
            .list(match lanes {
                Lanes::Theme => List::Themes,
                Lanes::Sector => List::Sectors,
                _ => List::OrganisationKinds,
            })
            .map(|(id, name)| {
                let lane = Lane {
                    name: name.get(lang).to_owned(),
                    hue: vocabulary.hue(id).filter(|_| lanes == Lanes::Theme),
                };
                (id, lane)
            })
            .collect(),
    };
    let lane_of = |card: &Card| {
        let id = match lanes {
            Lanes::Theme => card.themes.first().map(String::as_str),
            Lanes::Sector => card.sectors.first().map(String::as_str),
            Lanes::Body => card
                .organisations
                .first()
                .and_then(|id| vocabulary.organisation(id))
                .map(|body| body.kind.as_str()),
            Lanes::One => None,
        };
        id.and_then(|id| named.iter().position(|(other, _)| *other == id))
            .unwrap_or(0)
    };
    let mut spans = Vec::with_capacity(cards.len());
    for (record, card) in (0..).zip(cards) {
        let theme = card.themes.first().and_then(|id| vocabulary.hue(id));
        let number = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        spans.push(Span {
            record,
            lane: number(lane_of(card)),
            theme: number(theme.unwrap_or(0)),
            extent: extent(card, vocabulary, today),
            label: width_of(card.name.get(lang)),
        });
    }
    let count = named.len();
    let mut lanes: Vec<Lane> = named.into_iter().map(|(_, lane)| lane).collect();
    if lanes.is_empty() {
        lanes.push(Lane {
            name: words.lanes_none().to_owned(),
            hue: None,
        });
    }
    (lanes, Timeline::new(&spans, count))
}

/// When a record was.
pub fn extent(card: &Card, vocabulary: &Vocabulary, today: Day) -> Extent {
    let status = vocabulary.status(&card.status);
    let dates = Dates {
        start: card.start,
        start_about: card.about,
        end: card.end,
        end_about: card.end_about,
        ongoing: status.is_some_and(|status| status.ongoing),
    };
    Extent::of_record(&dates, today)
}

/// About how wide a name is, in pixels.
fn width_of(name: &str) -> f32 {
    let letter = |c: char| {
        if c >= '\u{2e80}' {
            LETTER_PX.1
        } else {
            LETTER_PX.0
        }
    };
    name.chars().map(letter).sum()
}
