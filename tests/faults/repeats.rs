//! What stands twice, or as nobody means it: a fault in our own data, a hint in somebody else's.

use explorer_core::dataset::{Dataset, FORMAT, Fault, check_names};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, field, ids, planted, read,
    vocabulary,
};

/// That this is found in our own data as a fault and in somebody else's as a hint, in this field alone.
#[track_caller]
fn check_both(vocabulary: &Value, record: &Value, field: &str, right: &str) {
    let is_of_record = *record != alpha();
    let (own, other) = if is_of_record {
        (ALPHA, "record 1 (alpha)")
    } else {
        (VOCABULARY, "vocabulary")
    };
    let told: Vec<Fault> = faults(vocabulary, record)
        .into_iter()
        .filter(|fault| fault.file == own)
        .collect();
    assert_only(&told, own, field, right);
    assert!(told.iter().all(|fault| !fault.is_hint), "{told:#?}");
    let whole =
        json!({ "format": FORMAT, "vocabulary": vocabulary, "initiatives": [record, beta()] });
    let (dataset, told) = Dataset::read_whole("data", &whole.to_string()).expect("a data set");
    assert_eq!(ids(&dataset), ["alpha", "beta"]);
    assert_only(&told, other, field, right);
    assert!(told.iter().all(|fault| fault.is_hint), "{told:#?}");
}

#[test]
fn said_twice_in_a_record() {
    for (pointer, value, at, right) in [
        (
            "/sectors",
            json!(["health", "health"]),
            "sectors[1]",
            "says the same as sectors[0]",
        ),
        (
            "/about",
            json!(["end", "end"]),
            "about[1]",
            "says the same as about[0]",
        ),
        (
            "/facts",
            json!([alpha()["facts"][0], alpha()["facts"][0]]),
            "facts[1]",
            "says the same as facts[0]",
        ),
        (
            "/amounts",
            json!([alpha()["amounts"][0], alpha()["amounts"][0]]),
            "amounts[1]",
            "says the same as amounts[0]",
        ),
        (
            "/doubts/1/text",
            alpha()["doubts"][0]["text"].clone(),
            "doubts[1]",
            "says the same as doubts[0]",
        ),
        (
            "/organisations",
            json!([
                alpha()["organisations"][0],
                alpha()["organisations"][1],
                alpha()["organisations"][1]
            ]),
            "organisations[2]",
            "says the same as organisations[1]",
        ),
    ] {
        check_both(&vocabulary(), &planted(&alpha(), pointer, value), at, right);
    }
}

#[test]
fn in_a_record() {
    let text = &alpha()["summary"];
    let corrections =
        json!([{ "date": "2024-02-29", "text": text }, { "date": "2024-02-28", "text": text }]);
    for (pointer, value, at, right) in [
        (
            "/corrections",
            corrections,
            "corrections[1].date",
            "the oldest first",
        ),
        (
            "/facts/0/sources",
            json!([2, 2]),
            "facts[0].sources[1]",
            "name it once",
        ),
        (
            "/milestones/0/sources",
            json!([1, 1]),
            "milestones[0].sources[1]",
            "name it once",
        ),
        (
            "/doubts/0/sources",
            json!([1, 2, 1]),
            "doubts[0].sources[2]",
            "name it once",
        ),
        (
            "/amounts/0/from",
            json!(["fund", "fund"]),
            "amounts[0].from[1]",
            "name it once",
        ),
        (
            "/sources/0/archived",
            alpha()["sources"][0]["url"].clone(),
            "sources[0].archived",
            "the page's own address",
        ),
        (
            "/sources/1/url",
            alpha()["sources"][0]["url"].clone(),
            "sources[1].url",
            "is that of source 1 as well",
        ),
        (
            "/sources/1/publisher",
            json!("Example "),
            "sources[1].publisher",
            "or one at an end; remove it",
        ),
        (
            "/milestones/1",
            alpha()["milestones"][0].clone(),
            "milestones[1]",
            "says the same as milestones[0]",
        ),
        (
            "/end",
            json!(null),
            "about",
            "holds `end`, and there is none",
        ),
    ] {
        check_both(&vocabulary(), &planted(&alpha(), pointer, value), at, right);
    }
}

