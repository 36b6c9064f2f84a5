//! What records refer to, by which they are found under all its names: topics, organisations, themes, sectors, kinds and
//! places.

use std::ops::Range;

use super::hits::Sought;
use super::{Facet, Variants, tokens};
use crate::dataset::{Card, Names, SearchTexts, Text, Vocabulary};

/// The facets whose values are found by their names, each with what it weighs, and whether a part of a name counts: it does
/// of a proper name.
pub(super) const NAMED: [(Facet, f32, bool); 6] = [
    (Facet::Topic, 3.0, false),
    (Facet::Org, 4.0, true),
    (Facet::Theme, 3.0, false),
    (Facet::Sector, 3.0, false),
    (Facet::Kind, 3.0, false),
    (Facet::Place, 3.0, true),
];
/// What an organisation that takes part weighs, of one that leads.
const PART: f32 = 0.5;
/// What another word for a thing counts, of its name: it may be narrower.
const ALIAS: f32 = 0.6;
/// By how much each further one that a card names of a kind weighs less.
const LATER: f32 = 0.15;

/// Everything that records refer to.
#[derive(Clone, Debug, Default)]
pub(super) struct Things {
    things: Vec<Thing>,
    names: Vec<Name>,
    /// The symbols of all names.
    pub symbols: Vec<u32>,
    /// How many cards refer to a thing of each name.
    counts: rustc_hash::FxHashMap<Box<[u32]>, usize>,
}

/// One of them.
#[derive(Clone, Debug)]
struct Thing {
    facet: Facet,
    id: String,
    is_proper: bool,
    /// The cards that refer to it, each with what it weighs there.
    cards: Vec<(u32, f32)>,
}

/// A name or alias.
#[derive(Clone, Debug)]
struct Name {
    thing: usize,
    symbols: Range<usize>,
    is_alias: bool,
}

/// A name of a thing, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub thing: usize,
    pub text: String,
    /// Whether it may be of another language than the page's.
    pub is_foreign: bool,
    pub is_alias: bool,
}

/// How well a term finds a thing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Strength {
    pub term: usize,
    pub thing: usize,
    pub weight: f32,
}

impl Things {
    /// The things of a vocabulary that some card refers to.
    pub fn new(
        vocabulary: &Vocabulary,
        cards: &[Card],
        texts: Option<&SearchTexts>,
        leads: impl Fn(usize, &str) -> bool,
    ) -> (Self, Vec<Line>) {
        let mut things = Self::default();
        let mut lines = Vec::new();
        for (facet, weight, is_proper) in NAMED {
            let Some(list) = facet.list() else { continue };
            let mut places = rustc_hash::FxHashMap::default();
            for (id, name) in vocabulary.list(list) {
                let place = things.things.len();
                places.insert(id.to_owned(), place);
                lines.extend(written(name).map(|text| Line {
                    thing: place,
                    is_foreign: false,
                    is_alias: false,
                    text,
                }));
                things.things.push(Thing {
                    facet,
                    id: id.to_owned(),
                    is_proper,
                    cards: Vec::new(),
                });
            }
            for names in texts.into_iter().flat_map(|texts| names_of(texts, facet)) {
                if let Some(place) = places.get(&*names.id) {
                    let own = names.words.lines().map(|line| (line, false));
                    let others = names.aliases.lines().map(|line| (line, !is_proper));
                    let more = own.chain(others);
                    lines.extend(more.map(|(line, is_alias)| Line {
                        thing: *place,
                        is_foreign: true,
                        is_alias,
                        text: line.to_owned(),
                    }));
                }
            }
            for (i, card) in cards.iter().enumerate() {
                for (at, id) in facet.of(card).into_iter().enumerate() {
                    let is_part = facet == Facet::Org && !leads(i, id);
                    let weight = if is_part { weight * PART } else { weight };
                    let weight = weight / (1.0 + LATER * at as f32);
                    if let Some(place) = places.get(id) {
                        let cards = &mut things.things[*place].cards;
                        if cards.last().is_none_or(|(last, _)| *last != i as u32) {
                            cards.push((i as u32, weight));
                        }
                    }
                }
            }
        }
        lines.sort_unstable();
        lines.dedup_by(|next, first| next.thing == first.thing && next.text == first.text);
        (things, lines)
    }

    /// What a card refers to, by place, with its facet and id.
    pub fn of_card(&self, card: usize) -> impl Iterator<Item = (usize, Facet, &str)> {
        let card = card as u32;
        let things = self.things.iter().enumerate();
        let refers = move |thing: &Thing| thing.cards.binary_search_by_key(&card, |(of, _)| *of);
        things
            .filter(move |(_, thing)| refers(thing).is_ok())
            .map(|(place, thing)| (place, thing.facet, &*thing.id))
    }

