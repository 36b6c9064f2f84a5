//! Which cards a game has, and where on the line each belongs.

use super::random::Random;
use crate::dataset::{Bundle, Card, Evidence, Lang, PartialDate};
use crate::explore::Collection;
use crate::timeline::{Day, Extent};

/// How many cards a game has: the one that lies on the line from the beginning, and those that are placed.
const CARDS: usize = 9;

/// How close dates may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// A year or more lies between any two.
    Easy,
    /// Half a year.
    #[default]
    Usual,
    /// Nothing but what makes their order certain.
    Hard,
}

impl Level {
    /// All levels, the easiest first.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Usual, Self::Hard];

    /// The name in the address; the usual one has none.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Easy => Some("easy"),
            Self::Usual => None,
            Self::Hard => Some("hard"),
        }
    }

    /// The level of this name, else the usual one.
    pub fn from_key(key: Option<&str>) -> Self {
        let named = Self::ALL.into_iter().find(|level| level.key() == key);
        named.unwrap_or_default()
    }

    /// How many days lie at least between the last day that one date may mean and the first of the next.
    const fn gap(self) -> Day {
        match self {
            Self::Easy => 365,
            Self::Usual => 182,
            Self::Hard => 0,
        }
    }
}

/// The cards of a game, by their places in a list, in the order in which they are dealt; the first lies on the line
/// from the beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deal {
    /// The places of the cards.
    pub cards: Vec<usize>,
    starts: Vec<PartialDate>,
}

impl Deal {
    /// Deals for a seed: whoever has the same cards and the same seed gets the same game. What is disputed, an estimate
    /// or dated by its own name is never dealt, and of any two cards dealt it is certain which began first, however the
    /// unknown parts of their dates turn out. Where the data has too few such cards, the game is shorter.
    pub fn new(cards: &[Card], seed: &str, level: Level) -> Self {
        Self::among(cards, 0..cards.len(), seed, level)
    }

    /// The same of a collection, where there is one, else of all cards.
    pub fn of(bundle: &Bundle, list: &Collection, seed: &str, level: Level) -> Self {
        if list.is_empty() {
            return Self::new(&bundle.cards, seed, level);
        }
        let places = list.ids().iter().filter_map(|id| bundle.place_of(id));
        Self::among(&bundle.cards, places, seed, level)
    }

    /// The same of some of the cards, by their places.
    pub fn among(
        cards: &[Card],
        places: impl Iterator<Item = usize>,
        seed: &str,
        level: Level,
    ) -> Self {
        // By id, so that the language in which the list is sorted makes no difference, nor the order of a collection.
        let mut left: Vec<usize> = places.filter(|place| is_certain(&cards[*place])).collect();
        left.sort_by_key(|place| &cards[*place].id);
        left.dedup();
        let mut random = Random::new(seed);
        let mut deal = Self::default();
        while deal.cards.len() < CARDS && !left.is_empty() {
            let place = left.remove(random.below(left.len()));
            let start = cards[place].start;
            let gap = level.gap();
            if deal
                .starts
                .iter()
                .all(|other| are_apart(start, *other, gap))
            {
                deal.cards.push(place);
                deal.starts.push(start);
            }
        }
        deal
    }

    /// Where a card belongs on a line: how many of those on it began before it. All are named by their places among
    /// those dealt.
    ///
    /// ```
    /// # use explorer_core::dataset::Card;
    /// # use explorer_core::game::{Deal, Level};
    /// let card = |id: &str, start: &str| Card {
    ///     id: id.to_owned(),
    ///     start: start.parse().unwrap(),
    ///     ..Card::default()
    /// };
    /// let cards = [card("a", "2019"), card("b", "2023-05"), card("c", "2021-05-04")];
    /// let deal = Deal::new(&cards, "our class", Level::Usual);
    /// let at = |id: &str| deal.cards.iter().position(|card| cards[*card].id == id).unwrap();
    /// assert_eq!(deal.slot(&[at("a"), at("b")], at("c")), 1);
    /// ```
    pub fn slot(&self, line: &[usize], card: usize) -> usize {
        let before = line
            .iter()
            .filter(|other| self.starts[**other] < self.starts[card]);
        before.count()
    }
}

/// Whether it is certain when something began, as far as its date goes, and its name does not say it.
fn is_certain(card: &Card) -> bool {
    let is_dated =
        !card.has(Evidence::Disagree) && !card.about && card.start != PartialDate::default();
    // In no language, so that all have the same cards.
    is_dated
        && !Lang::ALL
            .into_iter()
            .any(|lang| tells_year(card.name.get(lang)))
}

/// Whether a text names a year in which something of today may have begun, so that it would give an answer away.
pub fn tells_year(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .filter(|number| number.len() == 4)
        .any(|number| number.starts_with("19") || number.starts_with("20"))
}

/// Whether one date ends so many days before the other begins.
fn are_apart(a: PartialDate, b: PartialDate, gap: Day) -> bool {
    let (a, b) = (Extent::of(a), Extent::of(b));
    a.end + gap <= b.first || b.end + gap <= a.first
}
