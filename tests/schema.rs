//! The JSON Schema in `public/data/schema/` says what the types say, and the data keeps to it.
//!
//! `UPDATE_SCHEMA=1 cargo test --test schema` writes it anew after a change to the types.

mod files;
mod sound;

use std::sync::LazyLock;
use std::{env, fs};

use explorer_core::dataset::{
    Dataset, DatasetFile, FORMAT, Initiative, Lang, Lesson, List, Vocabulary,
};
use jsonschema::Validator;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};
use sound::{alpha, beta, field, only, planted, pointers, vocabulary, without};

/// The schema of a type as it is read: what the checker asks of anybody's data must be there, and nothing that it does not
/// know may.
fn schema<T: JsonSchema>() -> Value {
    schema_by::<T>(SchemaSettings::draft2020_12().for_deserialize())
}

/// The schema of a lesson as it is written: a draft may lack anything, which is why reading asks for nothing.
fn schema_of_lessons() -> Value {
    schema_by::<Lesson>(SchemaSettings::draft2020_12().for_serialize())
}

fn schema_by<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    close(&mut schema);
    schema
}

/// Forbids unknown fields in every object, and drops the defaults: they stand for what is missing, which is a fault.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(schema) => {
            if schema.contains_key("properties") && schema.contains_key("type") {
                schema.insert("additionalProperties".to_owned(), json!(false));
            }
            schema.remove("default");
            schema.values_mut().for_each(close);
        }
        Value::Array(schemas) => schemas.iter_mut().for_each(close),
        _ => {}
    }
}

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).expect("a schema")
}

/// Where a value breaks the schema, and how.
fn breaches(schema: &Validator, value: &Value) -> Vec<String> {
    schema
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_schema_on_disk_is_that_of_the_types() {
    for (name, schema) in [
        ("initiative", schema::<Initiative>()),
        ("vocabulary", schema::<Vocabulary>()),
        ("dataset", schema::<DatasetFile>()),
        ("lesson", schema_of_lessons()),
    ] {
        let file = format!("public/data/schema/{name}.json");
        let mut text = serde_json::to_string_pretty(&schema).expect("JSON");
        text.push('\n');
        if env::var_os("UPDATE_SCHEMA").is_some() {
            fs::create_dir_all(files::path("public/data/schema")).expect("a folder");
            fs::write(files::path(&file), &text).expect("a file");
        }
        let same = fs::read_to_string(files::path(&file)).is_ok_and(|on_disk| on_disk == text);
        assert!(
            same,
            "{file} is not of these types; `UPDATE_SCHEMA=1 cargo test --test schema` writes it"
        );
    }
}

#[test]
fn the_data_keeps_to_the_schema() {
    let vocabulary: Value =
        serde_json::from_str(&files::read("public/data/vocabulary.json")).expect("JSON");
    assert_eq!(
        breaches(&validator(&schema::<Vocabulary>()), &vocabulary),
        [""; 0]
    );
    let schema_of_records = validator(&schema::<Initiative>());
    let mut records = Vec::new();
    for (file, text) in files::initiatives() {
        let record: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(breaches(&schema_of_records, &record), [""; 0], "{file}");
        records.push(record);
    }
    let whole = json!({ "format": FORMAT, "vocabulary": vocabulary, "initiatives": records });
    assert_eq!(
        breaches(&validator(&schema::<DatasetFile>()), &whole),
        [""; 0]
    );
}

/// Whether a field that is missing is a fault in anybody's data, the explorer's own or not.
fn is_missed(vocabulary: &Value, record: &Value, in_record: bool, field: &str) -> bool {
    let whole =
        json!({ "format": FORMAT, "vocabulary": vocabulary, "initiatives": [record, beta()] });
    match Dataset::read_whole("data", &whole.to_string()) {
        Ok((_, faults)) => faults.iter().any(|fault| {
            let file = if in_record { "record 1" } else { "vocabulary" };
            // Which of a topic's two numbers is missing, the topic as a whole is told of.
            let is_within = fault.field.starts_with(field) || field.starts_with(&*fault.field);
            fault.file.starts_with(file) && !fault.is_hint && is_within
        }),
        // A vocabulary that cannot be used.
        Err(_) => !in_record,
    }
}

#[test]
fn the_schema_asks_for_whatever_the_checker_asks_for() {
    for (sound, schema) in [
        (alpha(), schema::<Initiative>()),
        (vocabulary(), schema::<Vocabulary>()),
    ] {
        let is_record = sound == alpha();
        let mut differing = Vec::new();
        let schema = validator(&schema);
        assert_eq!(breaches(&schema, &sound), [""; 0]);
        for pointer in pointers(&sound) {
            let wrong = planted(&sound, &pointer, json!([[true]]));
            assert!(!schema.is_valid(&wrong), "{pointer} may be anything");
            if sound.pointer(&pointer).is_some_and(Value::is_object) {
                let unknown = planted(&sound, &format!("{pointer}/colour-of-what"), json!(1));
                assert!(!schema.is_valid(&unknown), "{pointer} may have any field");
            }
            let Some(lacking) = without(&sound, &pointer) else {
                continue;
            };
            let (vocabulary, record) = if is_record {
                (vocabulary(), lacking.clone())
            } else {
                (lacking.clone(), alpha())
            };
            // One language is enough for the schema: only the checker knows in which the data is written.
            let is_words = Lang::ALL
                .iter()
                .any(|lang| pointer.ends_with(&format!("/{}", lang.tag())));
            if is_words {
                continue;
            }
            // A list is missed by the records that name an entry of it, of which the vocabulary's schema knows nothing.
            if !is_record
                && List::ALL
                    .iter()
                    .any(|list| pointer == format!("/{}", list.key()))
            {
                continue;
            }
            let missed = is_missed(&vocabulary, &record, is_record, &field(&pointer));
            if missed == schema.is_valid(&lacking) {
                differing.push(pointer);
            }
        }
        assert_eq!(
            differing, [""; 0],
            "schema and checker differ where these are missing"
        );
    }
    assert_eq!(
        breaches(&validator(&schema::<Initiative>()), &beta()),
        [""; 0]
    );
}

/// The data set with this value planted into it.
fn spoilt(pointer: &str, value: &Value) -> Value {
    let whole =
        json!({ "format": FORMAT, "vocabulary": vocabulary(), "initiatives": [alpha(), beta()] });
    planted(&whole, pointer, value.clone())
}

/// Whether the checker finds a fault in somebody's data set.
fn is_faulty(whole: &Value) -> bool {
    match Dataset::read_whole("data", &whole.to_string()) {
        Ok((_, faults)) => faults.iter().any(|fault| !fault.is_hint),
        Err(_) => true,
    }
}

/// Whether the checker refuses a data set, and whether the schema does.
fn is_refused(whole: &Value) -> (bool, bool) {
    static SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(&schema::<DatasetFile>()));
    (is_faulty(whole), !SCHEMA.is_valid(whole))
}

