//! A small data set without fault, as JSON that tests spoil in one place at a time.

#![allow(dead_code, reason = "each test takes its part")]

use explorer_core::dataset::{Dataset, Fault};
use serde_json::{Value, json};

/// The name of the vocabulary's file.
pub const VOCABULARY: &str = "vocabulary.json";
/// The name of the first record's file, the one that has every field.
pub const ALPHA: &str = "alpha.json";
/// The name of the second record's file, the one that has only what it must.
pub const BETA: &str = "beta.json";

fn text(en: &str) -> Value {
    json!({ "en": en, "zh-Hant": format!("「{en}」的繁體"), "zh-Hans": format!("「{en}」的简体") })
}

/// A vocabulary whose every entry one of the two records uses.
pub fn vocabulary() -> Value {
    let entry = |id: &str, name: &str| json!({ "id": id, "name": text(name) });
    let theme = |id: &str, name: &str| {
        json!({
            "id": id, "name": text(name), "short": text(name), "summary": text("What it is about."),
            "colour": "#12ab9f", "icon": "M3 4l5-2.5zA1 1 0 0 1 2 2",
        })
    };
    let relation = |id: &str, name: &str, inverse: &str| json!({ "id": id, "name": text(name), "inverse": inverse });
    let status =
        |id: &str, ongoing: bool| json!({ "id": id, "name": text(id), "ongoing": ongoing });
    json!({
        "explorer": {
            "title": text("Explorer"), "about": text("What this is."), "languages": ["en", "zh-Hant", "zh-Hans"], "currency": "HKD",
            "licence": { "name": "CC BY 4.0", "url": "https://example.org/licence" },
            "publisher": { "name": text("Keepers"), "url": "https://example.org" },
            "repository": "https://example.org/code", "report": "https://example.org/report",
        },
        "themes": [theme("research", "Research"), theme("ethics", "Ethics")],
        "kinds": [entry("institution", "Institution")],
        "sectors": [entry("health", "Health")],
        "roles": [entry("lead", "Lead"), entry("funder", "Funder")],
        "relations": [relation("succeeds", "Succeeds", "precedes"), relation("precedes", "Precedes", "succeeds")],
        "statuses": [status("active", true), status("ended", false)],
        "source_kinds": [entry("primary", "Primary")],
        "organisation_kinds": [entry("university", "University")],
        "topics": [
            {
                "id": "scans", "name": text("Scans"), "group": "use",
                "aliases": { "en": ["x-ray"], "zh-Hant": ["掃描圖"], "zh-Hans": ["扫描图"] },
            },
            { "id": "rules", "name": text("Rules"), "group": "question", "aliases": {} },
        ],
        "organisations": [
            {
                "id": "hku", "name": text("University"), "aliases": ["HKU"], "kind": "university",
                "homepage": "https://www.hku.hk", "wikidata": "Q15570", "parent": "fund",
            },
            { "id": "fund", "name": text("Fund"), "kind": "university" },
        ],
        "places": [{ "id": "pok-fu-lam", "name": text("Pok Fu Lam"), "latitude": 22.28, "longitude": 114.13 }],
        "eras": [{ "id": "now", "name": text("Now"), "start": "2010", "end": "2030", "summary": text("Today.") }],
    })
}

/// A record with every field.
pub fn alpha() -> Value {
    json!({
        "id": "alpha",
        "aliases": ["alpha-centre"],
        "name": text("Alpha"),
        "name_translated": true,
        "themes": ["research", "ethics"],
        "kind": "institution",
        "sectors": ["health"],
        "topics": [{ "id": "scans", "fact": 1 }, { "id": "rules", "milestone": 2 }],
        "organisations": [{ "id": "hku", "role": "lead" }, { "id": "fund", "role": "funder" }],
        "start": "2019-03",
        "end": "2023",
        "about": ["end"],
        "status": "ended",
        "status_as_of": "2024-02-29",
        "place": "pok-fu-lam",
        "summary": text("A centre that asks for HK$3,000 a visit."),
        "facts": [{ "text": text("It has a laboratory."), "sources": [1, 2] }],
        "milestones": [
            { "date": "2018", "phase": "before", "kind": "announced", "text": text("It is planned."), "sources": [1] },
            { "date": "2019-03-01", "kind": "opened", "planned": true, "text": text("It opens."), "sources": [2] },
        ],
        "amounts": [{
            "hkd": 5_000_000, "kind": "approved", "what": text("A grant."), "date": "2018-05", "from": ["fund"], "to": ["hku"],
            "part_of": { "id": "beta", "amount": 1 }, "sources": [1],
        }],
        "aside": [3_000],
        "related": [{ "id": "beta", "relation": "precedes", "sources": [1] }],
        "sources": [
            {
                "url": "https://www.hku.hk/a?b=c#d", "title": "A page", "publisher": "HKU",
                "published": "2019-03-01", "kind": "primary", "read": "2024-02-28",
                "archived": "https://example.org/copy",
            },
            { "url": "http://example.org/other", "title": "Another", "publisher": "Example", "kind": "primary", "read": "2024-02-28" },
        ],
        "doubts": [
            { "kind": "disagree", "text": text("Sources disagree on the grant."), "sources": [1, 2] },
            { "kind": "unconfirmed", "text": text("Its size is not known."), "sources": [] },
        ],
        "checked": "2024-02-29",
        "corrections": [{ "date": "2024-02-29", "text": text("It began in March, not in May.") }],
        "landmark": text("The first centre"),
        "keywords": { "en": ["where doctors look", "scan reader"], "zh-Hant": ["邊度照肺"], "zh-Hans": ["看片子"] },
    })
}

