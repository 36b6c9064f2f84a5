//! Characters that nobody sees and that change what is seen around them.

/// Whether a character is invisible and has no place in a text of one line: controls, line ends, marks that turn the
/// direction of text around (Unicode Standard Annex 9), and the like. What joins letters within a word stays.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
