//! What a reader typed, as terms.

use super::form::{is_stop_han, is_stop_word, stem};
use super::number;
use super::value::Value;
use super::{Token, TokenKind, Variants, tokens};

/// A search. One without terms matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is looked for, in the order typed.
    pub terms: Vec<Term>,
    /// The words of which a run of Han consists that is one term, and the run that is several. They choose no record, but
    /// those that have them as well come first.
    pub parts: Vec<Term>,
    /// What was typed with wrong letters, each with what was looked for instead.
    pub corrected: Vec<(String, String)>,
}

/// Something that a record may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word in any of its forms.
    Word(Word),
    /// A number, by all its digits.
    Number(String),
    /// Han characters, one after the other.
    Han(String),
    /// Exactly these words or Han characters, one after the other.
    Phrase(Vec<Token>),
    /// What was typed, or one of the terms that mean the same.
    AnyOf {
        /// What was typed.
        typed: Box<Term>,
        /// What counts as it, though less.
        synonyms: Vec<Term>,
    },
}

impl Term {
    /// The term without its synonyms.
    pub fn typed(&self) -> &Self {
        match self {
            Self::AnyOf { typed, .. } => typed,
            term => term,
        }
    }

    /// What means the same.
    pub fn synonyms(&self) -> &[Self] {
        match self {
            Self::AnyOf { synonyms, .. } => synonyms,
            _ => &[],
        }
    }
}

/// A word that was typed, and what else counts as it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub text: String,
    /// What its forms have in common.
    pub stem: String,
    /// Whether it stands for all words that begin so.
    pub begins: bool,
    /// Words that it makes with the one typed before or after it: `chatbot` for `chat` in `chat bot`.
    pub joined: Vec<String>,
    /// The two words that it consists of, where records part it: `health` and `tech`.
    pub parted: Option<[String; 2]>,
}

impl Word {
    /// A word as it was typed.
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            stem: stem(text),
            begins: true,
            ..Self::default()
        }
    }
}

impl Query {
    /// Reads what was typed: words, numbers, runs of Han, and phrases in quotes. A quote that is not closed yet counts as
    /// words, so that results do not jump while it is typed. [`super::Index::query`] reads the same with an eye to which
    /// words there are.
    pub fn new(typed: &str, variants: &Variants) -> Self {
        let mut terms = Vec::new();
        let mut rest = typed;
        while let Some((before, after)) = rest.split_once(['"', '“', '「', '『']) {
            lines(before, variants, &mut terms);
            let Some((phrase, after)) = after.split_once(['"', '”', '」', '』']) else {
                rest = after;
                break;
            };
            let phrase = tokens(phrase, variants);
            if !phrase.is_empty() {
                terms.push(Term::Phrase(phrase));
            }
            rest = after;
        }
        lines(rest, variants, &mut terms);
        if terms.iter().any(|term| !says_nothing(term)) {
            terms.retain(|term| !says_nothing(term));
        }
        Self {
            terms,
            parts: Vec::new(),
            corrected: Vec::new(),
        }
    }
}

/// Whether a term is passed over where others are there.
fn says_nothing(term: &Term) -> bool {
    match term {
        Term::Word(word) => is_stop_word(&word.text),
        Term::Han(run) => is_stop_han(run),
        Term::Number(_) | Term::Phrase(_) | Term::AnyOf { .. } => false,
    }
}

/// Reads what stands outside quotes, line by line, as texts are read: a number at the end of one and a letter at the
/// beginning of the next are no sum.
fn lines(text: &str, variants: &Variants, terms: &mut Vec<Term>) {
    for line in text.lines() {
        words(line, variants, terms);
    }
}

/// Reads a line that stands outside quotes.
fn words(text: &str, variants: &Variants, terms: &mut Vec<Term>) {
    let tokens = tokens(text, variants);
    let mut values = number::values(&tokens).into_iter().peekable();
    let mut before: Option<usize> = None;
    let mut at = 0;
    // How many characters of the Han token at hand are read.
    let mut skip = 0;
    while let Some(token) = tokens.get(at) {
        let value = values.next_if(|value| value.tokens.start == at && value.han.start >= skip);
        if let Some(Value {
            digits,
            tokens: span,
            han,
        }) = value
        {
            if token.is_han() {
                terms.extend(run(token, skip, Some(han.start)));
            }
            terms.push(Term::Number(digits));
            before = None;
            let last = span.end - 1;
            let is_within = tokens[last].is_han();
            (at, skip) = if is_within {
                (last, han.end)
            } else {
                (span.end, 0)
            };
            continue;
        }
        let mut word = None;
        match token.kind {
            TokenKind::Number => {
                terms.push(Term::Number(token.text.clone()));
                let next = tokens.get(at + 1).filter(|next| next.is_han());
                skip = next.map_or(0, |next| number::money(&next.text));
                at += 1;
                before = None;
                continue;
            }
            TokenKind::Word => {
                word = Some(terms.len());
                terms.push(Term::Word(Word::new(&token.text)));
            }
            TokenKind::Han => terms.extend(run(token, skip, None)),
        }
        if let (Some(before), Some(word)) = (before, word) {
            join(terms, before, word);
        }
        before = word;
        (at, skip) = (at + 1, 0);
    }
}

/// The characters of a Han token from one to another, as a term.
fn run(token: &Token, from: usize, to: Option<usize>) -> Option<Term> {
    let count = to.unwrap_or(usize::MAX).saturating_sub(from);
    let run: String = token.text.chars().skip(from).take(count).collect();
    (!run.is_empty()).then_some(Term::Han(run))
}

/// Notes what two neighbours make when written as one word.
fn join(terms: &mut [Term], first: usize, second: usize) {
    if let [Term::Word(first), .., Term::Word(second)] = &mut terms[first..=second] {
        let joined = format!("{}{}", first.text, second.text);
        first.joined.push(joined.clone());
        second.joined.push(joined);
    }
}
