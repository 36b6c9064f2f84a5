//! Texts as XML has them.

use explorer_core::dataset::{Lang, Text};

/// A text in all languages, as the elements of a manifest: each by how one language's is written.
pub fn in_each(text: &Text, element: impl Fn(&str, &str) -> String) -> String {
    Lang::ALL
        .map(|lang| element(lang.tag(), &escaped(text.get(lang))))
        .concat()
}

/// A text as XML has it.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no way to write most of these.
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_become_markup() {
        assert_eq!(escaped("R&D <\"AI\">"), "R&amp;D &lt;&quot;AI&quot;&gt;");
    }
}
