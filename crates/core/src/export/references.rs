//! The sources of records as references: RIS and BibTeX for programs that keep such, APA style for people.

use std::collections::BTreeSet;

use super::tex::{address, escaped};
use super::{Origin, citation};
use crate::dataset::{Initiative, PartialDate, Source};
use crate::i18n::format;

/// A source, and the key by which BibTeX knows it: the record's id and the number in its list.
struct Reference<'a> {
    key: String,
    record: &'a str,
    source: &'a Source,
}

/// The sources of records, each page once.
fn references<'a>(initiatives: &[&'a Initiative]) -> Vec<Reference<'a>> {
    let mut seen = BTreeSet::new();
    let all = initiatives.iter().flat_map(|initiative| {
        let numbered = (1..).zip(&initiative.sources);
        numbered.map(|(number, source)| Reference {
            key: format!("{}-{number}", initiative.id),
            record: &initiative.id,
            source,
        })
    });
    let is_new = |reference: &Reference<'a>| {
        let Source {
            title, publisher, ..
        } = reference.source;
        seen.insert(match reference.source.link() {
            Some(url) => (url, ""),
            None => (title.as_str(), publisher.as_str()),
        })
    };
    all.filter(is_new).collect()
}

/// The references as RIS, which Zotero, EndNote and Mendeley read.
pub fn ris(initiatives: &[&Initiative], origin: &Origin) -> String {
    let mut out = String::new();
    for reference in references(initiatives) {
        let Source {
            title,
            publisher,
            published,
            read,
            ..
        } = reference.source;
        let mut tag = |tag: &str, value: &str| {
            let value = one_line(value);
            if !value.is_empty() {
                out.push_str(&[tag, "  - ", &value, "\r\n"].concat());
            }
        };
        tag("TY", "ELEC");
        tag("TI", title);
        tag("AU", publisher);
        tag("PB", publisher);
        if let Some(date) = published {
            tag("PY", &date.year().to_string());
            tag("DA", &slashed(*date));
        }
        // A semicolon would part two addresses.
        let address = |url: Option<&str>| url.unwrap_or_default().replace(';', "%3B");
        tag("UR", &address(reference.source.link()));
        tag("L2", &address(reference.source.copy()));
        if let Some(date) = read {
            tag("Y2", &slashed(*date));
        }
        tag("N1", &origin.home.record(reference.record));
        tag("DP", &origin.line());
        out.push_str("ER  - \r\n\r\n");
    }
    out
}

/// The references as BibTeX.
pub fn bibtex(initiatives: &[&Initiative], origin: &Origin) -> String {
    // What stands between entries is passed over, but for an at sign.
    let line = one_line(&origin.line()).replace('@', "%40");
    let mut out = format!("% {line}\n\n");
    for Reference {
        key,
        record,
        source,
    } in references(initiatives)
    {
        let mut fields = vec![
            (
                "author",
                format!("{{{}}}", escaped(&one_line(&source.publisher))),
            ),
            (
                "title",
                format!("{{{}}}", escaped(&one_line(&source.title))),
            ),
        ];
        if let Some(date) = source.published {
            fields.push(("year", date.year().to_string()));
            let month = date.month().map(|month| month.to_string());
            fields.extend(month.map(|month| ("month", month)));
        }
        if let Some(url) = source.link() {
            fields.push(("howpublished", format!("\\url{{{}}}", address(url))));
        }
        if let Some(date) = source.read {
            fields.push(("urldate", date.to_string()));
        }
        let record = address(&origin.home.record(record));
        fields.push(("note", format!("\\url{{{record}}}")));
        let fields = fields
            .iter()
            .map(|(name, value)| format!("  {name} = {{{value}}},\n"));
        out += &format!("@misc{{{key},\n{}}}\n\n", fields.collect::<String>());
    }
    out
}

/// The references in the form of APA style, one a paragraph, in the order of their letters.
pub fn apa(initiatives: &[&Initiative], origin: &Origin) -> String {
    let references = references(initiatives);
    let mut list: Vec<String> = references
        .iter()
        .map(|Reference { source, .. }| {
            citation::apa(
                &one_line(&source.publisher),
                &source
                    .published
                    .map_or_else(|| "n.d.".to_owned(), comma_date),
                &one_line(&source.title),
                source.link().or_else(|| source.copy()).unwrap_or_default(),
            )
        })
        .collect();
    list.sort();
    list.insert(0, one_line(&origin.line()));
    list.join("\n\n") + "\n"
}

/// A date as APA style has it, year first: `2018, July 5`.
fn comma_date(date: PartialDate) -> String {
    let mut text = date.year().to_string();
    if let Some(month) = date.month() {
        text += ", ";
        text += format::MONTHS[usize::from(month) - 1];
    }
    if let Some(day) = date.day() {
        text += &format!(" {day}");
    }
    text
}

/// A date as RIS has it: year, month and day, as far as they are known.
fn slashed(date: PartialDate) -> String {
    let part = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    format!(
        "{:04}/{}/{}/",
        date.year(),
        part(date.month()),
        part(date.day())
    )
}

/// A text without line ends and other controls, which would end a field.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
