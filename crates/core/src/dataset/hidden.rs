//! Characters that nobody sees and that change what is seen around them.

use std::iter;

use super::han::is_han;

/// Whether a character is invisible and has no place in a text of one line: controls, line ends, marks that turn the
/// direction of text around (Unicode Standard Annex 9), and the like. What joins letters within a word is not among them.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fdd0}'..='\u{fdef}'
                | '\u{fff9}'..='\u{fffc}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e007f}'
        )
        // No character, and never one (Unicode, section 23.7).
        || c as u32 & 0xfffe == 0xfffe
}

/// Whether a character is invisible where it stands, after another or at the beginning: hidden anywhere, or joining or
/// varying letters that do neither.
fn is_hidden_after(before: Option<char>, c: char) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => before.is_none_or(|c| c.is_ascii() || is_han(c)),
        '\u{fe00}'..='\u{fe0f}' => {
            before.is_none_or(|c| c.is_ascii_alphabetic() || c.is_whitespace())
        }
        '\u{e0100}'..='\u{e01ef}' => !before.is_some_and(is_han),
        c => is_hidden(c),
    }
}

/// The first character of a text that nobody sees there.
pub(super) fn first_hidden(text: &str) -> Option<char> {
    let before = iter::once(None).chain(text.chars().map(Some));
    let mut pairs = before.zip(text.chars());
    pairs.find_map(|(before, c)| is_hidden_after(before, c).then_some(c))
}

/// The text without hidden characters. Tabs and line ends part words, so that within the text they become one space,
/// together with the spaces around them.
pub(super) fn without_hidden(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut is_after_break = false;
    let before = iter::once(None).chain(text.chars().map(Some));
    for (before, c) in before.zip(text.chars()) {
        match (is_hidden_after(before, c), c.is_whitespace()) {
            (true, true) => is_after_break = true,
            (true, false) => {}
            (false, true) if is_after_break => {}
            (false, _) => {
                if is_after_break && !shown.is_empty() && !shown.ends_with(char::is_whitespace) {
                    shown.push(' ');
                }
                shown.push(c);
                is_after_break = false;
            }
        }
    }
    shown
}

/// Whether a text has nothing that one sees: spaces, and what joins or varies letters that are not there.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || is_hidden(c)
            || matches!(
                c,
                '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
            )
    })
}
