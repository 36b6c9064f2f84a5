//! Which cards match, and how well.
//!
//! The measure is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004): how
//! often a term stands in each field, weighted and set against the field's length, is added up before it saturates. What a
//! card refers to, such as a topic, adds to it where a term finds it by one of its names. Of a term and its synonyms the
//! better counts, and is as rare as all of them together where it is a synonym.

use fixedbitset::FixedBitSet;

use super::hits::{Hits, Sought};
use super::query::{Query, Term, Word};
use super::sums::Sums;
use super::things::Strength;
use super::words::{GAP, Words, han};
use super::{Token, stem};

/// The fields of a card.
pub(super) const FIELDS: usize = 5;
pub(super) const NAME: usize = 0;
pub(super) const SUMMARY: usize = 1;
pub(super) const FACTS: usize = 2;
pub(super) const NUMBERS: usize = 3;
pub(super) const KEYWORDS: usize = 4;
/// What each field weighs, and how much its length counts: names, summaries, facts and milestones, years and sums, keywords.
/// What things weigh is in [`super::things::NAMED`].
pub(super) const WEIGHTS: [(f32, f32); FIELDS] =
    [(8.0, 0.4), (2.0, 0.5), (1.0, 0.6), (2.0, 0.0), (1.5, 0.5)];
/// How soon more of the same adds nothing (`k1`).
const SATURATION: f32 = 2.0;
/// What a word counts, of one that is as it was typed: another form of it, a longer one of which it is the beginning (times
/// its share of that), one that was joined or parted.
const FORM: f32 = 0.9;
const BEGINNING: f32 = 0.6;
const JOINED: f32 = 0.9;
/// What a synonym counts. It is little enough that what was typed stays first where both stand in the same field.
const SYNONYM: f32 = 0.4;
/// What a part of a term adds, of a term.
const PART: f32 = 0.5;
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
    /// What the terms find as they were typed, and with their synonyms.
    pub typed: Sought,
    pub with_synonyms: Sought,
}

/// What a term finds of things, of what all do; they are in the order of the terms.
fn of_term(strengths: &[Strength], term: usize) -> &[Strength] {
    let first = strengths.partition_point(|strength| strength.term < term);
    let rest = &strengths[first..];
    &rest[..rest.partition_point(|strength| strength.term == term)]
}

/// What it is worth that so many of all cards have a term.
fn rarity(these: usize, count: usize) -> f32 {
    let (all, these) = (count as f32, these as f32);
    (1.0 + (all - these + 0.5) / (these + 0.5)).ln()
}

fn saturated(sum: f32) -> f32 {
    sum / (sum + SATURATION)
}

impl Words {
    /// The cards that have all terms, or where none has, those that have most. To have a synonym is to have the term.
    pub fn search(&self, query: &Query, count: usize) -> Found {
        let terms = &query.terms[..query.terms.len().min(MOST_TERMS)];
        let entries = self.dictionary.len();
        let typed: Vec<Hits> = terms.iter().map(|term| self.hits(term.typed())).collect();
        let synonyms: Vec<Hits> = terms.iter().map(|term| self.synonym_hits(term)).collect();
        let mut both = typed.clone();
        for (hits, others) in both.iter_mut().zip(&synonyms) {
            hits.extend(others);
        }
        let typed = Sought::new(typed, entries);
        let with_synonyms = Sought::new(both, entries);
        let named = self.things.found(&typed);
        let has_synonyms = terms.iter().any(|term| !term.synonyms().is_empty());
        // A name may have one word as it was typed and a synonym of the next.
        let meant = if has_synonyms {
            self.things.found(&with_synonyms)
        } else {
            Vec::new()
        };
        let mut scores = vec![0.0_f32; count];
        let mut held = vec![0_u32; count];
        let mut sums = [Sums::new(count), Sums::new(count)];
        let mut counts = Vec::new();
        for (term, (own, synonyms)) in typed.hits.iter().zip(&synonyms).enumerate() {
            let own = (own, of_term(&named, term));
            let others = (synonyms, of_term(&meant, term));
            counts.push(self.score(own, others, &mut sums, |card, score| {
                scores[card as usize] += score;
                held[card as usize] |= 1 << term;
            }));
        }
        for part in query.parts.iter().take(MOST_TERMS) {
            let (own, synonyms) = (self.hits(part.typed()), self.synonym_hits(part));
            self.score((&own, &[]), (&synonyms, &[]), &mut sums, |card, score| {
                scores[card as usize] += PART * score;
            });
        }
        let (needed, have) = most(&held, &counts);
        let mut cards = FixedBitSet::with_capacity(count);
        if have > 0 || terms.is_empty() {
            for (card, terms) in held.iter().enumerate() {
                cards.set(card, (terms & needed).count_ones() == have);
            }
        }
        let everywhere = terms.len() - needed.count_ones() as usize;
        Found {
            cards,
            scores,
            have: have as usize + everywhere,
            of: terms.len(),
            typed,
            with_synonyms,
        }
    }

    /// What a term is worth in each card, by itself or by a synonym, whichever is more; returns how many cards have it.
    fn score(
        &self,
        typed: (&Hits, &[Strength]),
        synonyms: (&Hits, &[Strength]),
        [own, others]: &mut [Sums; 2],
        mut note: impl FnMut(u32, f32),
    ) -> usize {
        self.each(typed, |card, weight| own.add(card, weight));
        self.each(synonyms, |card, weight| {
            others.better(card, weight * SYNONYM);
        });
        let (count, these) = (own.of.len(), own.touched.len());
        let more = others.touched.iter().filter(|card| own.of(**card) == 0.0);
        let all = these + more.count();
        let (rarity, rarity_of_all) = (rarity(these, count), rarity(all, count));
        for card in std::mem::take(&mut others.touched) {
            let score = rarity_of_all * saturated(others.take(card));
            note(card, (score - rarity * saturated(own.of(card))).max(0.0));
        }
        for card in std::mem::take(&mut own.touched) {
            note(card, rarity * saturated(own.take(card)));
        }
        all
    }

    /// Every card in which a term stands, by itself or in a name of what the card refers to, with what it weighs there.
    fn each(&self, (hits, named): (&Hits, &[Strength]), mut add: impl FnMut(u32, f32)) {
        for (entry, factor) in &hits.entries {
            for posting in self.postings(*entry) {
                add(posting.card, posting.weight * factor);
            }
        }
        for sequence in &hits.sequences {
            for holder in self.holders(sequence) {
                add(holder.card, holder.weight * hits.best);
            }
        }
        for strength in named {
            for (card, weight) in self.things.cards(strength.thing) {
                add(*card, weight * strength.weight);
            }
        }
    }

    fn synonym_hits(&self, term: &Term) -> Hits {
        let mut hits = Hits::default();
        for synonym in term.synonyms() {
            hits.extend(&self.hits(synonym));
        }
        hits
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
            // It is asked for what was typed and for its synonyms, each alone.
            Term::AnyOf { .. } => {}
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
    pub(super) fn sequence(&self, tokens: &[Token]) -> Option<Vec<u32>> {
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
