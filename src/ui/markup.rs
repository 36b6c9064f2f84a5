//! HTML and SVG as text, for what only shows: cards, records, drawings.
//!
//! Components are for what reacts. What does not is written by plain functions into one text, which the browser reads
//! faster than it is built element by element, which can be written without a browser as well, and which is a third
//! of the code to load.

use crate::dataset::Vocabulary;
use crate::explore::{Query, Variants, highlight};

/// A text of HTML or SVG that is being written. Whatever is put into it is escaped; what is opened is closed.
#[derive(Debug, Default)]
pub struct Markup {
    text: String,
    open: Vec<&'static str>,
}

/// What was searched for, to be marked in texts.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    /// The search.
    pub query: &'a Query,
    /// Which Han characters are the same in the other script.
    pub variants: &'a Variants,
}

impl Markup {
    /// Opens an element with attributes.
    pub fn open(&mut self, tag: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.empty(tag, attributes);
        self.open.push(tag);
        self
    }

    /// Writes an element that never holds anything, such as `input`.
    pub fn empty(&mut self, tag: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
        self.text.push('>');
        self
    }

    /// Opens an element of a class.
    pub fn begin(&mut self, tag: &'static str, class: &str) -> &mut Self {
        self.open(tag, &[("class", class)])
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(tag) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(tag);
            self.text.push('>');
        }
        self
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                c => self.text.push(c),
            }
        }
        self
    }

    /// Writes HTML that has been written already.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn html(&mut self, html: &str) -> &mut Self {
        self.text.push_str(html);
        self
    }

    /// Writes an element of a class that holds nothing but a text.
    pub fn leaf(&mut self, tag: &'static str, class: &str, text: &str) -> &mut Self {
        self.begin(tag, class).text(text).close()
    }

    /// Writes an element without attributes that holds nothing but a text.
    pub fn plain(&mut self, tag: &'static str, text: &str) -> &mut Self {
        self.open(tag, &[]).text(text).close()
    }

    /// Writes a text, with what was searched for in `<mark>`.
    pub fn marked(&mut self, text: &str, marks: Marks<'_>) -> &mut Self {
        let part = |from, to| text.get(from..to).unwrap_or_default();
        let mut at = 0;
        for range in highlight(text, marks.query, marks.variants) {
            self.text(part(at, range.start));
            self.plain("mark", part(range.start, range.end));
            at = range.end;
        }
        self.text(part(at, text.len()))
    }

    /// Opens an element of a class in the hue of a theme.
    pub fn hued(
        &mut self,
        tag: &'static str,
        class: &str,
        theme: Option<&str>,
        vocabulary: &Vocabulary,
    ) -> &mut Self {
        let hue = theme.and_then(|theme| vocabulary.hue(theme));
        let hue = hue.map(|hue| hue.to_string()).unwrap_or_default();
        self.open(tag, &[("class", class), ("data-hue", &hue)])
    }

    /// Writes a theme's icon, whose name always stands beside it.
    pub fn icon(&mut self, path: &str) -> &mut Self {
        self.open(
            "svg",
            &[
                ("class", "icon"),
                ("viewBox", "0 0 24 24"),
                ("aria-hidden", "true"),
                ("focusable", "false"),
            ],
        );
        self.open("path", &[("d", path)]).close().close()
    }

    /// The text, all that is open being closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}
