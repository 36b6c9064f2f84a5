//! From files to a sound data set: every fault is reported, and what is faulty is left out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use thiserror::Error;

use super::json::{Reader, parse};
use super::{
    Amount, Entry, FORMAT, Fact, Fault, Initiative, InitiativeFile, Lang, Milestone, PartialDate,
    Phase, Source, SourceFile, Text, Vocabulary,
};

/// The colour of a theme whose own is none.
const NO_COLOUR: &str = "#666666";

/// A vocabulary and the records that agree with it. One that exists is sound: every id is unique, every reference
/// within the data leads somewhere, every text stands in all languages, and every fact has a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What records refer to.
    pub vocabulary: Vocabulary,
    /// The records, in the order in which they were given.
    pub initiatives: Vec<Initiative>,
}

impl Dataset {
    /// Reads a vocabulary and records, each with the name of its file. Returns the sound part and every fault.
    ///
    /// # Errors
    /// The faults of the vocabulary, where it cannot be used: without it no record can be judged.
    pub fn read<'a>(
        vocabulary: (&str, &str),
        records: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (file, json) = vocabulary;
        let parse_all = |(file, json): (&'a str, &str)| (file, parse(file, json));
        Self::read_values(
            (file, parse(file, json).map_err(|fault| vec![fault])?),
            records.into_iter().map(parse_all),
        )
    }

    fn read_values<'a>(
        vocabulary: (&str, Value),
        records: impl IntoIterator<Item = (&'a str, Result<Value, Fault>)>,
    ) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (file, json) = vocabulary;
        let (mut vocabulary, faults) = Reader::read_value::<Vocabulary>(file, &json);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut check = Check::new(file);
        check.vocabulary(&vocabulary);
        let mut faults = check.faults;
        // These go into style sheets and drawings, where another data set must not say more than it may.
        for theme in &mut vocabulary.themes {
            if !is_colour(&theme.colour) {
                NO_COLOUR.clone_into(&mut theme.colour);
            }
            if !is_path(&theme.icon) {
                theme.icon.clear();
            }
        }

        let mut found = Vec::new();
        let mut used = BTreeSet::new();
        for (file, json) in records {
            match json
                .map_err(|fault| vec![fault])
                .and_then(|json| initiative(file, &json, &vocabulary, &mut used))
            {
                Ok(initiative) => found.push((file, initiative)),
                Err(more) => faults.extend(more),
            }
        }
        let initiatives = connected(found, &mut faults);
        unused(file, &vocabulary, &used, &mut faults);
        Ok((
            Self {
                vocabulary,
                initiatives,
            },
            faults,
        ))
    }

    /// Reads a whole data set from one JSON text, as `?data=` brings it. A record's faults name it by its place.
    ///
    /// # Errors
    /// What keeps the whole from being read: a newer format, no JSON, another shape, a vocabulary without which
    /// nothing can be shown.
    pub fn read_whole(file: &str, json: &str) -> Result<(Self, Vec<Fault>), Unreadable> {
        let mut whole = parse(file, json)?;
        known_format(file, &whole)?;
        let mut part = |key: &str| {
            whole
                .get_mut(key)
                .map(Value::take)
                .ok_or_else(|| missing(file, key))
        };
        let vocabulary = part("vocabulary")?;
        let Value::Array(records) = part("initiatives")? else {
            let message = "is no list; write the records in brackets".to_owned();
            return Err(Fault {
                file: file.to_owned(),
                field: "initiatives".to_owned(),
                message,
            }
            .into());
        };
        let labels: Vec<String> = (1..=records.len()).map(|n| format!("record {n}")).collect();
        let records = labels
            .iter()
            .map(String::as_str)
            .zip(records.into_iter().map(Ok));
        Ok(Self::read_values(("vocabulary", vocabulary), records)?)
    }
}

/// Why a file as a whole cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It was written for a newer explorer, in this version of the format.
    #[error("the data has format {0}, newer than this explorer reads ({FORMAT})")]
    Newer(i64),
    /// It is no JSON, or of another shape.
    #[error("{}", .0.first().map(ToString::to_string).unwrap_or_default())]
    Faulty(Vec<Fault>),
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Self {
        Self::Faulty(vec![fault])
    }
}

impl From<Vec<Fault>> for Unreadable {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faulty(faults)
    }
}

/// Passes a file of this format or an older one.
pub(super) fn known_format(file: &str, json: &Value) -> Result<(), Unreadable> {
    match json.get("format").and_then(Value::as_i64) {
        None => Err(missing(file, "format").into()),
        Some(format) if format > i64::from(FORMAT) => Err(Unreadable::Newer(format)),
        Some(_) => Ok(()),
    }
}

