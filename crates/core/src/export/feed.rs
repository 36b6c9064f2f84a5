//! A feed of what changed, in the Atom format (RFC 4287).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::dataset::{Initiative, Lang};
use crate::i18n::{Words, format};

/// How many records a feed tells of.
const MOST: usize = 30;

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

impl FeedEntry {
    /// Which of some records were changed or corrected last, the latest first, each with its last corrections. `changed` has
    /// the day of a record's last change by its id; `href` tells where a record of an id stands.
    pub fn newest<'a>(
        records: impl IntoIterator<Item = &'a Initiative>,
        lang: Lang,
        changed: &BTreeMap<String, String>,
        href: impl Fn(&str) -> String,
    ) -> Vec<Self> {
        let entry = |record: &Initiative| {
            let corrected = record.corrections.iter().map(|one| one.date).max();
            let corrections = record.corrections.iter();
            let last = corrections.filter(|one| Some(one.date) == corrected);
            let mut summary = record.summary.get(lang).to_owned();
            for one in last {
                if !lang.is_chinese() {
                    summary.push(' ');
                }
                let date = format::date(lang, one.date);
                summary += &Words(lang).corrected(date, one.text.get(lang));
            }
            let corrected = corrected.map(|day| day.to_string());
            Some(Self {
                id: format!(
                    "urn:hong-kong-ai-explorer:initiative:{}:{}",
                    lang.tag(),
                    record.id
                ),
                title: record.name.get(lang).to_owned(),
                summary,
                href: href(&record.id),
                updated: corrected.max(changed.get(&record.id).cloned())?,
            })
        };
        let latest = |record: &Initiative| {
            let told = record.milestones.iter().map(|milestone| milestone.date);
            told.max().unwrap_or(record.start)
        };
        let mut entries: Vec<_> = records
            .into_iter()
            .filter_map(|record| Some((entry(record)?, latest(record))))
            .collect();
        entries.sort_by(|(a, of_a), (b, of_b)| {
            let by_change = b.updated.cmp(&a.updated);
            by_change.then(of_b.cmp(of_a)).then_with(|| a.id.cmp(&b.id))
        });
        let entries = entries.into_iter().map(|(entry, _)| entry);
        entries.take(MOST).collect()
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