/// Plants a value, and asks whether the checker and the schema refuse it.
fn check(pointer: &str, value: &Value, refused: (bool, bool)) {
    let whole = spoilt(pointer, value);
    assert_eq!(is_refused(&whole), refused, "{pointer}: {value}");
}

fn record(field: &str) -> String {
    format!("/initiatives/0/{field}")
}

/// A doubt that cites nothing.
fn doubts(kind: &str) -> Value {
    json!([{ "kind": kind, "text": alpha()["summary"], "sources": [] }])
}

#[test]
fn schema_and_checker_refuse_the_same_records() {
    for (field, value) in [
        ("id", json!("Al pha")),
        ("aliases", json!(["-a"])),
        ("themes", json!([])),
        ("organisations", json!([])),
        ("topics/0", json!({ "id": "scans" })),
        ("topics/0", json!({ "id": "scans", "fact": null })),
        (
            "topics/0",
            json!({ "id": "scans", "fact": 1, "milestone": 1 }),
        ),
        ("topics/0/fact", json!(0)),
        ("topics/1/milestone", json!(0)),
        (
            "topics",
            vec![json!({ "id": "scans", "fact": 1 }); 7].into(),
        ),
        ("start", json!("2024-6")),
        ("start", json!("0000")),
        ("end", json!("")),
        ("about", json!(["status"])),
        ("checked", json!("2024-02")),
        ("checked", json!("")),
        ("corrections/0/date", json!("2024")),
        ("facts", json!([])),
        ("facts/0/sources", json!([])),
        ("facts/0/sources", json!([0])),
        ("milestones/0/sources", json!([])),
        ("milestones/0/kind", json!("x")),
        ("amounts/0/sources", json!([])),
        ("amounts/0/hkd", json!(0)),
        ("amounts/0/hkd", json!(u64::MAX)),
        ("amounts/0/part_of", json!({ "id": "beta" })),
        ("amounts/0/part_of/id", json!("")),
        ("amounts/0/part_of/amount", json!(0)),
        ("sources", json!([])),
        ("sources/0/url", json!("ftp://example.org")),
        ("sources/0/url", json!("example.org")),
        ("sources/0/title", json!(" ")),
        ("sources/0/publisher", json!("")),
        ("sources/0/read", json!("2024-02")),
        ("sources/0/archived", json!("javascript:x")),
        ("doubts", doubts("disagree")),
        (
            "doubts",
            json!([{ "kind": "disagree", "text": alpha()["summary"] }]),
        ),
        ("doubts/1/sources", json!([0])),
    ] {
        check(&record(field), &value, (true, true));
    }
}