/// That a file lacks a part without which it is nothing.
fn missing(file: &str, key: &str) -> Fault {
    let message = format!("has no `{key}`; this is no data of the explorer's");
    Fault {
        file: file.to_owned(),
        field: String::new(),
        message,
    }
}

/// Reads one record. Ties to other records are not followed here: only a whole data set can tell where they lead.
///
/// # Errors
/// Every fault of the record.
pub fn read_initiative(
    file: &str,
    json: &str,
    vocabulary: &Vocabulary,
) -> Result<Initiative, Vec<Fault>> {
    initiative(
        file,
        &parse(file, json).map_err(|fault| vec![fault])?,
        vocabulary,
        &mut BTreeSet::new(),
    )
}

/// Reads one record, and notes what it uses of the vocabulary, whether it is sound or not.
fn initiative(
    file: &str,
    json: &Value,
    vocabulary: &Vocabulary,
    used: &mut BTreeSet<String>,
) -> Result<Initiative, Vec<Fault>> {
    let (record, unreadable) = Reader::read_value::<InitiativeFile>(file, json);
    note_uses(&record, used);
    let mut check = Check {
        unreadable: unreadable.len(),
        faults: unreadable,
        ..Check::new(file)
    };
    let initiative = check.initiative(record, vocabulary);
    if let (true, Some(initiative)) = (check.faults.is_empty(), initiative) {
        Ok(initiative)
    } else {
        Err(check.faults)
    }
}

/// Keeps what is unique and drops aliases that are taken and ties that lead nowhere, reporting all of it.
fn connected(found: Vec<(&str, Initiative)>, faults: &mut Vec<Fault>) -> Vec<Initiative> {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let taken = |file: &str, field: String, id: &str, other: &str| Fault {
        file: file.to_owned(),
        field,
        message: format!(
            "`{}` is taken by {other}; an id belongs to one record for good",
            clip(id)
        ),
    };
    let mut kept = Vec::new();
    for (file, initiative) in found {
        if let Some(other) = owners.get(&initiative.id) {
            faults.push(taken(file, "id".to_owned(), &initiative.id, other));
        } else {
            owners.insert(initiative.id.clone(), file);
            kept.push((file, initiative));
        }
    }
    // After all ids, so that no alias keeps a record from its own.
    for (file, initiative) in &mut kept {
        let mut index = 0;
        initiative.aliases.retain(|alias| {
            let other = owners.get(alias).copied();
            if let Some(other) = other {
                faults.push(taken(file, format!("aliases[{index}]"), alias, other));
            } else {
                owners.insert(alias.clone(), file);
            }
            index += 1;
            other.is_none()
        });
    }
    let mut ids: BTreeSet<String> = BTreeSet::new();
    ids.extend(kept.iter().map(|(_, initiative)| initiative.id.clone()));
    for (file, initiative) in &mut kept {
        let own = initiative.id.clone();
        let mut index = 0;
        initiative.related.retain(|relation| {
            let leads = relation.id != own && ids.contains(&relation.id);
            if !leads {
                faults.push(Fault {
                    file: (*file).to_owned(),
                    field: format!("related[{index}].id"),
                    message: format!(
                        "`{}` is no other record; name the id of one",
                        clip(&relation.id)
                    ),
                });
            }
            index += 1;
            leads
        });
    }
    kept.into_iter().map(|(_, initiative)| initiative).collect()
}

/// Reports every entry of the vocabulary that no record uses.
fn unused(file: &str, vocabulary: &Vocabulary, used: &BTreeSet<String>, faults: &mut Vec<Fault>) {
    let inverse = |id: &str| {
        vocabulary
            .relation(id)
            .map_or("", |relation| &relation.inverse)
    };
    let mut report = |list: &'static str, ids: Vec<&str>, also: &dyn Fn(&str) -> bool| {
        for (i, id) in ids.into_iter().enumerate() {
            if !used.contains(&use_of(list, id)) && !also(id) {
                faults.push(Fault {
                    file: file.to_owned(),
                    field: format!("{list}[{i}]"),
                    message: format!("`{}` is used by no record; remove it or use it", clip(id)),
                });
            }
        }
    };
    let never = |_: &str| false;
    let entries = |list: &'static str| -> Vec<&str> {
        let list = match list {
            "kinds" => &vocabulary.kinds,
            "sectors" => &vocabulary.sectors,
            "roles" => &vocabulary.roles,
            "source_kinds" => &vocabulary.source_kinds,
            _ => &vocabulary.organisation_kinds,
        };
        list.iter().map(|entry| entry.id.as_str()).collect()
    };
    for list in ["kinds", "sectors", "roles", "source_kinds"] {
        report(list, entries(list), &never);
    }
    report(
        "themes",
        vocabulary
            .themes
            .iter()
            .map(|theme| theme.id.as_str())
            .collect(),
        &never,
    );
    report(
        "statuses",
        vocabulary
            .statuses
            .iter()
            .map(|status| status.id.as_str())
            .collect(),
        &never,
    );
    report(
        "places",
        vocabulary
            .places
            .iter()
            .map(|place| place.id.as_str())
            .collect(),
        &never,
    );
    report(
        "organisations",
        vocabulary
            .organisations
            .iter()
            .map(|body| body.id.as_str())
            .collect(),
        &never,
    );
    report(
        "relations",
        vocabulary
            .relations
            .iter()
            .map(|relation| relation.id.as_str())
            .collect(),
        &|id| used.contains(&use_of("relations", inverse(id))),
    );
    report("organisation_kinds", entries("organisation_kinds"), &|id| {
        vocabulary
            .organisations
            .iter()
            .any(|organisation| organisation.kind == id)
    });
}

