//! What every check of a file needs: its faults, and the rules for ids, texts, dates and addresses.

use std::collections::BTreeSet;

use super::fault::clip;
use super::han::is_han;
use super::hidden::is_blank;
use super::source::is_web_address;
use super::{Fault, Lang, List, PartialDate, Standard, Text, Vocabulary};

/// Collects the faults of one file.
pub(super) struct Check<'a> {
    pub(super) file: &'a str,
    pub(super) standard: Standard,
    /// In which languages texts have to stand.
    pub(super) languages: &'a [Lang],
    pub(super) faults: Vec<Fault>,
    /// How many faults reading found, before all others: what they concern is at its default.
    pub(super) unreadable: usize,
    /// Lists of the vocabulary of which an entry is named that is not there, where that is the vocabulary's own fault: there
    /// is none, or one whose id is none.
    pub(super) undecided: BTreeSet<List>,
}

impl<'a> Check<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self {
            file,
            standard: Standard::default(),
            languages: &Lang::ALL,
            faults: Vec::new(),
            unreadable: 0,
            undecided: BTreeSet::new(),
        }
    }

    /// Notes a fault, unless reading found one in the same place or within the list that it is of: what was not read cannot be
    /// judged.
    pub(super) fn fault(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.note(Fault::new(self.file, field, message));
    }

    /// Notes a fault of the explorer's own data which is a hint in somebody else's: something is missing that format 1 did
    /// not have, or is as nobody means it and does no harm.
    pub(super) fn own_fault(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.note(self.standard.judge(Fault::new(self.file, field, message)));
    }

    /// Notes what may well stay as it is, in anybody's data.
    pub(super) fn hint(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.note(Fault::new(self.file, field, message).hint());
    }

    fn note(&mut self, fault: Fault) {
        let mut unreadable = self.faults[..self.unreadable]
            .iter()
            .filter(|other| !other.is_hint);
        let is_item = |other: &str| {
            let rest = other.strip_prefix(&*fault.field);
            rest.is_some_and(|rest| rest.starts_with('['))
        };
        if !unreadable.any(|other| is_within(&fault.field, &other.field) || is_item(&other.field)) {
            self.faults.push(fault);
        }
    }

    pub(super) fn id(&mut self, field: &str, id: &str) {
        if id.is_empty() {
            self.fault(
                field,
                "is missing; write lower-case letters, digits and hyphens",
            );
        } else if !is_id(id) {
            self.fault(
                field,
                format!(
                    "`{}` is no id; write lower-case letters, digits and hyphens",
                    clip(id)
                ),
            );
        }
    }

    /// What has a file of its own is called as that is.
    pub(super) fn named_as_file(&mut self, id: &str) {
        if !id.is_empty() && stem(self.file).is_some_and(|stem| stem != id) {
            let message = format!("is `{}`; it must be the same as the file's name", clip(id));
            self.fault("id", message);
        }
    }

    /// An id is that of an entry of a list. That a list has none is the vocabulary's fault, and told once; where an entry has
    /// no id that is one, it may be the one that is meant.
    pub(super) fn known(
        &mut self,
        field: impl Into<String>,
        id: &str,
        list: List,
        vocabulary: &Vocabulary,
    ) {
        if vocabulary.name(list, id).is_some() {
            return;
        }
        let mut ids = vocabulary.list(list).map(|(id, _)| id);
        if ids.all(is_id) && vocabulary.list(list).next().is_some() {
            let what = if id.is_empty() {
                "is missing".to_owned()
            } else {
                format!("`{}` is unknown", clip(id))
            };
            let list = list.key();
            self.fault(
                field,
                format!("{what}; use an id from `{list}` in the vocabulary, or add it there"),
            );
        } else {
            self.undecided.insert(list);
        }
    }

    /// A name stands in all languages of the data; a name without Chinese of its own may be the same in all.
    pub(super) fn name(&mut self, field: &str, name: &Text) {
        self.written(field, name);
    }

    /// A text stands in all languages of the data and is not the same in English and Chinese.
    pub(super) fn text(&mut self, field: &str, text: &Text) {
        self.written(field, text);
        let languages = self.languages;
        let has_english = languages.contains(&Lang::En);
        for lang in languages {
            let words = text.get(*lang);
            if is_blank(words) {
                continue;
            }
            let field = format!("{field}.{}", lang.tag());
            let (is_written, right) = if lang.is_chinese() {
                (words.chars().any(is_han), "Chinese")
            } else {
                (words.chars().any(|c| c.is_ascii_alphabetic()), "English")
            };
            if has_english && lang.is_chinese() && words == text.en {
                self.fault(field, "is the same as the English; translate it");
            } else if !is_written {
                let message = format!("has no letter of {right}; write it in {right}");
                self.own_fault(field, message);
            }
        }
    }

    fn written(&mut self, field: &str, text: &Text) {
        for lang in self.languages {
            if is_blank(text.get(*lang)) {
                let languages = if Lang::ALL.iter().all(|lang| self.languages.contains(lang)) {
                    "all three languages".to_owned()
                } else {
                    let tags = self.languages.iter().map(|lang| lang.tag());
                    tags.collect::<Vec<_>>().join(" and ")
                };
                self.fault(
                    format!("{field}.{}", lang.tag()),
                    format!("is missing; write it in {languages}"),
                );
            }
        }
    }

    pub(super) fn date(&mut self, field: &str, date: PartialDate) {
        if date.is_missing() {
            self.fault(
                field,
                "is missing; write a year, a month or a day, such as 2024, 2024-06 or 2024-06-11",
            );
        }
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, field: &str, date: Option<PartialDate>) {
        if date.is_some_and(PartialDate::is_missing) {
            self.fault(
                field,
                "is empty; write a date such as 2024-06, or leave it out",
            );
        }
    }

    /// A date that names a day, and may be left out.
    pub(super) fn optional_day(&mut self, field: &str, date: Option<PartialDate>) {
        if date.is_some_and(PartialDate::is_missing) {
            self.fault(
                field,
                "is empty; write a day such as 2024-06-11, or leave it out",
            );
        } else if let Some(date) = date {
            self.day(field, date);
        }
    }

    /// A date that names a day, where it is one at all.
    pub(super) fn day(&mut self, field: &str, date: PartialDate) {
        if !date.is_missing() && date.day().is_none() {
            self.fault(field, "is no day; write it as 2024-06-11");
        }
    }

    /// An address of the web, which may be left out.
    pub(super) fn optional_address(&mut self, field: impl Into<String>, url: Option<&str>) {
        if url.is_some_and(|url| url.trim().is_empty()) {
            self.fault(
                field,
                "is empty; write an address that begins with https://, or leave it out",
            );
        } else if let Some(url) = url {
            self.address(field, url);
        }
    }

    /// An address of the web.
    pub(super) fn address(&mut self, field: impl Into<String>, url: &str) {
        if !is_web_address(url) {
            self.fault(
                field,
                format!(
                    "`{}` is no address; it begins with https:// and a host's name",
                    clip(url)
                ),
            );
        }
    }

    /// Source numbers exist and lie within the list.
    pub(super) fn cited(&mut self, field: &str, numbers: &[usize], sources: usize) {
        if numbers.is_empty() {
            self.fault(
                field,
                "is empty; give the number of at least one source, counted from 1",
            );
        }
        self.numbered(field, numbers, sources);
    }

    /// Source numbers lie within the list, each once, where there are any.
    pub(super) fn numbered(&mut self, field: &str, numbers: &[usize], sources: usize) {
        self.repeated_numbers(field, numbers);
        // A record without sources is told so.
        if sources == 0 {
            return;
        }
        for (i, number) in numbers.iter().enumerate() {
            if !(1..=sources).contains(number) {
                self.fault(
                    format!("{field}[{i}]"),
                    format!("names source {number}; the record has sources 1 to {sources}"),
                );
            }
        }
    }
}

