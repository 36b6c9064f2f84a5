//! Where a query's terms stand in a text, for marking them.

use std::ops::Range;

use super::{Query, Term, Token, TokenKind, Variants, allowed_errors, tokens, within_errors};

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
    for term in &query.terms {
        match term {
            Term::Word(word) => ranges.extend(words(&tokens, word)),
            Term::Phrase(phrase) => ranges.extend(phrases(text, &tokens, phrase)),
        }
    }
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

/// The words that begin so; where none does, those that nearly do.
fn words(tokens: &[Token], word: &str) -> Vec<Range<usize>> {
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<Range<usize>> {
        let words = tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Word && fits(&token.text));
        words.map(|token| token.span.clone()).collect()
    };
    let begin = of(&|text| text.starts_with(word));
    let typed: Vec<char> = word.chars().collect();
    let errors = allowed_errors(typed.len());
    if !begin.is_empty() || errors == 0 {
        return begin;
    }
    of(&|text| within_errors(&typed, &text.chars().collect::<Vec<_>>(), errors))
}

/// Every place where the phrase's tokens follow each other; Han at its edges may be part of a longer run.
fn phrases(text: &str, tokens: &[Token], phrase: &[Token]) -> Vec<Range<usize>> {
    let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else {
        return Vec::new();
    };
    let mut ranges = Vec::new();
    if phrase.len() == 1 && first.kind == TokenKind::Han {
        let wanted: Vec<char> = first.text.chars().collect();
        for token in tokens.iter().filter(|token| token.kind == TokenKind::Han) {
            let folded: Vec<char> = token.text.chars().collect();
            let mut starts: Vec<usize> = text[token.span.clone()]
                .char_indices()
                .map(|(at, _)| token.span.start + at)
                .collect();
            starts.push(token.span.end);
            for (i, window) in folded.windows(wanted.len()).enumerate() {
                if window == wanted {
                    ranges.push(starts[i]..starts[i + wanted.len()]);
                }
            }
        }
        return ranges;
    }
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
