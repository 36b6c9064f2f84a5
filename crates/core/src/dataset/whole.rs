//! The data set as a whole: read from files, kept where sound, connected.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{Check, is_colour, is_id, is_path, stem};
use super::connected::connected;
use super::dataset_file::{known_format, missing};
use super::fault::clip;
use super::format_1::{told_as_written, upgrade};
use super::hidden::without_hidden;
use super::json::{Json, is_web_page, parse};
use super::reader::Reader;
use super::usage::Usage;
use super::{DatasetFile, Fault, Initiative, List, Standard, Unreadable, Vocabulary};

/// The colour of a theme whose own is none.
const NO_COLOUR: &str = "#666666";

/// A vocabulary and the records that agree with it. One that exists is sound: every id is unique, every reference
/// within the data leads somewhere, every text stands in all languages of the data, and every fact has a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What records refer to.
    pub vocabulary: Vocabulary,
    /// The records, in the order in which they were given.
    pub initiatives: Vec<Initiative>,
    /// Which records were given.
    given: Given,
    /// The ids of records with a tie that led nowhere, and was dropped.
    astray: BTreeSet<String>,
}

/// Which records were given, sound or not.
#[derive(Clone, Debug, Default, PartialEq)]
struct Given {
    /// By id, what faults call a record.
    names: BTreeMap<String, String>,
    /// Whether one has no id of its own: none, one that is no id, or another's.
    has_nameless: bool,
}

impl Given {
    /// Notes a record by its id and the name of its file, which is what the id should be.
    fn note(&mut self, file: &str, id: Option<&str>) {
        let mut is_named = false;
        for id in id.into_iter().chain(stem(file)) {
            is_named |= is_id(id) && !self.names.contains_key(id);
            self.names
                .entry(id.to_owned())
                .or_insert_with(|| file.to_owned());
        }
        self.has_nameless |= !is_named;
    }

    /// Whether a record of this id may have been given: one without an id of its own may be any.
    fn may_be(&self, id: &str) -> bool {
        self.has_nameless || self.names.contains_key(id)
    }
}

impl Dataset {
    /// What faults call a record: its file, or its place in somebody else's data set.
    pub(super) fn name_of<'a>(&'a self, record: &'a Initiative) -> &'a str {
        self.given.names.get(&record.id).unwrap_or(&record.id)
    }

    /// Whether a record had a tie that leads nowhere, which may have been meant for any other.
    pub(super) fn has_tie_astray(&self, id: &str) -> bool {
        self.astray.contains(id)
    }

    /// Whether a record of this id may have been given, even if it was left out because of its own faults.
    pub(super) fn was_given(&self, id: &str) -> bool {
        self.given.may_be(id)
    }

