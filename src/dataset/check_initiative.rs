//! What makes a record sound.

use super::check::{Check, clip, is_web_address};
use super::{
    Amount, Entry, Fact, Initiative, InitiativeFile, Milestone, PartialDate, Phase, Source,
    SourceFile, Vocabulary,
};

impl Check<'_> {
    pub(super) fn initiative(
        &mut self,
        record: InitiativeFile,
        vocabulary: &Vocabulary,
    ) -> Option<Initiative> {
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
        self.known(
            "kind",
            &record.kind,
            "kinds",
            Entry::find(&vocabulary.kinds, &record.kind).is_some(),
        );
        for (i, sector) in record.sectors.iter().enumerate() {
            let known = Entry::find(&vocabulary.sectors, sector).is_some();
            self.known(format!("sectors[{i}]"), sector, "sectors", known);
        }
        self.known(
            "status",
            &record.status,
            "statuses",
            vocabulary.status(&record.status).is_some(),
        );
        if !record.place.is_empty() {
            self.known(
                "place",
                &record.place,
                "places",
                vocabulary.place(&record.place).is_some(),
            );
        }
        if record.organisations.is_empty() {
            self.fault("organisations", "is empty; name at least one organisation");
        }
        for (i, part) in record.organisations.iter().enumerate() {
            let known = vocabulary.organisation(&part.id).is_some();
            self.known(
                format!("organisations[{i}].id"),
                &part.id,
                "organisations",
                known,
            );
            let known = Entry::find(&vocabulary.roles, &part.role).is_some();
            self.known(
                format!("organisations[{i}].role"),
                &part.role,
                "roles",
                known,
            );
        }
        for (i, relation) in record.related.iter().enumerate() {
            let known = vocabulary.relation(&relation.relation).is_some();
            self.known(
                format!("related[{i}].relation"),
                &relation.relation,
                "relations",
                known,
            );
        }
        for about in &record.about {
            if !matches!(about.as_str(), "start" | "end") {
                self.fault(
                    "about",
                    format!("holds `{}`; it may hold `start` and `end`", clip(about)),
                );
            }
        }

        let sources = self.sources(record.sources, vocabulary);
        let start = self.date("start", &record.start);
        let end = (!record.end.is_empty())
            .then(|| self.date("end", &record.end))
            .flatten();
        if let (Some(start), Some(end)) = (start, end)
            && end.surely_before(start)
        {
            self.fault(
                "end",
                format!("is {end}, before the start, {start}; mend one of them"),
            );
        }
        let life_known = !self
            .faults
            .iter()
            .any(|fault| matches!(fault.field.as_str(), "start" | "end"));
        let status_as_of = self.date("status_as_of", &record.status_as_of);

        if record.facts.is_empty() {
            self.fault("facts", "is empty; state at least one fact with its source");
        }
        let mut facts = Vec::new();
        for (i, fact) in record.facts.into_iter().enumerate() {
            self.text(&format!("facts[{i}].text"), &fact.text);
            self.cited(&format!("facts[{i}].sources"), &fact.sources, sources.len());
            facts.push(Fact {
                text: fact.text,
                sources: fact.sources,
            });
        }
        let mut milestones: Vec<Milestone> = Vec::new();
        for (i, milestone) in record.milestones.into_iter().enumerate() {
            let field = format!("milestones[{i}]");
            self.text(&format!("{field}.text"), &milestone.text);
            self.cited(
                &format!("{field}.sources"),
                &milestone.sources,
                sources.len(),
            );
            if let Some(date) = self.date(&format!("{field}.date"), &milestone.date) {
                if life_known {
                    self.phase(&field, date, milestone.phase, start, end);
                }
                let (phase, text, sources) = (milestone.phase, milestone.text, milestone.sources);
                milestones.push(Milestone {
                    date,
                    phase,
                    text,
                    sources,
                });
            }
        }
        if let Some(place) = milestones
            .windows(2)
            .position(|pair| pair[0].date > pair[1].date)
        {
            self.fault(
                format!("milestones[{}].date", place + 1),
                "is before the one above; put milestones in order",
            );
        }
        let mut amounts = Vec::new();
        for (i, amount) in record.amounts.into_iter().enumerate() {
            self.text(&format!("amounts[{i}].what"), &amount.what);
            self.cited(
                &format!("amounts[{i}].sources"),
                &amount.sources,
                sources.len(),
            );
            match u64::try_from(amount.hkd) {
                Ok(hkd) if hkd > 0 => amounts.push(Amount {
                    hkd,
                    what: amount.what,
                    sources: amount.sources,
                }),
                _ => self.fault(
                    format!("amounts[{i}].hkd"),
                    format!(
                        "is {}; write whole Hong Kong dollars above zero",
                        amount.hkd
                    ),
                ),
            }
        }
        let about = |field: &str| record.about.iter().any(|about| about == field);
        Some(Initiative {
            start_about: about("start"),
            end_about: about("end"),
            id: record.id,
            aliases: record.aliases,
            name: record.name,
            name_translated: record.name_translated,
            themes: record.themes,
            kind: record.kind,
            sectors: record.sectors,
            organisations: record.organisations,
            start: start?,
            end,
            status: record.status,
            status_as_of: status_as_of?,
            place: Some(record.place).filter(|place| !place.is_empty()),
            summary: record.summary,
            facts,
            milestones,
            amounts,
            related: record.related,
            sources,
            disputed: record.disputed,
        })
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
            self.known(
                format!("themes[{i}]"),
                theme,
                "themes",
                vocabulary.theme(theme).is_some(),
            );
            if themes[..i].contains(theme) {
                self.fault(
                    format!("themes[{i}]"),
                    format!("`{}` stands twice; name it once", clip(theme)),
                );
            }
        }
    }

    fn sources(&mut self, files: Vec<SourceFile>, vocabulary: &Vocabulary) -> Vec<Source> {
        if files.is_empty() {
            self.fault(
                "sources",
                "is empty; every record rests on at least one page",
            );
        } else if files.iter().all(|source| source.url.is_empty()) {
            self.fault(
                "sources",
                "has no page with an address; a record cannot rest on copies alone",
            );
        }
        let mut sources = Vec::new();
        for (i, source) in files.into_iter().enumerate() {
            let field = |part: &str| format!("sources[{i}].{part}");
            for (part, value) in [("title", &source.title), ("publisher", &source.publisher)] {
                if value.trim().is_empty() {
                    self.fault(field(part), format!("is missing; write the page's {part}"));
                }
            }
            if !source.url.is_empty() && !is_web_address(&source.url) {
                self.fault(
                    field("url"),
                    format!(
                        "`{}` is no address; it begins with https:// and a host's name",
                        clip(&source.url)
                    ),
                );
            }
            let known = Entry::find(&vocabulary.source_kinds, &source.kind).is_some();
            self.known(field("kind"), &source.kind, "source_kinds", known);
            let published = (!source.published.is_empty())
                .then(|| self.date(&field("published"), &source.published))
                .flatten();
            let url = Some(source.url).filter(|url| !url.is_empty());
            sources.push(Source {
                url,
                title: source.title,
                publisher: source.publisher,
                published,
                kind: source.kind,
            });
        }
        sources
    }

    /// A milestone lies within the record's life, or says on which side of it it is meant to lie.
    fn phase(
        &mut self,
        field: &str,
        date: PartialDate,
        phase: Option<Phase>,
        start: Option<PartialDate>,
        end: Option<PartialDate>,
    ) {
        let lies = if start.is_some_and(|start| date.surely_before(start)) {
            Some(Phase::Before)
        } else if end.is_some_and(|end| end.surely_before(date)) {
            Some(Phase::After)
        } else {
            None
        };
        match (lies, phase) {
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
