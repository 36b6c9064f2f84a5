//! Folding: what counts as the same letter, and where words begin and end.
//!
//! Case, accents, strokes through letters and full-width forms fold away, and so do the variants of Han characters.

use std::ops::Range;

use super::Variants;
use super::variants::is_han;

/// A word, a number or a run of Han characters within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded letters.
    pub text: String,
    /// Which of them it is.
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// Whether nothing but a hyphen parts it from the token before.
    pub is_hyphenated: bool,
}

/// How a token is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, or letters and digits.
    Word,
    /// Digits, without what groups them: `3000` of `3,000`.
    Number,
    /// Han characters, which are written without spaces: matched anywhere.
    Han,
}

/// The words, numbers and Han runs of a text, folded.
///
/// ```
/// # use explorer_core::explore::{Variants, tokens};
/// let texts = |text| tokens(text, &Variants::new("數数")).into_iter().map(|token| token.text).collect::<Vec<_>>();
/// assert_eq!(texts("Café ＡＩ+"), ["cafe", "ai"]);
/// assert_eq!(texts("2024年數碼港"), ["2024", "年数碼港"]);
/// assert_eq!(texts("HK$3,000 for Noah’s start-up"), ["3000", "for", "noahs", "start", "up"]);
/// ```
pub fn tokens(text: &str, variants: &Variants) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = Before::Other;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        if !c.is_alphanumeric() && !is_han(c) {
            before = match (before, tokens.last_mut()) {
                (Before::Token, Some(token)) => after_sign(c, rest, token),
                _ => Before::Other,
            };
            if c == '$' && tokens.last().is_some_and(|token| token.is_currency(at)) {
                tokens.pop();
            }
            continue;
        }
        let kind = if is_han(c) {
            TokenKind::Han
        } else {
            TokenKind::Word
        };
        let end = at + c.len_utf8();
        match tokens.last_mut() {
            Some(token) if before == Before::Token && token.is_han() == is_han(c) => {
                token.span.end = end;
            }
            _ => tokens.push(Token {
                text: String::new(),
                kind,
                span: at..end,
                is_hyphenated: before == Before::Hyphen,
            }),
        }
        before = Before::Token;
        if let Some(token) = tokens.last_mut() {
            match kind {
                TokenKind::Han => token.text.push(variants.folded(c)),
                _ => token.text.extend(base(c).to_lowercase().map(unstroked)),
            }
        }
    }
    tokens.retain(|token| !token.text.is_empty());
    for token in &mut tokens {
        if is_number(&token.text) {
            token.kind = TokenKind::Number;
        }
    }
    tokens
}

/// What stands before a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A token that may go on.
    Token,
    /// A hyphen with a token before it.
    Hyphen,
    Other,
}

/// What a sign behind a token makes of it: within a word or a number it does not end it.
fn after_sign(sign: char, rest: &str, token: &mut Token) -> Before {
    let mut next = rest.chars();
    let is_number = is_number(&token.text);
    let goes_on = match sign {
        c if is_accent(c) => true,
        '\'' | '’' => {
            !token.is_han() && !is_number && next.next().is_some_and(char::is_alphabetic)
        }
        ',' if is_number => {
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            digits == 3
        }
        '.' if is_number && !token.text.contains('.') => {
            next.next().is_some_and(|c| c.is_ascii_digit())
        }
        '-' | '\u{2010}' | '\u{2011}' => return Before::Hyphen,
        _ => false,
    };
    if goes_on && sign == '.' {
        token.text.push('.');
    }
    if goes_on {
        Before::Token
    } else {
        Before::Other
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

impl Token {
    pub(super) fn is_han(&self) -> bool {
        self.kind == TokenKind::Han
    }

    /// Whether a hyphen makes one word of it and the token before.
    pub(super) fn is_joined_to(&self, before: &Self) -> bool {
        let kinds = [before.kind, self.kind];
        self.is_hyphenated && !kinds.contains(&TokenKind::Han) && kinds.contains(&TokenKind::Word)
    }

    /// Whether it says whose dollar the sign behind it is.
    fn is_currency(&self, sign: usize) -> bool {
        self.span.end == sign && matches!(&*self.text, "hk" | "us" | "a" | "s" | "c" | "nt" | "rmb")
    }
}

include!(concat!(env!("OUT_DIR"), "/bases.rs"));

/// A letter or digit without its accents and signs, by a table that the build makes of Unicode's.
fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
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