    /// Reads the explorer's own vocabulary and records, each with the name of its file. Returns the sound part, every
    /// fault and every hint.
    ///
    /// # Errors
    /// The faults of the vocabulary, where it cannot be used: without it no record can be judged.
    pub fn read<'a>(
        vocabulary: (&str, &str),
        records: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let records = records.into_iter().map(|(file, json)| (file, Ok(json)));
        Self::read_files(vocabulary, records)
    }

    /// The same, of files of which some could not be read: the fault stands in place of their text.
    ///
    /// # Errors
    /// As for [`Dataset::read`].
    pub fn read_files<'a>(
        vocabulary: (&str, &str),
        records: impl IntoIterator<Item = (&'a str, Result<&'a str, Fault>)>,
    ) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (file, json) = vocabulary;
        let parse_all = |(file, json): (&'a str, Result<&'a str, Fault>)| {
            (file, json.and_then(|json| parse(file, json)))
        };
        Self::read_values(
            (file, parse(file, json).map_err(|fault| vec![fault])?),
            records.into_iter().map(parse_all),
            Standard::Own,
        )
    }

    fn read_values<'a>(
        vocabulary: (&str, Json<'_>),
        records: impl IntoIterator<Item = (&'a str, Result<Json<'a>, Fault>)>,
        standard: Standard,
    ) -> Result<(Self, Vec<Fault>), Vec<Fault>> {
        let (file, json) = vocabulary;
        let (mut vocabulary, mut faults) = Reader::read_value::<Vocabulary>(file, &json, standard);
        if faults.iter().any(|fault| !fault.is_hint) {
            return Err(faults);
        }
        let mut check = Check {
            standard,
            languages: vocabulary.explorer.written_in(),
            ..Check::new(file)
        };
        check.vocabulary(&vocabulary);
        faults.extend(check.faults);
        let is_empty = |list: &List| vocabulary.list(*list).next().is_none();
        faults.extend(check.undecided.into_iter().filter(is_empty).map(|list| {
            let message = "has no entry, and organisations name some; write what they name";
            Fault::new(file, list.key(), message)
        }));
        vocabulary.explorer.drop_wrong_addresses();
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
        let mut used = Usage::default();
        let mut given = Given::default();
        let mut undecided: BTreeMap<List, usize> = BTreeMap::new();
        let mut is_complete = true;
        for (file, json) in records {
            let id = json.as_ref().ok().and_then(|json| json.get("id")?.as_str());
            given.note(file, id);
            match json {
                Ok(mut json) => {
                    let read = initiative(file, &mut json, &vocabulary, &mut used, standard);
                    found.extend(read.record.map(|record| (file, record)));
                    faults.extend(read.faults);
                    for list in read.undecided {
                        *undecided.entry(list).or_default() += 1;
                    }
                }
                Err(fault) => {
                    is_complete = false;
                    faults.push(fault);
                }
            }
        }
        // Of two with one id the first is kept.
        for (file, record) in found.iter().rev() {
            given.names.insert(record.id.clone(), (*file).to_owned());
        }
        let (initiatives, astray) = connected(found, |id| given.may_be(id), &mut faults);
        undecided.retain(|list, _| vocabulary.list(*list).next().is_none());
        faults.extend(undecided.into_iter().map(|(list, records)| {
            let message = format!(
                "has no entry, and records name some, {records} of them; write what they name"
            );
            Fault::new(file, list.key(), message)
        }));
        // What cannot be read may use whatever the others do not.
        if is_complete {
            used.unused(file, &vocabulary, &mut faults);
        }
        Ok((
            Self {
                vocabulary,
                initiatives,
                given,
                astray,
            },
            faults,
        ))
    }

    /// Reads somebody else's data set from one JSON text, as `?data=` brings it, of this format or an older one. A record's
    /// faults name it by its place and its id.
    ///
    /// # Errors
    /// What keeps the whole from being read: a newer format, no JSON, another shape, a vocabulary without which
    /// nothing can be shown.
    pub fn read_whole(file: &str, json: &str) -> Result<(Self, Vec<Fault>), Unreadable> {
        if is_web_page(json) {
            return Err(Unreadable::WebPage);
        }
        let mut whole = parse(file, json)?;
        known_format(file, &whole)?;
        let mut keys = DatasetFile::FIELDS.into_iter();
        if let Some(key) = keys.find(|key| whole.repeats(key)) {
            return Err(Fault::new(file, key, "stands more than once; write it once").into());
        }
        let unknown = whole.keys_beside(&DatasetFile::FIELDS);
        let mut part = |key: &str| whole.take(key).ok_or_else(|| missing(file, key));
        let vocabulary = part("vocabulary")?;
        let Json::Array(records) = part("initiatives")? else {
            let message = "is no list; write the records in brackets";
            return Err(Fault::new(file, "initiatives", message).into());
        };
        let labels: Vec<String> = (1..)
            .zip(&records)
            .map(|(n, json)| place(n, json))
            .collect();
        let records = labels
            .iter()
            .map(String::as_str)
            .zip(records.into_iter().map(Ok));
        let vocabulary = ("vocabulary", vocabulary);
        let (dataset, mut faults) = Self::read_values(vocabulary, records, Standard::Others)?;
        faults.extend(unknown.into_iter().map(|key| {
            Fault::new(
                file,
                key,
                "is an unknown field, which nobody reads; take it out",
            )
            .hint()
        }));
        Ok((dataset, faults))
    }
}

/// A record as far as it could be read.
struct ReadRecord {
    /// The record, where it is sound.
    record: Option<Initiative>,
    faults: Vec<Fault>,
    /// Lists of the vocabulary of which it names an entry that is not there, which is not its fault: it is not sound then.
    undecided: BTreeSet<List>,
}

/// Reads one record, and notes what it uses of the vocabulary, whether it is sound or not; it is none where it has a
/// fault. Ties to other records are not followed here: only a whole data set can tell where they lead.
fn initiative(
    file: &str,
    json: &mut Json<'_>,
    vocabulary: &Vocabulary,
    used: &mut Usage,
    standard: Standard,
) -> ReadRecord {
    let older = upgrade(file, json, standard);
    let (record, unreadable) = Reader::read_value::<Initiative>(file, json, standard);
    used.note(&record);
    let mut check = Check {
        standard,
        languages: vocabulary.explorer.written_in(),
        unreadable: unreadable.len(),
        faults: unreadable,
        ..Check::new(file)
    };
    check.initiative(&record, vocabulary);
    let mut faults = check.faults;
    if older.is_some() {
        faults = faults.into_iter().map(told_as_written).collect();
    }
    faults.extend(older);
    let is_sound = check.undecided.is_empty() && faults.iter().all(|fault| fault.is_hint);
    ReadRecord {
        record: is_sound.then_some(record),
        faults,
        undecided: check.undecided,
    }
}

/// What faults call a record of somebody else's data set: its place from 1, and its id, if it has one.
fn place(number: usize, record: &Json<'_>) -> String {
    let id = record.get("id").and_then(Json::as_str).unwrap_or_default();
    let id = without_hidden(id);
    if id.trim().is_empty() {
        format!("record {number}")
    } else {
        format!("record {number} ({})", clip(&id))
    }
}
