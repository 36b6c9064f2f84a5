//! What a reader typed, as terms that a record must all match.

use super::{Token, TokenKind, Variants, tokens};

/// A search: every term must be matched. An empty one matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The terms, in the order typed.
    pub terms: Vec<Term>,
}

/// Something a record must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word that begins so; where no word of the data does, one that begins nearly so.
    Word(String),
    /// Exactly these words or Han characters, one after the other.
    Phrase(Vec<Token>),
}

impl Query {
    /// Reads what was typed: words, runs of Han, and phrases in quotes. A quote that is not closed yet counts as
    /// words, so that results do not jump while it is typed.
    pub fn new(typed: &str, variants: &Variants) -> Self {
        let mut terms = Vec::new();
        let mut rest = typed;
        while let Some((before, after)) = rest.split_once(['"', '“', '「', '『']) {
            words(before, variants, &mut terms);
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
        words(rest, variants, &mut terms);
        Self { terms }
    }
}

fn words(text: &str, variants: &Variants, terms: &mut Vec<Term>) {
    terms.extend(
        tokens(text, variants)
            .into_iter()
            .map(|token| match token.kind {
                TokenKind::Word => Term::Word(token.text),
                TokenKind::Han => Term::Phrase(vec![token]),
            }),
    );
}

impl Term {
    /// What a folded text, its tokens parted by single spaces and with a space at either end, holds where it
    /// matches the term without error.
    pub fn needle(&self) -> String {
        match self {
            Self::Word(word) => format!(" {word}"),
            Self::Phrase(tokens) => {
                let edge = |token: Option<&Token>| match token.map(|token| token.kind) {
                    Some(TokenKind::Word) => " ",
                    _ => "",
                };
                let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
                format!(
                    "{}{}{}",
                    edge(tokens.first()),
                    words.join(" "),
                    edge(tokens.last())
                )
            }
        }
    }
}

/// How many wrong letters a word of so many letters may have.
pub const fn allowed_errors(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// Whether `word` begins with something at most `errors` wrong letters away from `typed`: a letter too many, too
/// few, another one, or two neighbours exchanged (optimal string alignment distance over prefixes).
pub fn within_errors(typed: &[char], word: &[char], errors: usize) -> bool {
    if word.len() + errors < typed.len() {
        return false;
    }
    // Beyond this length a longer prefix is further away with every letter.
    let word = &word[..word.len().min(typed.len() + errors)];
    let width = typed.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut above: Vec<usize> = (0..width).collect();
    let mut nearest = above[typed.len()];
    for (i, letter) in word.iter().enumerate() {
        let mut row = vec![i + 1; width];
        let mut least = i + 1;
        for j in 1..width {
            let same = usize::from(typed[j - 1] != *letter);
            row[j] = (above[j - 1] + same).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 0 && j > 1 && typed[j - 1] == word[i - 1] && typed[j - 2] == *letter {
                row[j] = row[j].min(before[j - 2] + 1);
            }
            least = least.min(row[j]);
        }
        nearest = nearest.min(row[typed.len()]);
        if least > errors {
            break;
        }
        before = std::mem::replace(&mut above, row);
    }
    nearest <= errors
}
