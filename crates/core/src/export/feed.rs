//! A feed of what changed, in the Atom format (RFC 4287).

use std::fmt::Write as _;

/// A feed.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    /// What never changes about it, as an IRI.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The tag of its language.
    pub lang: &'static str,
    /// The address against which its links are read; `None` where they are relative to the feed itself.
    pub base: Option<String>,
    /// What changed, the latest first.
    pub entries: Vec<FeedEntry>,
}

/// A change.
#[derive(Clone, Debug, Default)]
pub struct FeedEntry {
    /// What never changes about it, as an IRI.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What there is to know, as plain text.
    pub summary: String,
    /// Where it stands.
    pub href: String,
    /// The day on which it changed, as `2026-03-01`.
    pub updated: String,
}

impl Feed {
    /// The feed as XML.
    pub fn xml(&self) -> String {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"",
        );
        let base = self.base.iter().map(|base| ("xml:base", base.as_str()));
        for (name, value) in base.chain([("xml:lang", self.lang)]) {
            let _ = write!(xml, " {name}=\"{}\"", escaped(value));
        }
        let newest = self
            .entries
            .first()
            .map_or("1970-01-01", |entry| &entry.updated);
        let title = escaped(&self.title);
        let _ = write!(
            xml,
            ">\n<id>{}</id>\n<title>{title}</title>\n<updated>{newest}T00:00:00Z</updated>\n\
             <author><name>{title}</name></author>\n<link href=\"./\"/>\n",
            escaped(&self.id),
        );
        for entry in &self.entries {
            let _ = write!(
                xml,
                "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}T00:00:00Z</updated>\n\
                 <link href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
                escaped(&entry.id),
                escaped(&entry.title),
                entry.updated,
                escaped(&entry.href),
                escaped(&entry.summary),
            );
        }
        xml + "</feed>\n"
    }
}

/// A list of a site's pages for those who search the web (sitemaps.org), each with the same page in other languages.
pub fn sitemap(pages: &[Vec<(&'static str, String)>]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for languages in pages {
        for (_, address) in languages {
            let _ = write!(xml, "<url><loc>{}</loc>", escaped(address));
            for (lang, address) in languages {
                let address = escaped(address);
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\"/>"
                );
            }
            xml += "</url>\n";
        }
    }
    xml + "</urlset>\n"
}

/// A text as XML takes it: without what it has no way to write, and with what would be markup escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
