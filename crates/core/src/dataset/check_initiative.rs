//! What makes a record sound.

use super::check::Check;
use super::fault::clip;
use super::han::is_han;
use super::hidden::is_blank;
use super::style::{LOOSE, is_loose};
use super::{Aliases, DoubtKind, Initiative, Lang, List, Source, Vocabulary};

/// The longest caption of a landmark and the longest keyword, in letters; a Han character is as wide as two.
const WIDEST: usize = 40;
/// How many keywords a record may have in a language: with more, it would be found by what others are about.
const MOST_KEYWORDS: usize = 6;

impl Check<'_> {
    pub(super) fn initiative(&mut self, record: &Initiative, vocabulary: &Vocabulary) {
        self.id("id", &record.id);
        self.named_as_file(&record.id);
        for (i, alias) in record.aliases.iter().enumerate() {
            self.id(&format!("aliases[{i}]"), alias);
        }
        self.name("name", &record.name);
        self.text("summary", &record.summary);
        self.themes(&record.themes, vocabulary);
        self.known("kind", &record.kind, List::Kinds, vocabulary);
        for (i, sector) in record.sectors.iter().enumerate() {
            self.known(format!("sectors[{i}]"), sector, List::Sectors, vocabulary);
        }
        self.known("status", &record.status, List::Statuses, vocabulary);
        if let Some(place) = &record.place {
            self.known("place", place, List::Places, vocabulary);
        }
        if record.organisations.is_empty() {
            self.fault("organisations", "is empty; name at least one organisation");
        }
        for (i, part) in record.organisations.iter().enumerate() {
            let field = |part: &str| format!("organisations[{i}].{part}");
            self.known(field("id"), &part.id, List::Organisations, vocabulary);
            self.known(field("role"), &part.role, List::Roles, vocabulary);
        }
        for (i, tie) in record.related.iter().enumerate() {
            let field = |part: &str| format!("related[{i}].{part}");
            self.known(
                field("relation"),
                &tie.relation,
                List::Relations,
                vocabulary,
            );
            self.numbered(&field("sources"), &tie.sources, record.sources.len());
        }
        for (i, about) in record.about.iter().enumerate() {
            // What was no text is told.
            if !matches!(about.as_str(), "start" | "end") {
                self.fault(
                    format!("about[{i}]"),
                    format!("holds `{}`; it may hold `start` and `end`", clip(about)),
                );
            }
        }

        self.sources(&record.sources, vocabulary);
        let sources = record.sources.len();
        if record.facts.is_empty() {
            self.fault("facts", "is empty; state at least one fact with its source");
        }
        for (i, fact) in record.facts.iter().enumerate() {
            self.text(&format!("facts[{i}].text"), &fact.text);
            self.cited(&format!("facts[{i}].sources"), &fact.sources, sources);
        }
        self.repeated_entries(record);
        self.life(record, vocabulary);
        self.amounts(record, vocabulary);
        self.aside(&record.aside);
        self.topics(record, vocabulary);
        self.doubts(record);
    }

    fn amounts(&mut self, record: &Initiative, vocabulary: &Vocabulary) {
        for (i, amount) in record.amounts.iter().enumerate() {
            let field = |part: &str| format!("amounts[{i}].{part}");
            self.text(&field("what"), &amount.what);
            self.cited(&field("sources"), &amount.sources, record.sources.len());
            if amount.hkd == 0 {
                self.fault(
                    field("hkd"),
                    "is 0; write whole Hong Kong dollars above zero",
                );
            }
            self.optional_date(&field("date"), amount.date);
            if amount.kind.is_none() {
                self.own_fault(field("kind"), "is missing; say what kind of sum it is");
            }
            if let Some(part_of) = &amount.part_of {
                if part_of.id.is_empty() {
                    self.fault(
                        field("part_of.id"),
                        "is empty; write the id of the record that has the sum",
                    );
                }
                if part_of.amount == 0 {
                    self.fault(field("part_of.amount"), "is 0; sums are counted from 1");
                }
            }
            self.repeated_payers(i, amount);
            for (part, ids) in [("from", &amount.from), ("to", &amount.to)] {
                for (j, id) in ids.iter().enumerate() {
                    let field = field(&format!("{part}[{j}]"));
                    self.known(field, id, List::Organisations, vocabulary);
                }
            }
        }
    }

    fn aside(&mut self, aside: &[u64]) {
        self.repeated("aside", aside, |hkd| *hkd == 0);
        for (i, _) in aside.iter().enumerate().filter(|(_, hkd)| **hkd == 0) {
            self.fault(
                format!("aside[{i}]"),
                "is 0; write whole Hong Kong dollars above zero",
            );
        }
    }

    /// One to six topics, each once, each resting on a fact or a milestone that is there.
    fn topics(&mut self, record: &Initiative, vocabulary: &Vocabulary) {
        let topics = &record.topics;
        if topics.is_empty() {
            self.own_fault("topics", "is empty; name one to six topics");
        } else if topics.len() > 6 {
            self.fault("topics", format!("holds {}; name one to six", topics.len()));
        }
        let is_read = !self.faults.iter().any(|fault| fault.field == "milestones");
        for (i, about) in topics.iter().enumerate() {
            let field = format!("topics[{i}]");
            self.known(format!("{field}.id"), &about.id, List::Topics, vocabulary);
            if topics[..i].iter().any(|other| other.id == about.id) {
                self.fault(
                    format!("{field}.id"),
                    format!("`{}` stands twice; name it once", clip(&about.id)),
                );
            }
            if about.fact.is_some() == about.milestone.is_some() {
                self.fault(
                    field.clone(),
                    "rests on no one thing; give the number of the fact or of the milestone that says so, counted from 1",
                );
            }
            for (part, number, count) in [
                ("fact", about.fact, record.facts.len()),
                ("milestone", about.milestone, record.milestones.len()),
            ] {
                // A record without facts is told so, and so is a list of milestones that is none.
                let is_judged = count > 0 || part == "milestone" && is_read;
                let missing = number.filter(|number| !(1..=count).contains(number));
                if let Some(number) = missing.filter(|_| is_judged) {
                    let message = match count {
                        0 => format!("is {number}; the record has no {part}s"),
                        _ => format!("is {number}; the record has {part}s 1 to {count}"),
                    };
                    self.fault(format!("{field}.{part}"), message);
                }
            }
        }
    }

    fn doubts(&mut self, record: &Initiative) {
        let sources = record.sources.len();
        for (i, doubt) in record.doubts.iter().enumerate() {
            self.text(&format!("doubts[{i}].text"), &doubt.text);
            let field = format!("doubts[{i}].sources");
            match doubt.kind {
                DoubtKind::Disagree => self.cited(&field, &doubt.sources, sources),
                DoubtKind::Unconfirmed => self.numbered(&field, &doubt.sources, sources),
            }
        }
        self.optional_day("checked", record.checked);
        if record.checked.is_none() {
            self.own_fault(
                "checked",
                "is missing; write the day on which it was held against its sources",
            );
        }
        for (i, correction) in record.corrections.iter().enumerate() {
            self.text(&format!("corrections[{i}].text"), &correction.text);
            let field = format!("corrections[{i}].date");
            self.date(&field, correction.date);
            self.day(&field, correction.date);
        }
        let in_order = record.corrections.windows(2);
        let mut in_order = in_order.map(|pair| pair[0].date <= pair[1].date);
        if let Some(place) = in_order.position(|is_in_order| !is_in_order) {
            self.own_fault(
                format!("corrections[{}].date", place + 1),
                "is before the one above; put corrections in order, the oldest first",
            );
        }
        if let Some(landmark) = &record.landmark {
            self.text("landmark", landmark);
            for (lang, words) in landmark.iter() {
                self.not_too_wide(format!("landmark.{}", lang.tag()), words, "the picture");
            }
        }
        self.keywords(&record.keywords);
    }

    fn not_too_wide(&mut self, field: String, words: &str, place: &str) {
        let width: usize = words.chars().map(|c| if is_han(c) { 2 } else { 1 }).sum();
        if width > WIDEST {
            let most = WIDEST / 2;
            let message = format!(
                "is too long for {place}; write at most {WIDEST} letters, or {most} Han characters"
            );
            self.own_fault(field, message);
        }
    }

    fn keywords(&mut self, keywords: &Aliases) {
        for lang in Lang::ALL {
            let words = keywords.get(lang);
            let field = format!("keywords.{}", lang.tag());
            if words.len() > MOST_KEYWORDS {
                let message = format!("holds {}; keep the best {MOST_KEYWORDS}", words.len());
                self.own_fault(field.clone(), message);
            }
            self.repeated(&field, words, |word| is_blank(word));
            for (i, word) in words.iter().enumerate() {
                let field = format!("{field}[{i}]");
                if is_blank(word) {
                    self.own_fault(field, "is empty; write what people type, or take it out");
                } else {
                    self.not_too_wide(field, word, "what people type");
                }
            }
        }
    }

    fn themes(&mut self, themes: &[String], vocabulary: &Vocabulary) {
        if !(1..=3).contains(&themes.len()) {
            self.fault(
                "themes",
                format!(
                    "holds {}; name one to three, the main one first",
                    themes.len()
                ),
            );
        }
        for (i, theme) in themes.iter().enumerate() {
            self.known(format!("themes[{i}]"), theme, List::Themes, vocabulary);
            if themes[..i].contains(theme) {
                self.fault(
                    format!("themes[{i}]"),
                    format!("`{}` stands twice; name it once", clip(theme)),
                );
            }
        }
    }

    fn sources(&mut self, sources: &[Source], vocabulary: &Vocabulary) {
        if sources.is_empty() {
            self.fault(
                "sources",
                "is empty; every record rests on at least one page",
            );
        } else if sources.iter().all(|source| source.url.is_none()) {
            self.fault(
                "sources",
                "has no page with an address; a record cannot rest on copies alone",
            );
        }
        self.repeated_addresses(sources);
        for (i, source) in sources.iter().enumerate() {
            let field = |part: &str| format!("sources[{i}].{part}");
            for (part, value) in [("title", &source.title), ("publisher", &source.publisher)] {
                if is_blank(value) {
                    self.fault(field(part), format!("is missing; write the page's {part}"));
                } else if is_loose(value) {
                    self.own_fault(field(part), LOOSE);
                }
            }
            self.optional_address(field("url"), source.url.as_deref());
            self.optional_address(field("archived"), source.archived.as_deref());
            self.optional_day(&field("read"), source.read);
            self.known(field("kind"), &source.kind, List::SourceKinds, vocabulary);
            self.optional_date(&field("published"), source.published);
        }
    }
}
