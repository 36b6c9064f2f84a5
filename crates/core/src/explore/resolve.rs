//! What the terms of a query stand for among the words that there are.

use super::correct::{allowed_errors, within_errors};
use super::query::{Query, Term, Word};
use super::words::Words;

/// The shortest part of a word that was written as one.
const SHORTEST_PART: usize = 3;
/// A shorter word that is some word's beginning is that.
const SHORTEST_WRONG: usize = 5;

impl Words {
    /// The same query with what there is: words that are known or are only the beginning of one, words written as one,
    /// wrong letters put right, Han in the segments that occur.
    pub fn resolve(&self, query: Query, typed: &str) -> Query {
        let mut resolved = Query {
            terms: Vec::new(),
            parts: Vec::new(),
            corrected: query.corrected,
        };
        let count = query.terms.len();
        for (i, term) in query.terms.into_iter().enumerate() {
            let is_typed = i + 1 == count && !typed.ends_with(char::is_whitespace);
            match term {
                Term::Word(word) => {
                    let (word, correction) = self.word(word, is_typed);
                    resolved.corrected.extend(correction);
                    resolved.terms.push(Term::Word(word));
                }
                Term::Number(digits) if self.dictionary.find(&digits).is_none() && is_typed => {
                    // A year that is half typed.
                    resolved.terms.push(Term::Word(Word::new(&digits)));
                }
                Term::Han(run) => {
                    let (segments, correction) = self.segments(&run);
                    let parts = segments.iter().flat_map(|segment| self.parts(segment));
                    resolved.parts.extend(parts.map(Term::Han));
                    if correction.is_none() && segments != [&*run] {
                        resolved.parts.push(Term::Han(run));
                    }
                    resolved.corrected.extend(correction);
                    resolved.terms.extend(segments.into_iter().map(Term::Han));
                }
                term => resolved.terms.push(term),
            }
        }
        let says = |term: &Term| match term {
            Term::Han(run) => run.chars().count() > 1 && !self.says_nothing(run),
            _ => true,
        };
        if resolved.terms.iter().any(says) {
            resolved.terms.retain(says);
        }
        resolved.terms = self.expanded(resolved.terms);
        resolved.parts = self.expanded(resolved.parts);
        resolved
    }

    fn word(&self, mut word: Word, is_typed: bool) -> (Word, Option<(String, String)>) {
        let dictionary = &self.dictionary;
        word.joined
            .retain(|joined| dictionary.knows(joined, &super::stem(joined)));
        word.parted = self.parted(&word.text);
        // A word that stands for others that records have is no wrong one.
        let is_known = dictionary.knows(&word.text, &word.stem) || self.has_synonyms(&word.stem);
        if is_known || !word.joined.is_empty() || word.parted.is_some() {
            word.begins = false;
            return (word, None);
        }
        let begins = !dictionary.beginning(&word.text).is_empty();
        if begins && (is_typed || word.text.len() < SHORTEST_WRONG) {
            return (word, None);
        }
        match self.nearest(&word.text, begins) {
            Some(right) => {
                let correction = (word.text, right.to_owned());
                let word = Word {
                    begins: false,
                    ..Word::new(right)
                };
                (word, Some(correction))
            }
            None => (word, None),
        }
    }

    /// The two words that stand next to each other somewhere and make this one.
    fn parted(&self, word: &str) -> Option<[String; 2]> {
        if word.len() < 2 * SHORTEST_PART || !word.is_ascii() {
            return None;
        }
        (SHORTEST_PART..=word.len() - SHORTEST_PART).find_map(|at| {
            let (first, second) = word.split_at(at);
            let sequence = [self.dictionary.find(first)?, self.dictionary.find(second)?];
            let is_there = !self.holders(&sequence).is_empty();
            is_there.then(|| [first.to_owned(), second.to_owned()])
        })
    }

    /// The word that was meant by one with wrong letters: the nearest, of those the one with the same first letter, of
    /// those the one in most records. Beginnings of words count unless `is_whole`.
    fn nearest(&self, typed: &str, is_whole: bool) -> Option<&str> {
        let letters: Vec<char> = typed.chars().collect();
        let errors = allowed_errors(letters.len());
        if errors == 0 || letters.iter().any(char::is_ascii_digit) {
            return None;
        }
        // A wrong letter accounts for one that is missing at most, and that is seen far sooner than how far apart two
        // words are.
        let bit = |letter: char| 1_u64 << (u32::from(letter) % 64);
        let wanted = letters.iter().fold(0, |bits, letter| bits | bit(*letter));
        let mut others = Vec::new();
        let near = self.dictionary.words().filter_map(|(entry, word)| {
            let has = word.chars().fold(0, |bits, letter| bits | bit(letter));
            if (wanted & !has).count_ones() as usize > errors {
                return None;
            }
            others.clear();
            others.extend(word.chars());
            let (whole, beginning) = within_errors(&letters, &others, errors)?;
            if is_whole && whole > errors {
                return None;
            }
            // What is not ended yet is further away than a whole word with as many wrong letters.
            let distance = if is_whole {
                whole
            } else {
                (2 * beginning + 1).min(whole.saturating_mul(2))
            };
            let is_other = others.first() != letters.first();
            let count = self.postings(entry).len();
            Some(((distance, is_other, std::cmp::Reverse(count)), word))
        });
        near.min().map(|(_, word)| word)
    }
}