/// Whether a text is an id: lower-case letters, digits and hyphens within.
pub(super) fn is_id(id: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.bytes().all(fits) && !id.starts_with('-') && !id.ends_with('-')
}

/// The name of a JSON file without its folder and its ending.
pub(super) fn stem(file: &str) -> Option<&str> {
    file.rsplit('/').next()?.strip_suffix(".json")
}

/// Whether a text is a colour, `#rrggbb`.
pub(super) fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or("");
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a text has nothing but the commands and numbers of an SVG path, the first of which moves somewhere.
pub(super) fn is_path(text: &str) -> bool {
    let fits = |byte: u8| {
        byte.is_ascii_digit()
            || matches!(byte, b' ' | b',' | b'.' | b'-')
            || b"MmLlHhVvCcSsQqTtAaZz".contains(&byte)
    };
    let moves = text.trim_start_matches(' ').starts_with(['M', 'm']);
    moves && text.contains(|c: char| c.is_ascii_digit()) && text.bytes().all(fits)
}

/// Whether a field is another or lies within it: `facts[0].text` within `facts[0]` within `facts`.
pub(super) fn is_within(field: &str, other: &str) -> bool {
    field
        .strip_prefix(other)
        .is_some_and(|rest| rest.is_empty() || other.is_empty() || rest.starts_with(['.', '[']))
}