#[test]
fn captions_and_keywords() {
    let too_long = json!({ "en": "x", "zh-Hant": "字".repeat(21), "zh-Hans": "字" });
    for (pointer, value, at, right) in [
        (
            "/landmark",
            json!({ "en": "x".repeat(41), "zh-Hant": "字", "zh-Hans": "字" }),
            "landmark.en",
            "write at most 40 letters",
        ),
        (
            "/landmark",
            too_long,
            "landmark.zh-Hant",
            "or 20 Han characters",
        ),
        (
            "/keywords/en/1",
            json!("where doctors look"),
            "keywords.en[1]",
            "says the same as keywords.en[0]; take one out",
        ),
        (
            "/keywords/en/0",
            json!("x".repeat(41)),
            "keywords.en[0]",
            "write at most 40 letters",
        ),
        (
            "/keywords/zh-Hans/0",
            json!(" "),
            "keywords.zh-Hans[0]",
            "write what people type, or take it out",
        ),
        (
            "/keywords/en",
            json!(["a", "b", "c", "d", "e", "f", "g"]),
            "keywords.en",
            "holds 7; keep the best 6",
        ),
    ] {
        check_both(&vocabulary(), &planted(&alpha(), pointer, value), at, right);
    }
}

#[test]
fn what_differs_in_one_thing_is_no_repeat() {
    // The same words of another year, or of another kind, say something else.
    let sum = &alpha()["amounts"][0];
    for (key, other) in [("date", "2019"), ("kind", "spent")] {
        let sums = json!([sum, planted(sum, &format!("/{key}"), json!(other))]);
        assert_eq!(
            faults(&vocabulary(), &planted(&alpha(), "/amounts", sums)),
            []
        );
    }
    // Who pays itself may well do so.
    let both = planted(&alpha(), "/amounts/0/to", json!(["fund"]));
    let told = faults(&vocabulary(), &both);
    assert_only(&told, ALPHA, "amounts[0].to[0]", "is in `from` as well");
    assert!(told[0].is_hint);
}

#[test]
fn in_the_vocabulary() {
    let other_words = json!({ "en": ["X-Ray"] });
    let shared = planted(
        &vocabulary(),
        "/themes/0/aliases",
        json!({ "en": ["right"] }),
    );
    let shared = planted(
        &shared,
        "/themes/1/aliases",
        json!({ "zh-Hans": ["Right"] }),
    );
    let right = "an alias of `research` in `themes` as well";
    check_both(&shared, &alpha(), "themes[1].aliases.zh-Hans[0]", right);
    for (pointer, value, at, right) in [
        (
            "/explorer/languages",
            json!(["en", "zh-Hant", "zh-Hans", "en"]),
            "explorer.languages[3]",
            "`en` stands twice",
        ),
        (
            "/organisations/1/wikidata",
            json!("Q15570"),
            "organisations[1].wikidata",
            "is that of `hku` as well",
        ),
        (
            "/organisations/1/name/zh-Hans",
            json!("「university」的简体 "),
            "organisations[1].name.zh-Hans",
            "is the name of `hku` as well",
        ),
        (
            "/roles/1/name/en",
            json!("LEAD"),
            "roles[1].name.en",
            "write what tells them apart",
        ),
    ] {
        check_both(&planted(&vocabulary(), pointer, value), &alpha(), at, right);
    }
    // Between lists it is a hint.
    for (pointer, at, right) in [
        (
            "/places/0/aliases",
            "places[0].aliases.en[0]",
            "an alias of `scans` in `topics` as well",
        ),
        (
            "/themes/0/aliases",
            "topics[0].aliases.en[0]",
            "an alias of `research` in `themes` as well",
        ),
    ] {
        let told = faults(
            &planted(&vocabulary(), pointer, other_words.clone()),
            &alpha(),
        );
        assert_only(&told, VOCABULARY, at, right);
        assert!(told[0].is_hint);
    }
}

#[test]
fn two_records_can_be_told_apart() {
    let told = |pointer: &str| {
        let copied = alpha().pointer(pointer).expect("a text").clone();
        let records = [(ALPHA, alpha()), (BETA, planted(&beta(), pointer, copied))];
        let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
        assert_eq!(faults, []);
        check_names(&dataset)
    };
    for pointer in ["/name/en", "/summary/zh-Hans"] {
        let right = "is that of `alpha` as well";
        assert_only(&told(pointer), BETA, &field(pointer), right);
    }
    assert_eq!(told("/facts/0/sources/0"), []);
}
