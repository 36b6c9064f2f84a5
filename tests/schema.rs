//! The JSON Schema in `public/data/schema/` says what the types say, and the data keeps to it.
//!
//! `UPDATE_SCHEMA=1 cargo test --test schema` writes it anew after a change to the types.

mod files;
mod sound;

use std::{env, fs};

use explorer_core::dataset::{Dataset, DatasetFile, FORMAT, Initiative, Lang, Lesson, Vocabulary};
use jsonschema::Validator;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};
use sound::{alpha, beta, field, only, planted, pointers, vocabulary, without};

/// The schema of a type: what is always written must be there, and nothing else may.
fn schema<T: JsonSchema>() -> Value {
    let schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>();
    let mut schema = schema.to_value();
    close(&mut schema);
    schema
}

/// Forbids unknown fields in every object, and drops the defaults: they stand for what is missing, which is a fault.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(schema) => {
            if schema.contains_key("properties") {
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
        ("lesson", schema::<Lesson>()),
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
            let is_there = fault.file
                == if in_record {
                    "record 1 (alpha)"
                } else {
                    "vocabulary"
                };
            is_there && !fault.is_hint && fault.field.starts_with(field)
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
            let missed = is_missed(&vocabulary, &record, is_record, &field(&pointer));
            assert!(
                !missed || !schema.is_valid(&lacking),
                "{pointer} may be missing"
            );
        }
    }
    assert_eq!(
        breaches(&validator(&schema::<Initiative>()), &beta()),
        [""; 0]
    );
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