/// Notes what a record refers to, as [`use_of`] the vocabulary.
fn note_uses(record: &InitiativeFile, used: &mut BTreeSet<String>) {
    let mut note = |list: &str, id: &str| {
        used.insert(use_of(list, id));
    };
    note("kinds", &record.kind);
    note("statuses", &record.status);
    note("places", &record.place);
    record.themes.iter().for_each(|id| note("themes", id));
    record.sectors.iter().for_each(|id| note("sectors", id));
    for relation in &record.related {
        note("relations", &relation.relation);
    }
    for source in &record.sources {
        note("source_kinds", &source.kind);
    }
    for part in &record.organisations {
        note("organisations", &part.id);
        note("roles", &part.role);
    }
}

/// The use of an entry: the list of the vocabulary and the id in it.
fn use_of(list: &str, id: &str) -> String {
    [list, id].join("/")
}

/// Collects the faults of one file.
struct Check<'a> {
    file: &'a str,
    faults: Vec<Fault>,
    /// How many faults reading found, before all others: what they concern is at its default.
    unreadable: usize,
}

impl<'a> Check<'a> {
    fn new(file: &'a str) -> Self {
        Self {
            file,
            faults: Vec::new(),
            unreadable: 0,
        }
    }

    /// Notes a fault, unless reading found one in the same place: what was not read cannot be judged.
    fn fault(&mut self, field: impl Into<String>, message: impl Into<String>) {
        let field = field.into();
        let mut unreadable = self.faults[..self.unreadable].iter();
        if unreadable.any(|fault| is_within(&field, &fault.field)) {
            return;
        }
        self.faults.push(Fault {
            file: self.file.to_owned(),
            field,
            message: message.into(),
        });
    }

    fn initiative(
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

    fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        self.name("explorer.title", &vocabulary.explorer.title);
        self.text("explorer.about", &vocabulary.explorer.about);
        for (i, theme) in vocabulary.themes.iter().enumerate() {
            self.text(&format!("themes[{i}].summary"), &theme.summary);
            self.name(&format!("themes[{i}].short"), &theme.short);
            if !is_colour(&theme.colour) {
                self.fault(
                    format!("themes[{i}].colour"),
                    "is no colour; write it as #rrggbb",
                );
            }
            if !is_path(&theme.icon) {
                self.fault(
                    format!("themes[{i}].icon"),
                    "is no SVG path; write the commands of its `d` attribute",
                );
            }
        }
        let entries = |entries: &[Entry]| {
            entries
                .iter()
                .map(|e| (e.id.clone(), e.name.clone()))
                .collect::<Vec<_>>()
        };
        macro_rules! named {
            ($list:ident) => {
                vocabulary
                    .$list
                    .iter()
                    .map(|e| (e.id.clone(), e.name.clone()))
                    .collect::<Vec<_>>()
            };
        }
        for (list, items) in [
            ("themes", named!(themes)),
            ("kinds", entries(&vocabulary.kinds)),
            ("sectors", entries(&vocabulary.sectors)),
            ("roles", entries(&vocabulary.roles)),
            ("relations", named!(relations)),
            ("statuses", named!(statuses)),
            ("source_kinds", entries(&vocabulary.source_kinds)),
            (
                "organisation_kinds",
                entries(&vocabulary.organisation_kinds),
            ),
            ("organisations", named!(organisations)),
            ("places", named!(places)),
            ("eras", named!(eras)),
        ] {
            let mut seen = BTreeSet::new();
            for (i, (id, name)) in items.iter().enumerate() {
                self.id(&format!("{list}[{i}].id"), id);
                self.name(&format!("{list}[{i}].name"), name);
                if !seen.insert(id) {
                    self.fault(
                        format!("{list}[{i}].id"),
                        format!("`{}` stands twice; an id is unique in its list", clip(id)),
                    );
                }
            }
        }
        for (i, relation) in vocabulary.relations.iter().enumerate() {
            let known = vocabulary.relation(&relation.inverse).is_some();
            self.known(
                format!("relations[{i}].inverse"),
                &relation.inverse,
                "relations",
                known,
            );
        }
        for (i, organisation) in vocabulary.organisations.iter().enumerate() {
            let known = Entry::find(&vocabulary.organisation_kinds, &organisation.kind).is_some();
            self.known(
                format!("organisations[{i}].kind"),
                &organisation.kind,
                "organisation_kinds",
                known,
            );
        }
        for (i, place) in vocabulary.places.iter().enumerate() {
            if !(-90.0..=90.0).contains(&place.latitude)
                || !(-180.0..=180.0).contains(&place.longitude)
            {
                self.fault(
                    format!("places[{i}]"),
                    "lies nowhere; latitude is -90 to 90, longitude -180 to 180",
                );
            }
        }
        for (i, era) in vocabulary.eras.iter().enumerate() {
            self.text(&format!("eras[{i}].summary"), &era.summary);
            for (part, date) in [("start", &era.start), ("end", &era.end)] {
                if !date.is_empty() {
                    self.date(&format!("eras[{i}].{part}"), date);
                }
            }
        }
    }