/// The value with the words of one language alone.
pub fn only(lang: &str, value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let is_text = fields.contains_key(lang);
            let kept = fields.iter().filter(|(key, _)| !is_text || *key == lang);
            kept.map(|(key, value)| (key.clone(), only(lang, value)))
                .collect()
        }
        Value::Array(items) => items.iter().map(|item| only(lang, item)).collect(),
        other => other.clone(),
    }
}

/// A record with what it must have and no more.
pub fn beta() -> Value {
    json!({
        "id": "beta",
        "name": text("Beta"),
        "themes": ["ethics"],
        "kind": "institution",
        "sectors": [],
        "topics": [{ "id": "rules", "fact": 1 }],
        "organisations": [{ "id": "hku", "role": "lead" }],
        "start": "2023-12-31",
        "status": "active",
        "status_as_of": "2026",
        "summary": text("What came after."),
        "facts": [{ "text": text("It goes on."), "sources": [1] }],
        "milestones": [],
        "amounts": [{ "hkd": 9_000_000, "kind": "set-aside", "what": text("A fund."), "sources": [1] }],
        "sources": [{ "url": "https://example.org", "title": "A page", "publisher": "Sample Times", "kind": "primary", "read": "2026-01-01" }],
        "checked": "2026-01-01",
    })
}

/// JSON pointers to everything in a value, itself left out.
pub fn pointers(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(i, value)| (i.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let below = |(key, value): (String, &Value)| {
        let deeper = pointers(value)
            .into_iter()
            .map(|pointer| format!("/{key}{pointer}"))
            .collect::<Vec<_>>();
        [format!("/{key}")].into_iter().chain(deeper)
    };
    children.into_iter().flat_map(below).collect()
}

/// The field that a JSON pointer leads to, as faults name it: `facts[0].text` for `/facts/0/text`.
pub fn field(pointer: &str) -> String {
    let mut field = String::new();
    for part in pointer.split('/').skip(1) {
        if part.parse::<usize>().is_ok() {
            field += &format!("[{part}]");
        } else {
            if !field.is_empty() {
                field.push('.');
            }
            field += part;
        }
    }
    field
}

/// The value without what the pointer leads to; `None` where that is an item of a list and not a field.
pub fn without(value: &Value, pointer: &str) -> Option<Value> {
    let mut value = value.clone();
    let (parent, key) = pointer.rsplit_once('/')?;
    value.pointer_mut(parent)?.as_object_mut()?.remove(key)?;
    Some(value)
}

/// Reads a data set of these records, each with the name of its file.
pub fn read(
    vocabulary: &Value,
    records: &[(&str, Value)],
) -> Result<(Dataset, Vec<Fault>), Vec<Fault>> {
    let records: Vec<(&str, String)> = records
        .iter()
        .map(|(file, json)| (*file, json.to_string()))
        .collect();
    let records = records.iter().map(|(file, json)| (*file, json.as_str()));
    Dataset::read((VOCABULARY, &vocabulary.to_string()), records)
}

/// The faults of the two records, the first of them as given.
pub fn faults(vocabulary: &Value, alpha: &Value) -> Vec<Fault> {
    match read(vocabulary, &[(ALPHA, alpha.clone()), (BETA, beta())]) {
        Ok((_, faults)) | Err(faults) => faults,
    }
}

/// The ids of the records.
pub fn ids(dataset: &Dataset) -> Vec<&str> {
    dataset
        .initiatives
        .iter()
        .map(|initiative| initiative.id.as_str())
        .collect()
}

/// The value with another in place of what the pointer leads to, or beside it as a new field.
pub fn planted(value: &Value, pointer: &str, fault: Value) -> Value {
    let mut value = value.clone();
    if let Some((parent, key)) = pointer.rsplit_once('/')
        && let Some(Value::Object(fields)) = value.pointer_mut(parent)
    {
        fields.insert(key.to_owned(), fault);
    } else {
        *value.pointer_mut(pointer).expect("a pointer to something") = fault;
    }
    value
}

/// That all faults are at one field of one file (or beneath it), and that a message there says what would be right.
pub fn assert_only(faults: &[Fault], file: &str, field: &str, right: &str) {
    let told =
        |fault: &Fault| fault.file == file && fault.field == field && fault.message.contains(right);
    assert!(
        faults.iter().any(told),
        "no `{right}` at {file}: {field} in {faults:#?}"
    );
    let beside = |fault: &&Fault| fault.file != file || !fault.field.starts_with(field);
    assert_eq!(
        faults.iter().find(beside),
        None,
        "reported beside {file}: {field}"
    );
}
