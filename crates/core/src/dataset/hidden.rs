//! Characters that nobody sees and that change what is seen around them.

/// Whether a character is invisible and has no place in a text of one line: controls, line ends, marks that turn the
/// direction of text around (Unicode Standard Annex 9), and the like. What joins letters within a word stays.
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
                | '\u{fff9}'..='\u{fffb}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text without hidden characters. Tabs and line ends part words, so that within the text they become one space,
/// together with the spaces around them.
pub(super) fn without_hidden(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut is_after_break = false;
    for c in text.chars() {
        match (is_hidden(c), c.is_whitespace()) {
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