    /// Notes a name, by its symbols.
    pub fn add_name(&mut self, line: &Line, symbols: &[u32]) {
        let start = self.symbols.len();
        self.symbols.extend_from_slice(symbols);
        self.names.push(Name {
            thing: line.thing,
            symbols: start..self.symbols.len(),
            is_alias: line.is_alias,
        });
        *self.counts.entry(symbols.into()).or_default() += self.things[line.thing].cards.len();
    }

    /// The names of organisations and places, as symbols.
    pub fn proper_names(&self) -> impl Iterator<Item = &[u32]> {
        let names = self.names.iter();
        let proper = names.filter(|name| self.things[name.thing].is_proper);
        proper.map(|name| &self.symbols[name.symbols.clone()])
    }

    /// The names of all things, as symbols.
    pub fn names(&self) -> impl Iterator<Item = &[u32]> {
        self.names
            .iter()
            .map(|name| &self.symbols[name.symbols.clone()])
    }

    /// How many cards refer to a thing of this name; `None` where nothing is called so.
    pub fn count(&self, name: &[u32]) -> Option<usize> {
        self.counts.get(name).copied()
    }

    /// The facet and the id of a thing.
    pub fn value(&self, thing: usize) -> (Facet, &str) {
        let thing = &self.things[thing];
        (thing.facet, &thing.id)
    }

    /// The cards that refer to a thing, each with what it weighs there.
    pub fn cards(&self, thing: usize) -> &[(u32, f32)] {
        &self.things[thing].cards
    }

    /// What terms find of the things by their names.
    pub fn found(&self, sought: &Sought) -> Vec<Strength> {
        let Sought { hits, masks } = sought;
        let mut strengths: Vec<Strength> = Vec::new();
        let mut covered = Vec::new();
        for name in &self.names {
            let symbols = &self.symbols[name.symbols.clone()];
            covered.clear();
            covered.extend(
                symbols
                    .iter()
                    .map(|symbol| masks.get(*symbol as usize).copied().unwrap_or(0)),
            );
            for (term, hit) in hits.iter().enumerate() {
                for sequence in &hit.sequences {
                    for at in 0..(symbols.len() + 1).saturating_sub(sequence.len()) {
                        if symbols[at..].starts_with(sequence) {
                            for mask in &mut covered[at..at + sequence.len()] {
                                *mask |= 1 << term;
                            }
                        }
                    }
                }
            }
            let count = covered.iter().filter(|mask| **mask != 0).count();
            let is_proper = self.things[name.thing].is_proper;
            if count == 0 || (count < symbols.len() && !is_proper) {
                continue;
            }
            let share = count as f32 / symbols.len() as f32;
            let share = if name.is_alias { share * ALIAS } else { share };
            let terms = covered.iter().fold(0, |all, mask| all | mask);
            for (term, hit) in hits.iter().enumerate() {
                if terms & 1 << term != 0 {
                    strengths.push(Strength {
                        term,
                        thing: name.thing,
                        weight: share * hit.best,
                    });
                }
            }
        }
        // Of several names of a thing the best counts.
        strengths.sort_by(|a, b| {
            let places = (a.term, a.thing).cmp(&(b.term, b.thing));
            places.then(b.weight.total_cmp(&a.weight))
        });
        strengths.dedup_by_key(|strength| (strength.term, strength.thing));
        strengths
    }
}

/// The ways of writing a name: words with a hyphen joined as well.
pub(super) fn ways(line: &str, variants: &Variants) -> Vec<Vec<super::Token>> {
    let tokens = tokens(line, variants);
    let mut ways = vec![tokens.clone()];
    if tokens.iter().any(|token| token.is_hyphenated) {
        let mut joined: Vec<super::Token> = Vec::new();
        for token in tokens {
            match joined.last_mut() {
                Some(last) if token.is_hyphenated && !token.is_han() && !last.is_han() => {
                    last.text.push_str(&token.text);
                }
                _ => joined.push(token),
            }
        }
        ways.push(joined);
    }
    ways
}

fn written(name: &Text) -> impl Iterator<Item = String> + '_ {
    name.iter()
        .map(|(_, words)| words.to_owned())
        .filter(|words| !words.is_empty())
}

fn names_of(texts: &SearchTexts, facet: Facet) -> &[Names] {
    match facet {
        Facet::Topic => &texts.topics,
        Facet::Org => &texts.organisations,
        Facet::Theme => &texts.themes,
        Facet::Sector => &texts.sectors,
        Facet::Kind => &texts.kinds,
        Facet::Place => &texts.places,
        Facet::Status | Facet::Evidence => &[],
    }
}