    fn id(&mut self, field: &str, id: &str) {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if id.is_empty() || !id.bytes().all(fits) || id.starts_with('-') || id.ends_with('-') {
            self.fault(
                field,
                format!(
                    "`{}` is no id; write lower-case letters, digits and hyphens",
                    clip(id)
                ),
            );
        }
    }

    fn known(&mut self, field: impl Into<String>, id: &str, list: &str, known: bool) {
        if !known {
            let what = if id.is_empty() {
                "is missing".to_owned()
            } else {
                format!("`{}` is unknown", clip(id))
            };
            self.fault(
                field,
                format!("{what}; use an id from `{list}` in the vocabulary, or add it there"),
            );
        }
    }

    /// A name stands in all languages; a name without Chinese of its own may be the same in all.
    fn name(&mut self, field: &str, name: &Text) {
        self.languages(field, name);
    }

    /// A text stands in all languages and is not the same in English and Chinese.
    fn text(&mut self, field: &str, text: &Text) {
        self.languages(field, text);
        for lang in [Lang::ZhHant, Lang::ZhHans] {
            if !text.en.trim().is_empty() && text.en == text.get(lang) {
                self.fault(
                    format!("{field}.{}", lang.tag()),
                    "is the same as the English; translate it",
                );
            }
        }
    }

    fn languages(&mut self, field: &str, text: &Text) {
        for (lang, words) in text.iter() {
            if words.trim().is_empty() {
                self.fault(
                    format!("{field}.{}", lang.tag()),
                    "is missing; write it in all three languages",
                );
            }
        }
    }

    fn date(&mut self, field: &str, text: &str) -> Option<PartialDate> {
        if text.is_empty() {
            self.fault(
                field,
                "is missing; write a year, a month or a day, such as 2024, 2024-06 or 2024-06-11",
            );
            return None;
        }
        text.parse()
            .map_err(|error| self.fault(field, format!("`{}` {error}", clip(text))))
            .ok()
    }

    /// Source numbers exist and lie within the list.
    fn cited(&mut self, field: &str, numbers: &[usize], sources: usize) {
        if numbers.is_empty() {
            self.fault(
                field,
                "is empty; give the number of at least one source, counted from 1",
            );
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

/// Whether a text is an http or https address with a host that has a name, the only links that the page makes.
fn is_web_address(url: &str) -> bool {
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority.split(':').next().unwrap_or("");
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    // A last label that begins with a digit makes browsers read the host as a number: `0x7f.1` is this machine.
    let mut labels = host.rsplit('.');
    let top = labels.next().unwrap_or("");
    top.starts_with(char::is_alphabetic)
        && host.contains('.')
        && labels.all(|label| !label.is_empty())
        && host.chars().all(fits)
        && !authority.contains('@')
        && !url
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
}

/// Whether a text is a colour, `#rrggbb`.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or("");
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a text has nothing but the commands and numbers of an SVG path.
fn is_path(text: &str) -> bool {
    let fits = |byte: u8| {
        byte.is_ascii_digit()
            || matches!(byte, b' ' | b',' | b'.' | b'-')
            || b"MmLlHhVvCcSsQqTtAaZz".contains(&byte)
    };
    !text.is_empty() && text.bytes().all(fits)
}

/// Whether a field is another or lies within it: `facts[0].text` within `facts[0]` within `facts`.
fn is_within(field: &str, other: &str) -> bool {
    field
        .strip_prefix(other)
        .is_some_and(|rest| rest.is_empty() || other.is_empty() || rest.starts_with(['.', '[']))
}

/// The first characters of a text that may be of any length, for use within a sentence.
fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(60).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}
