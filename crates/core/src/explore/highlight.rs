//! Where a query's terms stand in a text, for marking them.

use std::ops::Range;

use super::form::stem;
use super::number::values;
use super::query::Word;
use super::{Query, Term, Token, TokenKind, Variants, tokens};

/// The parts of a text that match terms of the query, as ranges of bytes at character boundaries, in order and
/// apart from each other.
///
/// ```
/// # use explorer_core::explore::{Query, Variants, highlight};
/// let variants = Variants::default();
/// let query = Query::new("hosp", &variants);
/// assert_eq!(highlight("Hospital Authority", &query, &variants), [0..8]);
/// ```
pub fn highlight(text: &str, query: &Query, variants: &Variants) -> Vec<Range<usize>> {
    if query.terms.is_empty() {
        return Vec::new();
    }
    let tokens = tokens(text, variants);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let with_synonyms = |term| std::iter::once(Term::typed(term)).chain(term.synonyms());
    for term in query
        .terms
        .iter()
        .chain(&query.parts)
        .flat_map(with_synonyms)
    {
        match term {
            Term::Word(word) => words(&tokens, word, &mut ranges),
            Term::Number(digits) => numbers(text, &tokens, digits, &mut ranges),
            Term::Han(run) => ranges.extend(runs(text, &tokens, run)),
            Term::Phrase(phrase) => ranges.extend(phrases(text, &tokens, phrase)),
            // Synonyms have none of their own.
            Term::AnyOf { .. } => {}
        }
    }
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The forms of a word, what begins with it where it stands for that, and the words that make it or that it makes.
fn words(tokens: &[Token], word: &Word, ranges: &mut Vec<Range<usize>>) {
    let joined: Vec<(&String, String)> =
        word.joined.iter().map(|text| (text, stem(text))).collect();
    let is = |token: &Token| {
        let one = |text: &str, root: &str| {
            // Forms of one word begin with the same letter, and stems take time.
            *token.text == *text
                || (token.text.starts_with(root.get(..1).unwrap_or(root))
                    && stem(&token.text) == root)
        };
        (word.begins && token.text.starts_with(&word.text))
            || one(&word.text, &word.stem)
            || joined.iter().any(|(text, root)| one(text, root))
    };
    let of_words: Vec<&Token> = tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Han)
        .collect();
    ranges.extend(
        of_words
            .iter()
            .filter(|token| is(token))
            .map(|token| token.span.clone()),
    );
    for pair in tokens
        .windows(2)
        .filter(|pair| pair.iter().all(|token| token.kind != TokenKind::Han))
    {
        let [first, second] = pair else { continue };
        let is_parted = word
            .parted
            .as_ref()
            .is_some_and(|[a, b]| *first.text == **a && *second.text == **b);
        let whole = || Token {
            text: format!("{}{}", first.text, second.text),
            ..first.clone()
        };
        if is_parted || (second.is_joined_to(first) && is(&whole())) {
            ranges.push(first.span.start..second.span.end);
        }
    }
}

/// A number, with or without a unit.
fn numbers(text: &str, tokens: &[Token], digits: &str, ranges: &mut Vec<Range<usize>>) {
    let plain = tokens.iter().filter(|token| *token.text == *digits);
    ranges.extend(plain.map(|token| token.span.clone()));
    for value in values(tokens)
        .into_iter()
        .filter(|value| *value.digits == *digits)
    {
        let (first, last) = (&tokens[value.tokens.start], &tokens[value.tokens.end - 1]);
        let mut range = first.span.start..last.span.end;
        if last.is_han() {
            let han = characters(text, last, value.han.start, value.han.end - value.han.start);
            range.end = han.end;
            if value.tokens.len() == 1 {
                range.start = han.start;
            }
        }
        ranges.push(range);
    }
}

/// Every place of a run within runs of Han.
fn runs(text: &str, tokens: &[Token], run: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = run.chars().collect();
    let mut ranges = Vec::new();
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Han) {
        let folded: Vec<char> = token.text.chars().collect();
        let mut starts: Vec<usize> = text[token.span.clone()]
            .char_indices()
            .filter(|(_, c)| super::variants::is_han(*c))
            .map(|(at, _)| token.span.start + at)
            .collect();
        starts.push(token.span.end);
        for (i, window) in folded.windows(wanted.len().max(1)).enumerate() {
            if window == wanted {
                ranges.push(starts[i]..starts[i + wanted.len()]);
            }
        }
    }
    ranges
}

/// Every place where the phrase's tokens follow each other; Han at its edges may be part of a longer run.
fn phrases(text: &str, tokens: &[Token], phrase: &[Token]) -> Vec<Range<usize>> {
    let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else {
        return Vec::new();
    };
    if phrase.len() == 1 && first.kind == TokenKind::Han {
        return runs(text, tokens, &first.text);
    }
    let mut ranges = Vec::new();
    for window in tokens.windows(phrase.len()) {
        let inner = window
            .iter()
            .zip(phrase)
            .enumerate()
            .all(|(i, (token, wanted))| {
                let (begins, ends) = (i == 0, i + 1 == phrase.len());
                token.kind == wanted.kind
                    && match wanted.kind {
                        TokenKind::Han if begins => token.text.ends_with(&wanted.text),
                        TokenKind::Han if ends => token.text.starts_with(&wanted.text),
                        _ => token.text == wanted.text,
                    }
            });
        if let (true, [head, .., tail]) | (true, [head @ tail]) = (inner, window) {
            let mut range = head.span.start..tail.span.end;
            if first.kind == TokenKind::Han {
                let (all, part) = (head.text.chars().count(), first.text.chars().count());
                range.start = characters(text, head, all - part, part).start;
            }
            if last.kind == TokenKind::Han {
                range.end = characters(text, tail, 0, last.text.chars().count()).end;
            }
            ranges.push(range);
        }
    }
    ranges
}

/// The bytes of some characters of a Han token: each folded character stands for one of the text.
fn characters(text: &str, token: &Token, begin: usize, count: usize) -> Range<usize> {
    let mut ends = text[token.span.clone()]
        .char_indices()
        .filter(|(_, c)| super::variants::is_han(*c))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .skip(begin);
    let start = ends.next().unwrap_or_default();
    let end = if count > 1 {
        ends.nth(count - 2).unwrap_or(start)
    } else {
        start
    };
    token.span.start + start.0..token.span.start + end.1
}
