//! Folding: what counts as the same letter, and where words begin and end.
//!
//! Case, accents and full-width forms fold away, and Traditional characters fold to Simplified as far as the data
//! says. The tables for accents are our own and small: Unicode's, as a crate, would add about a third of the whole
//! budget of the WebAssembly. A test holds them against that crate.

use std::ops::Range;

use crate::order::ordered_places;

/// Base letters of U+00C0 to U+017F, a stroke counting as an accent; a space where the character has no base letter.
const LATIN: &str = "AAAAAA CEEEEIIII NOOOOO OUUUUY  aaaaaa ceeeeiiii nooooo ouuuuy yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk LlLlLlLlLlNnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// A word or a run of Han characters within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded letters.
    pub text: String,
    /// Which of the two it is.
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
}

/// How a token is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits: matched from its beginning.
    Word,
    /// Han characters, which are written without spaces: matched anywhere.
    Han,
}

/// Which Traditional characters have which Simplified form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variants(Vec<(char, char)>);

impl Variants {
    /// Reads pairs of characters, the Traditional and its Simplified form, one pair after the other.
    pub fn new(pairs: &str) -> Self {
        let characters: Vec<char> = pairs.chars().collect();
        let pairs: Vec<_> = characters
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect();
        let order = ordered_places(pairs.len(), &mut |a, b| pairs[a].cmp(&pairs[b]));
        let variants = order.into_iter().map(|place| pairs[place]).collect();
        Self(variants)
    }

    fn simplified(&self, c: char) -> char {
        self.0
            .binary_search_by_key(&c, |pair| pair.0)
            .map_or(c, |place| self.0[place].1)
    }
}

/// The words and Han runs of a text, folded.
///
/// ```
/// # use explorer_core::explore::{Variants, tokens};
/// let texts = |text| tokens(text, &Variants::new("數数")).into_iter().map(|token| token.text).collect::<Vec<_>>();
/// assert_eq!(texts("Café ＡＩ+"), ["cafe", "ai"]);
/// assert_eq!(texts("2024年數碼港"), ["2024", "年数碼港"]);
/// ```
pub fn tokens(text: &str, variants: &Variants) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let kind = if is_han(c) {
            TokenKind::Han
        } else if c.is_alphanumeric() {
            TokenKind::Word
        } else {
            // An accent that stands as a character of its own belongs to the word before it.
            open &= is_accent(c);
            continue;
        };
        let span = at..at + c.len_utf8();
        match tokens.last_mut() {
            Some(token) if open && token.kind == kind => token.span.end = span.end,
            _ => tokens.push(Token {
                text: String::new(),
                kind,
                span,
            }),
        }
        open = true;
        if let Some(token) = tokens.last_mut() {
            match kind {
                TokenKind::Han => token.text.push(variants.simplified(c)),
                TokenKind::Word => token.text.push(lower(letter(c))),
            }
        }
    }
    tokens.retain(|token| !token.text.is_empty());
    tokens
}

/// A letter without accent, in its ordinary width.
fn letter(c: char) -> char {
    let code = c as u32;
    match code {
        0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(c),
        0xc0..=0x17f => match LATIN.as_bytes()[(code - 0xc0) as usize] {
            b' ' => c,
            base => base as char,
        },
        // The further accented letters of Latin (Vietnamese, pinyin) are rare here and keep their own form.
        _ => c,
    }
}

/// A letter in lower case: Latin, Greek and Cyrillic. Rust's own tables, which know every script that has cases, would
/// be a fiftieth of what the page loads.
fn lower(c: char) -> char {
    let up = match c as u32 {
        0x41..=0x5a | 0xc0..=0xde | 0x391..=0x3ab | 0x410..=0x42f => 32,
        0x388..=0x38a => 37,
        0x386 => 38,
        0x38c => 64,
        0x38e..=0x38f => 63,
        0x400..=0x40f => 80,
        code @ (0x139..=0x148 | 0x179..=0x17e) => code % 2,
        code @ (0x100..=0x137
        | 0x14a..=0x177
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff) => 1 - code % 2,
        _ => 0,
    };
    char::from_u32(c as u32 + up).unwrap_or(c)
}

/// Whether a character is a combining accent.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a character is a Han ideograph.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〇')
}

/// Whether a text holds another, byte by byte: in UTF-8 that is the same as character by character. The library's way,
/// quicker on long texts, would be a hundredth of what the page loads.
pub fn holds(text: &str, part: &str) -> bool {
    part.is_empty()
        || text
            .as_bytes()
            .windows(part.len())
            .any(|window| window == part.as_bytes())
}
