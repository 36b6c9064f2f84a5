//! The shape of the JSON: types, keys, and that all faults are told at once.

use explorer_core::dataset::{Dataset, Fault};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, field, ids, planted, pointers, read,
    vocabulary, without,
};

#[test]
fn every_value_of_the_wrong_type_is_named() {
    // What may be left out may be null.
    let may_be_null = |pointer: &str| {
        let optional = [
            "end",
            "place",
            "url",
            "published",
            "phase",
            "kind",
            "date",
            "part_of",
            "read",
            "archived",
            "checked",
            "landmark",
            "fact",
            "milestone",
            "currency",
            "licence",
            "publisher",
            "repository",
            "report",
            "homepage",
            "wikidata",
            "parent",
        ];
        pointer
            .rsplit('/')
            .next()
            .is_some_and(|key| optional.contains(&key))
            || pointer.starts_with("/eras/") && pointer.ends_with("/start")
    };
    let wrong = [
        json!(null),
        json!(true),
        json!(1.5),
        json!("text"),
        json!([[]]),
        json!({}),
    ];
    let kind = |value: &Value| match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    };
    for (file, sound) in [(ALPHA, alpha()), (VOCABULARY, vocabulary())] {
        for pointer in pointers(&sound) {
            let right = sound.pointer(&pointer).expect("a value");
            for wrong in wrong.iter().filter(|wrong| kind(wrong) != kind(right)) {
                if may_be_null(&pointer) && wrong.is_null() {
                    continue;
                }
                let spoilt = planted(&sound, &pointer, wrong.clone());
                let faults = if file == ALPHA {
                    faults(&vocabulary(), &spoilt)
                } else {
                    faults(&spoilt, &alpha())
                };
                let told = |fault: &Fault| {
                    fault.file == file
                        && fault.field == field(&pointer)
                        && fault.message.contains("write ")
                };
                assert!(
                    faults.iter().any(told),
                    "{file} {pointer} {wrong}: {faults:#?}"
                );
            }
        }
    }
}

#[test]
fn a_value_of_the_wrong_type_is_told_once() {
    for pointer in [
        "/start",
        "/name",
        "/kind",
        "/facts",
        "/facts/0/text",
        "/amounts/0/hkd",
        "/themes",
        "/sources/0/title",
    ] {
        let faults = faults(&vocabulary(), &planted(&alpha(), pointer, json!(true)));
        let faults: Vec<&Fault> = faults.iter().filter(|fault| fault.file == ALPHA).collect();
        assert_eq!(faults.len(), 1, "{pointer}: {faults:#?}");
    }
}

#[test]
fn what_is_missing_or_empty_is_told_once_and_as_what_it_is() {
    let planted_in = |pointer: &str, value: Option<Value>| match value {
        Some(value) => planted(&alpha(), pointer, value),
        None => without(&alpha(), pointer).expect("a field"),
    };
    for (pointer, value, right) in [
        (
            "/amounts/0/hkd",
            None,
            "is missing; write whole Hong Kong dollars",
        ),
        (
            "/amounts/0/part_of/id",
            None,
            "is missing; write the id of the record",
        ),
        (
            "/amounts/0/part_of/amount",
            None,
            "is missing; write the sum's number",
        ),
        (
            "/amounts/0/part_of/amount",
            Some(json!(0)),
            "is 0; sums are counted from 1",
        ),
        (
            "/amounts/0/part_of/id",
            Some(json!("")),
            "is empty; write the id",
        ),
        (
            "/corrections/0/date",
            None,
            "is missing; write a year, a month or a day",
        ),
        ("/end", Some(json!("")), "leave it out where it goes on"),
        ("/checked", Some(json!("")), "leave it out"),
        ("/amounts/0/date", Some(json!("")), "leave it out"),
        ("/sources/0/read", Some(json!("")), "leave it out"),
        ("/sources/0/published", Some(json!("")), "leave it out"),
        ("/sources/0/archived", Some(json!("")), "leave it out"),
        ("/sources/0/url", Some(json!(" ")), "leave it out"),
        (
            "/doubts/0/kind",
            Some(json!("both")),
            "`both` is none of the words for this; write disagree or unconfirmed",
        ),
        (
            "/doubts/0/kind",
            Some(json!(1)),
            "is a number; write disagree or unconfirmed",
        ),
    ] {
        let faults = faults(&vocabulary(), &planted_in(pointer, value));
        let told: Vec<&Fault> = faults.iter().filter(|fault| fault.file == ALPHA).collect();
        assert_eq!(told.len(), 1, "{pointer}: {told:#?}");
        assert_eq!(told[0].field, field(pointer));
        assert!(told[0].message.contains(right), "{}", told[0]);
    }
    for (pointer, value, right) in [
        ("/explorer/currency", json!("hkd"), "three capital letters"),
        ("/explorer/report", json!(""), "leave it out"),
        (
            "/explorer/licence/url",
            json!(""),
            "is missing; write the address",
        ),
        ("/eras/0/end", json!(""), "leave it out"),
    ] {
        let faults = faults(&planted(&vocabulary(), pointer, value), &alpha());
        assert_eq!(faults.len(), 1, "{pointer}: {faults:#?}");
        assert_only(&faults, VOCABULARY, &field(pointer), right);
    }
}

