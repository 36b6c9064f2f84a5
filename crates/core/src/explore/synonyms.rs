//! Words that mean the same, by which the words of a query are expanded.
//!
//! The method is expansion at the time of the query by a list that people wrote, as in Lucene's `SynonymGraphFilter` and
//! `SynonymQuery`, where a synonym counts less than what was typed. The form of the list is that of Solr's `synonyms.txt`
//! (<https://solr.apache.org/guide/solr/latest/indexing-guide/filters.html#synonym-graph-filter>), but what was typed always
//! stays among what is looked for. Records are indexed by their own words alone.

use rustc_hash::FxHashMap;

use super::form::is_stop_word;
use super::query::{Term, Word};
use super::{Token, TokenKind, Variants, stem, tokens};

/// Groups of words that mean the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Synonyms {
    /// What counts as the words of a group, each with its key.
    groups: Vec<Vec<(String, Term)>>,
    /// The groups by the key of what is typed.
    places: FxHashMap<String, Vec<usize>>,
}

impl Synonyms {
    /// Reads groups, a line each, of words that commas part. What stands before `=>` is only looked up, and finds what
    /// stands after it. Lines that begin with `#` are passed over.
    pub fn new(groups: &str, variants: &Variants) -> Self {
        let mut synonyms = Self::default();
        for line in groups.lines().filter(|line| !line.starts_with('#')) {
            let (typed, found) = line.split_once("=>").unwrap_or((line, line));
            let read = |words: &str| {
                let all = words.split(',').map(|word| said(word, variants));
                let all = all.filter_map(|tokens| Some((key_of(&tokens)?, term(tokens)?)));
                all.collect::<Vec<_>>()
            };
            let place = synonyms.groups.len();
            for (key, _) in read(typed) {
                let places = synonyms.places.entry(key).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
            synonyms.groups.push(read(found));
        }
        synonyms
    }

    /// What counts as the words of this key.
    pub fn of<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Term> {
        let places = self.places.get(key).into_iter().flatten();
        places
            .flat_map(|place| &self.groups[*place])
            .filter(move |(other, _)| *other != key)
            .map(|(_, term)| term)
    }
}

/// The tokens of a word, without words that say nothing, which a query has not either.
fn said(word: &str, variants: &Variants) -> Vec<Token> {
    let mut tokens = tokens(word, variants);
    if tokens.iter().any(|token| !is_stop_word(&token.text)) {
        tokens.retain(|token| !is_stop_word(&token.text));
    }
    tokens
}

/// The key by which a word of the list is looked up: one for all forms of a word.
fn key_of(tokens: &[Token]) -> Option<String> {
    let keys: Vec<String> = tokens.iter().map(|token| stem(&token.text)).collect();
    (!keys.is_empty()).then(|| keys.join(" "))
}

/// A word of the list as what is looked for.
fn term(mut tokens: Vec<Token>) -> Option<Term> {
    if tokens.len() > 1 {
        return Some(Term::Phrase(tokens));
    }
    let Token { text, kind, .. } = tokens.pop()?;
    Some(match kind {
        TokenKind::Word => Term::Word(Word {
            begins: false,
            ..Word::new(&text)
        }),
        TokenKind::Number => Term::Number(text),
        TokenKind::Han => Term::Han(text),
    })
}