#[test]
fn schema_and_checker_refuse_the_same_vocabularies() {
    for (field, value) in [
        ("explorer/currency", json!("hkd")),
        ("explorer/currency", json!("HK$")),
        ("explorer/licence/url", json!("")),
        ("explorer/licence/name", json!(" ")),
        ("explorer/publisher/url", json!("example.org")),
        ("explorer/repository", json!("ssh://example.org")),
        ("explorer/report", json!("")),
        ("explorer/languages", json!(["de"])),
        ("themes/0/colour", json!("red")),
        ("themes/0/icon", json!("url(#x)")),
        ("kinds/0/id", json!("In Stitution")),
        ("organisations/0/id", json!("HKU")),
        ("organisations/0/homepage", json!("www.hku.hk")),
        ("organisations/0/wikidata", json!("Q0")),
        ("organisations/0/wikidata", json!("8646")),
        ("topics/0/group", json!("x")),
        ("places/0/latitude", json!(91)),
        ("eras/0/end", json!("")),
    ] {
        check(&format!("/vocabulary/{field}"), &value, (true, true));
    }
}

#[test]
fn schema_and_checker_take_what_is_sound() {
    for (field, value) in [
        ("end", json!(null)),
        ("topics/0/milestone", json!(null)),
        ("doubts", doubts("unconfirmed")),
        (
            "doubts",
            json!([{ "kind": "unconfirmed", "text": alpha()["summary"] }]),
        ),
        ("sources/0/url", json!("http://例子.香港/x")),
        ("status_as_of", json!("2024-02")),
        ("milestones", json!([])),
        ("topics", json!([])),
    ] {
        let mut whole = spoilt(&record(field), &value);
        if field == "milestones" {
            whole["initiatives"][0]["topics"] = json!([]);
        }
        assert_eq!(is_refused(&whole), (false, false), "{field}: {value}");
    }
}

#[test]
fn only_a_program_can_check_the_rest() {
    // Calendars and hosts, what refers to something else, the order of dates, what stands
    // twice, words in the languages that a data set declares, and how a number is written.
    for (field, value) in [
        ("start", json!("2023-02-29")),
        ("sources/0/url", json!("https://localhost/x")),
        ("sources/0/url", json!("https://user@example.org/")),
        ("kind", json!("nowhere")),
        ("topics/0/fact", json!(2)),
        ("facts/0/sources", json!([3])),
        ("related/0/id", json!("gamma")),
        ("aliases", json!(["beta"])),
        ("end", json!("2018")),
        ("milestones/0/phase", json!(null)),
        ("milestones/1/date", json!("2017")),
        ("themes", json!(["ethics", "ethics"])),
        ("summary/zh-Hant", json!(" ")),
        ("summary/zh-Hant", alpha()["summary"]["en"].clone()),
        ("amounts/0/hkd", json!(4_600_000.0)),
    ] {
        check(&record(field), &value, (true, false));
    }
    for (field, value) in [
        ("relations/0/inverse", json!("nowhere")),
        ("organisations/1/parent", json!("hku")),
        ("roles/1/id", json!("lead")),
        ("topics/1/aliases/en", json!(["Scans"])),
        ("topics/0/aliases/en/0", json!(" ")),
        ("kinds/0/schema", json!("a b")),
    ] {
        check(&format!("/vocabulary/{field}"), &value, (true, false));
    }
}

#[test]
fn the_schema_takes_data_in_one_language_and_no_text_without_any() {
    let english = |value: &Value| only("en", value);
    let whole = json!({
        "format": FORMAT, "vocabulary": english(&vocabulary()), "initiatives": [english(&alpha()), english(&beta())],
    });
    let schema = validator(&schema::<DatasetFile>());
    assert_eq!(breaches(&schema, &whole), [""; 0]);
    let mute = planted(&whole, "/initiatives/0/summary", json!({}));
    assert!(!schema.is_valid(&mute));
}
