//! Folding: what counts as the same letter, and where words begin and end.
//!
//! Case, accents, strokes through letters and full-width forms fold away, and Traditional characters fold to Simplified as
//! far as the data says.

use std::ops::Range;

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
        let mut pairs: Vec<_> = characters
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect();
        pairs.sort_unstable();
        Self(pairs)
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
                TokenKind::Word => token.text.extend(base(c).to_lowercase().map(unstroked)),
            }
        }
    }
    tokens.retain(|token| !token.text.is_empty());
    tokens
}

include!(concat!(env!("OUT_DIR"), "/bases.rs"));

/// A letter or digit without its accents and signs, by a table that the build makes of Unicode's.
fn base(c: char) -> char {
    let place = u16::try_from(u32::from(c))
        .ok()
        .and_then(|code| BASES.binary_search_by_key(&code, |pair| pair.0).ok());
    let base = place.and_then(|place| char::from_u32(BASES[place].1.into()));
    let base = base.unwrap_or(c);
    // A word has no Han characters, not even the one in `㊀`: how they are matched depends on it.
    if is_han(base) { c } else { base }
}

/// A lower-case letter without a stroke through it, which to Unicode is a letter of its own, or without a missing dot.
const fn unstroked(c: char) -> char {
    match c {
        'đ' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'ŧ' => 't',
        _ => c,
    }
}

/// Whether a character is a combining accent.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a character is a Han ideograph.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〇')
}