#[test]
fn unknown_fields_are_named_with_the_known_ones() {
    for (object, known) in [
        ("", "aliases"),
        ("/name", "zh-Hant"),
        ("/facts/0", "text, sources"),
        ("/sources/1", "publisher"),
    ] {
        let record = planted(&alpha(), &format!("{object}/colour"), json!("blue"));
        let faults = faults(&vocabulary(), &record);
        let faults: Vec<Fault> = faults
            .into_iter()
            .filter(|fault| fault.file == ALPHA)
            .collect();
        assert_eq!(faults.len(), 1, "{faults:#?}");
        let at = field(&format!("{object}/colour"));
        assert_only(&faults, ALPHA, &at, "is an unknown field; known are ");
        assert!(faults[0].message.contains(known), "{}", faults[0]);
    }
    // A name that looks right has in it what nobody sees.
    let faults = faults(
        &vocabulary(),
        &planted(&alpha(), "/kind\u{200b}", json!("institution")),
    );
    assert_only(
        &faults,
        ALPHA,
        "kind",
        "has a character in its name that nobody sees, U+200B",
    );
}

#[test]
fn keys_that_stand_twice_are_named() {
    // A value cannot have a key twice, so the text is changed.
    let twice = |json: &Value, begin: &str| {
        json.to_string()
            .replacen(begin, &format!("{begin}{begin}"), 1)
    };
    let record = twice(&alpha(), "\"kind\":\"institution\",");
    let record = record.replacen("{\"sources\":", "{\"sources\":[1],\"sources\":", 1);
    let read = |vocabulary: &str| {
        let records = [(ALPHA, record.as_str()), (BETA, &beta().to_string())];
        Dataset::read((VOCABULARY, vocabulary), records)
    };
    let (dataset, faults) = read(&vocabulary().to_string()).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["beta"]);
    let told: Vec<(&str, &str)> = faults
        .iter()
        .filter(|fault| fault.file == ALPHA)
        .map(|fault| (fault.field.as_str(), fault.message.as_str()))
        .collect();
    let right = "stands more than once; write it once";
    assert_eq!(told.len(), 2, "{faults:#?}");
    assert!(told.contains(&("kind", right)), "{faults:#?}");
    assert!(
        told.iter()
            .any(|(field, message)| field.ends_with("[0].sources") && *message == right),
        "{faults:#?}"
    );

    let spoilt = vocabulary().to_string().replacen('{', "{\"places\":[],", 1);
    let faults = read(&spoilt).expect_err("a fault");
    assert_only(&faults, VOCABULARY, "places", right);

    let whole = json!({ "format": 1, "vocabulary": vocabulary(), "initiatives": [] }).to_string();
    let whole = whole.replacen('{', "{\"initiatives\":[],", 1);
    let error = Dataset::read_whole("data", &whole).expect_err("a fault");
    assert_eq!(error.to_string(), format!("data: initiatives: {right}"));
}

#[test]
fn all_faults_are_told_and_the_sound_records_stay() {
    let mut record = alpha();
    record["start"] = json!("soon");
    record["kind"] = json!("x");
    record["summary"]["zh-Hans"] = json!("");
    record["sources"][1]["publisher"] = json!("");
    record["facts"][0]["sources"] = json!([9]);
    let records = [
        ("gamma.json", json!("no record")),
        (ALPHA, record),
        (BETA, beta()),
    ];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["beta"]);
    let mut fields: Vec<&str> = faults
        .iter()
        .filter(|fault| fault.file == ALPHA)
        .map(|fault| fault.field.as_str())
        .collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "facts[0].sources[0]",
            "kind",
            "sources[1].publisher",
            "start",
            "summary.zh-Hans"
        ]
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.file == "gamma.json" && fault.message.contains("write an object"))
    );
}
