//! Texts as TeX reads them.

/// Two signs that TeX prints as another one: dashes, quotes, and marks that stand on their heads.
const LIGATURES: [[char; 2]; 5] = [['-', '-'], ['`', '`'], ['\'', '\''], ['!', '`'], ['?', '`']];

/// A text with everything escaped that TeX would take for a command, or print as another sign.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for c in text.chars() {
        if LIGATURES.contains(&[before, c]) {
            out.push_str("{}");
        }
        before = c;
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            _ => out.push(c),
        }
    }
    out
}

/// An address as `\url` takes it: what would end it, or would be a command, is in percent.
pub(super) fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c if c.is_control() || c == ' ' => out.push_str("%20"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stay_what_they_are() {
        assert_eq!(
            escaped("a -- b--- ''c'' ?`"),
            r"a -{}- b-{}-{}- '{}'c'{}' ?{}`"
        );
        assert_eq!(
            escaped(r"50% of R&D, {x}\y"),
            r"50\% of R\&D, \{x\}\textbackslash{}y"
        );
    }
}
