//! Which cards match, and how well.
//!
//! The measure is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004): how
//! often a term stands in each field, weighted and set against the field's length, is added up before it saturates. What a
//! card refers to, such as a topic, adds to it where a term finds it by one of its names.

use fixedbitset::FixedBitSet;

use super::hits::Hits;
use super::query::{Query, Term, Word};
use super::words::{GAP, Words, han};
use super::{Token, stem};

/// The fields of a card.
pub(super) const FIELDS: usize = 4;
pub(super) const NAME: usize = 0;
pub(super) const SUMMARY: usize = 1;
pub(super) const FACTS: usize = 2;
pub(super) const NUMBERS: usize = 3;
/// What each field weighs, and how much its length counts: names, summaries, facts and milestones, years and sums. What
/// things weigh is in [`super::things::NAMED`].
pub(super) const WEIGHTS: [(f32, f32); FIELDS] = [(8.0, 0.4), (2.0, 0.5), (1.0, 0.6), (2.0, 0.0)];
/// How soon more of the same adds nothing (`k1`).
const SATURATION: f32 = 2.0;
/// What a word counts, of one that is as it was typed: another form of it, a longer one of which it is the beginning (times
/// its share of that), one that was joined or parted.
const FORM: f32 = 0.9;
const BEGINNING: f32 = 0.6;
const JOINED: f32 = 0.9;
/// What a name that is what was typed adds: more than anything else can.
pub(super) const WHOLE_NAME: f32 = 1000.0;
/// More terms than anybody types.
const MOST_TERMS: usize = 32;

/// The cards that match a query.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub cards: FixedBitSet,
    /// How well each card matches.
    pub scores: Vec<f32>,
    /// How many terms these cards have, of how many.
    pub have: usize,
    pub of: usize,
    pub hits: Vec<Hits>,
}

impl Words {
    /// The cards that have all terms, or where none has, those that have most.
    pub fn search(&self, query: &Query, count: usize) -> Found {
        let terms = query.terms.iter().take(MOST_TERMS);
        let hits: Vec<Hits> = terms.map(|term| self.hits(term)).collect();
        let strengths = self.things.found(&hits, &self.masks(&hits));
        let mut scores = vec![0.0_f32; count];
        let mut held = vec![0_u32; count];
        let mut sums = vec![0.0_f32; count];
        let mut touched: Vec<u32> = Vec::new();
        let mut counts = Vec::new();
        for (term, hit) in hits.iter().enumerate() {
            let mut add = |card: u32, weight: f32| {
                let sum = &mut sums[card as usize];
                if *sum == 0.0 {
                    touched.push(card);
                }
                *sum += weight;
            };
            for (entry, factor) in &hit.entries {
                for posting in self.postings(*entry) {
                    add(posting.card, posting.weight * factor);
                }
            }
            for sequence in &hit.sequences {
                for holder in self.holders(sequence) {
                    add(holder.card, holder.weight * hit.best);
                }
            }
            for strength in strengths.iter().filter(|strength| strength.term == term) {
                for (card, weight) in self.things.cards(strength.thing) {
                    add(*card, weight * strength.weight);
                }
            }
            let (all, these) = (count as f32, touched.len() as f32);
            let rarity = (1.0 + (all - these + 0.5) / (these + 0.5)).ln();
            counts.push(touched.len());
            for card in touched.drain(..) {
                let card = card as usize;
                let sum = std::mem::take(&mut sums[card]);
                scores[card] += rarity * sum / (sum + SATURATION);
                held[card] |= 1 << term;
            }
        }
        let (needed, have) = most(&held, &counts);
        let mut cards = FixedBitSet::with_capacity(count);
        if have > 0 || hits.is_empty() {
            for (card, terms) in held.iter().enumerate() {
                cards.set(card, (terms & needed).count_ones() == have);
            }
        }
        let everywhere = hits.len() - needed.count_ones() as usize;
        Found {
            cards,
            scores,
            have: have as usize + everywhere,
            of: hits.len(),
            hits,
        }
    }

    /// Which terms find each entry as a word, a bit each.
    pub fn masks(&self, hits: &[Hits]) -> Vec<u32> {
        let mut masks = vec![0; self.dictionary.len()];
        for (term, hit) in hits.iter().enumerate() {
            for entry in hit.entries.keys() {
                masks[*entry as usize] |= 1 << term;
            }
        }
        masks
    }

    fn hits(&self, term: &Term) -> Hits {
        let mut hits = Hits {
            best: 1.0,
            ..Hits::default()
        };
        match term {
            Term::Word(word) => self.word_hits(word, &mut hits),
            Term::Number(digits) => {
                hits.entries
                    .extend(self.dictionary.find(digits).map(|entry| (entry, 1.0)));
            }
            Term::Han(run) => hits.sequences.push(run.chars().map(han).collect()),
            Term::Phrase(tokens) => hits.sequences.extend(self.sequence(tokens)),
        }
        hits
    }

    fn word_hits(&self, word: &Word, hits: &mut Hits) {
        let dictionary = &self.dictionary;
        let mut note = |entry: u32, factor: f32| {
            let best = hits.entries.entry(entry).or_default();
            *best = best.max(factor);
        };
        let whole = |note: &mut dyn FnMut(u32, f32), text: &str, stem: &str, factor: f32| {
            for entry in dictionary.forms(stem) {
                note(*entry, FORM * factor);
            }
            if let Some(entry) = dictionary.find(text) {
                note(entry, factor);
            }
        };
        whole(&mut note, &word.text, &word.stem, 1.0);
        for joined in &word.joined {
            whole(&mut note, joined, &stem(joined), JOINED);
        }
        if word.begins {
            for entry in dictionary.beginning(&word.text) {
                let share = word.text.len() as f32 / dictionary.entry(entry).len() as f32;
                note(entry, if share < 1.0 { BEGINNING * share } else { 1.0 });
            }
        }
        if let Some(parts) = &word.parted {
            let entries = parts.iter().filter_map(|part| dictionary.find(part));
            hits.sequences.push(entries.collect());
        }
        hits.best = hits.entries.values().copied().fold(0.0, f32::max);
        if !hits.sequences.is_empty() {
            hits.best = hits.best.max(JOINED);
        }
    }

    /// The symbols of a phrase; `None` where the dictionary has not all its words.
    fn sequence(&self, tokens: &[Token]) -> Option<Vec<u32>> {
        let mut symbols = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            if token.is_han() {
                if i.checked_sub(1)
                    .is_some_and(|before| tokens[before].is_han())
                {
                    symbols.push(GAP);
                }
                symbols.extend(token.text.chars().map(han));
            } else {
                symbols.push(self.dictionary.find(&token.text)?);
            }
        }
        Some(symbols)
    }
}

/// The terms by which cards are chosen, a bit each, and the most of them that a card has. A term that more than half of
/// the cards have chooses none, unless there is no other.
fn most(held: &[u32], counts: &[usize]) -> (u32, u32) {
    let all = (0..counts.len()).fold(0, |terms, term| terms | 1_u32 << term);
    let common = (0..counts.len()).filter(|term| 2 * counts[*term] > held.len());
    let needed = common.fold(all, |terms, term| terms & !(1 << term));
    let most = |needed: u32| held.iter().map(|terms| (terms & needed).count_ones()).max();
    match most(needed).unwrap_or(0) {
        0 => (all, most(all).unwrap_or(0)),
        have => (needed, have),
    }
}
