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

/// What tests look for in a document, beside what `roxmltree` has.
#[cfg(test)]
pub mod parsed {
    use roxmltree::Node;

    /// The elements within an element.
    pub fn children<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
        node.children().filter(Node::is_element)
    }

    /// Their names, in order.
    pub fn names<'a>(node: Node<'a, 'a>) -> Vec<&'a str> {
        children(node)
            .map(|child| child.tag_name().name())
            .collect()
    }

    /// All elements of a name, however deep.
    pub fn all<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
        node.descendants()
            .filter(move |node| node.tag_name().name() == name)
    }

    /// The only element of a name.
    pub fn only<'a>(node: Node<'a, 'a>, name: &'a str) -> Node<'a, 'a> {
        let found: Vec<_> = all(node, name).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_become_markup() {
        assert_eq!(escaped("R&D <\"AI\">"), "R&amp;D &lt;&quot;AI&quot;&gt;");
    }
}
