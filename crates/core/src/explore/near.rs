//! How near the terms stand to one another, and how much of a name they are.

use super::hits::Sought;
use super::words::{BREAK, Words};

/// What it adds to a score, in parts of it, that terms stand side by side.
const NEARNESS: f32 = 0.3;
/// What it adds that they are all of a name.
const SHARE: f32 = 0.3;
/// Terms that are further apart have nothing to do with one another.
const FAR: usize = 40;

impl Words {
    /// By how much a card's score grows for where the terms stand in it. Synonyms may stand near to others, but are no
    /// share of a name, so that a name with what was typed stays before one that only means it.
    pub fn place(&self, card: u32, typed: &Sought, with_synonyms: &Sought) -> f32 {
        let mut nearest = 0.0_f32;
        let mut places = Vec::new();
        for line in self.text(card).split(|symbol| *symbol == BREAK) {
            find(line, with_synonyms, &mut places);
            nearest = nearest.max(nearness(&places, with_synonyms.hits.len()));
        }
        let mut share = 0.0_f32;
        for line in self.name(card).split(|symbol| *symbol == BREAK) {
            find(line, typed, &mut places);
            let covered: usize = places.iter().map(|place| place.end - place.start).sum();
            share = share.max(covered as f32 / line.len().max(1) as f32);
        }
        1.0 + NEARNESS * nearest + SHARE * share.min(1.0)
    }
}

/// Where a term stands in a line.
struct Place {
    term: usize,
    start: usize,
    end: usize,
}

/// Every place of a term in a line, in order.
fn find(line: &[u32], sought: &Sought, places: &mut Vec<Place>) {
    places.clear();
    for (start, symbol) in line.iter().enumerate() {
        let mask = sought.masks.get(*symbol as usize).copied().unwrap_or(0);
        for (term, hit) in sought.hits.iter().enumerate() {
            let is_word = mask & 1 << term != 0;
            let mut sequences = hit.sequences.iter();
            let length = if is_word {
                Some(1)
            } else {
                sequences
                    .find(|sequence| line[start..].starts_with(sequence))
                    .map(Vec::len)
            };
            if let Some(length) = length {
                places.push(Place {
                    term,
                    start,
                    end: start + length,
                });
                break;
            }
        }
    }
}

/// How near different terms stand, from 0 to 1, which it is where all follow one another.
fn nearness(places: &[Place], count: usize) -> f32 {
    if count < 2 {
        return 0.0;
    }
    let mut best = 0.0_f32;
    for (i, first) in places.iter().enumerate() {
        let mut terms = 1_u32 << first.term;
        let mut words = first.end - first.start;
        for last in &places[i + 1..] {
            if last.end - first.start > FAR {
                break;
            }
            if terms & 1 << last.term != 0 {
                continue;
            }
            terms |= 1 << last.term;
            words += last.end - last.start;
            let span = last.end - first.start;
            let share = (terms.count_ones() - 1) as f32 / (count - 1) as f32;
            best = best.max(share * words as f32 / span.max(words) as f32);
        }
    }
    best
}
