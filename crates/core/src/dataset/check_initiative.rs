//! What makes a record sound.

use super::check::Check;
use super::fault::clip;
use super::{Initiative, List, Milestone, Phase, Source, Vocabulary};

impl Check<'_> {
    pub(super) fn initiative(&mut self, record: &Initiative, vocabulary: &Vocabulary) {
        self.id("id", &record.id);
        let stem = self
            .file
            .rsplit('/')
            .next()
            .and_then(|name| name.strip_suffix(".json"));
        if stem.is_some_and(|stem| stem != record.id) {
            self.fault(
                "id",
                format!(
                    "is `{}`; it must be the same as the file's name",
                    clip(&record.id)
                ),
            );
        }
        for (i, alias) in record.aliases.iter().enumerate() {
            self.id(&format!("aliases[{i}]"), alias);
        }
        self.name("name", &record.name);
        self.text("summary", &record.summary);
        if let Some(disputed) = &record.disputed {
            self.text("disputed", disputed);
        }
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
            let field = format!("related[{i}].relation");
            self.known(field, &tie.relation, List::Relations, vocabulary);
        }
        for about in &record.about {
            if !matches!(about.as_str(), "start" | "end") {
                self.fault(
                    "about",
                    format!("holds `{}`; it may hold `start` and `end`", clip(about)),
                );
            }
        }

        self.sources(&record.sources, vocabulary);
        self.date("start", record.start);
        self.date("status_as_of", record.status_as_of);
        if let Some(end) = record.end {
            self.date("end", end);
            if end.surely_before(record.start) {
                self.fault(
                    "end",
                    format!(
                        "is {end}, before the start, {}; mend one of them",
                        record.start
                    ),
                );
            }
        }
        let sources = record.sources.len();
        if record.facts.is_empty() {
            self.fault("facts", "is empty; state at least one fact with its source");
        }
        for (i, fact) in record.facts.iter().enumerate() {
            self.text(&format!("facts[{i}].text"), &fact.text);
            self.cited(&format!("facts[{i}].sources"), &fact.sources, sources);
        }
        let life_known = !self
            .faults
            .iter()
            .any(|fault| matches!(fault.field.as_str(), "start" | "end"));
        for (i, milestone) in record.milestones.iter().enumerate() {
            let field = format!("milestones[{i}]");
            self.text(&format!("{field}.text"), &milestone.text);
            self.cited(&format!("{field}.sources"), &milestone.sources, sources);
            self.date(&format!("{field}.date"), milestone.date);
            if life_known {
                self.phase(&field, milestone, record);
            }
        }
        if let Some(place) = record
            .milestones
            .windows(2)
            .position(|pair| pair[0].date > pair[1].date)
        {
            self.fault(
                format!("milestones[{}].date", place + 1),
                "is before the one above; put milestones in order",
            );
        }
        for (i, amount) in record.amounts.iter().enumerate() {
            self.text(&format!("amounts[{i}].what"), &amount.what);
            self.cited(&format!("amounts[{i}].sources"), &amount.sources, sources);
            if amount.hkd == 0 {
                self.fault(
                    format!("amounts[{i}].hkd"),
                    "is 0; write whole Hong Kong dollars above zero",
                );
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
        for (i, source) in sources.iter().enumerate() {
            let field = |part: &str| format!("sources[{i}].{part}");
            for (part, value) in [("title", &source.title), ("publisher", &source.publisher)] {
                if value.trim().is_empty() {
                    self.fault(field(part), format!("is missing; write the page's {part}"));
                }
            }
            if let (Some(url), None) = (&source.url, source.link()) {
                self.fault(
                    field("url"),
                    format!(
                        "`{}` is no address; it begins with https:// and a host's name",
                        clip(url)
                    ),
                );
            }
            self.known(field("kind"), &source.kind, List::SourceKinds, vocabulary);
            if let Some(published) = source.published {
                self.date(&field("published"), published);
            }
        }
    }

    /// A milestone lies within the record's life, or says on which side of it it is meant to lie.
    fn phase(&mut self, field: &str, milestone: &Milestone, record: &Initiative) {
        let date = milestone.date;
        let lies = if date.surely_before(record.start) {
            Some(Phase::Before)
        } else if record.end.is_some_and(|end| end.surely_before(date)) {
            Some(Phase::After)
        } else {
            None
        };
        match (lies, milestone.phase) {
            (lies, phase) if lies == phase => {}
            (Some(Phase::Before), _) => self.fault(
                format!("{field}.date"),
                format!("is {date}, before the start; mend the date, or add \"phase\": \"before\" if it is meant"),
            ),
            (Some(Phase::After), _) => self.fault(
                format!("{field}.date"),
                format!("is {date}, after the end; mend the date, or add \"phase\": \"after\" if it is meant"),
            ),
            (None, _) => self.fault(
                format!("{field}.phase"),
                format!("is set, but {date} lies between start and end; remove it"),
            ),
        }
    }
}
