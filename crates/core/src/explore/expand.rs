//! The terms of a query with those of their synonyms that there are.

use super::query::Term;
use super::words::{Words, contains, han};

/// The most words or segments of a query that are looked up together.
const LONGEST: usize = 4;

impl Words {
    /// Whether some card has a synonym of a word, given by its stem, or of a segment of Han.
    pub(super) fn has_synonyms(&self, key: &str) -> bool {
        self.synonyms.of(key).any(|synonym| self.has(synonym))
    }

    /// The same terms, each with those of its synonyms that some card has. A synonym of several words in a row counts as each
    /// of them.
    pub(super) fn expanded(&self, terms: Vec<Term>) -> Vec<Term> {
        let keys: Vec<Option<&str>> = terms.iter().map(key).collect();
        let mut all: Vec<Vec<Term>> = vec![Vec::new(); terms.len()];
        for start in 0..terms.len() {
            for end in start + 1..=terms.len().min(start + LONGEST) {
                let keys: Option<Vec<&str>> = keys[start..end].iter().copied().collect();
                let Some(keys) = keys else { break };
                let key = keys.join(" ");
                for synonym in self.synonyms.of(&key).filter(|other| self.has(other)) {
                    for synonyms in &mut all[start..end] {
                        if !synonyms.contains(synonym) {
                            synonyms.push(synonym.clone());
                        }
                    }
                }
            }
        }
        let with = |(typed, synonyms): (Term, Vec<Term>)| {
            if synonyms.is_empty() {
                return typed;
            }
            let typed = Box::new(typed);
            Term::AnyOf { typed, synonyms }
        };
        terms.into_iter().zip(all).map(with).collect()
    }

    /// Whether a card or a name has a synonym.
    fn has(&self, synonym: &Term) -> bool {
        match synonym {
            Term::Word(word) => self.dictionary.knows(&word.text, &word.stem),
            Term::Han(run) => self.occurs(&run.chars().map(han).collect::<Vec<_>>()),
            Term::Phrase(tokens) => self.sequence(tokens).is_some_and(|sequence| {
                let mut names = self.things.proper_names();
                !self.holders(&sequence).is_empty() || names.any(|name| contains(name, &sequence))
            }),
            Term::Number(digits) => self.dictionary.find(digits).is_some(),
            Term::AnyOf { .. } => false,
        }
    }
}

/// The key of a term; quoted words have none, since they are to be found as they are.
fn key(term: &Term) -> Option<&str> {
    match term {
        Term::Word(word) => Some(&word.stem),
        Term::Number(text) | Term::Han(text) => Some(text),
        Term::Phrase(_) | Term::AnyOf { .. } => None,
    }
}
