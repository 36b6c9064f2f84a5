//! Files as a whole: how they are encoded, and of which format.

use explorer_core::dataset::{Dataset, DoubtKind, Fault, Unreadable, decode};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, ids, planted, read, vocabulary, without,
};

#[test]
fn files_of_another_encoding_are_read_or_named() {
    fn told(bytes: &[u8]) -> Result<&str, String> {
        decode("data", bytes).map_err(|fault| fault.to_string())
    }
    fn told_of(json: &str) -> String {
        let error = Dataset::read_whole("data", json).expect_err("no data set");
        error.to_string()
    }
    let whole =
        json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [alpha(), beta()] });
    for marks in ["\u{feff}", "\u{feff}\u{feff}"] {
        let (dataset, faults) =
            Dataset::read_whole("data", &format!("{marks}{whole}")).expect("the mark is read over");
        assert_eq!((dataset.initiatives.len(), faults.len()), (2, 0));
    }
    let wide: Vec<u8> = "{\"a\": 1}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [&[0xff, 0xfe][..], &wide].concat();
    let wider: Vec<u8> = "{\"a\": 1}"
        .chars()
        .flat_map(|c| (c as u32).to_le_bytes())
        .collect();
    let marked_wider = [&[0xff, 0xfe, 0, 0][..], &wider].concat();
    for (name, bytes) in [
        ("UTF-16", [wide, marked]),
        ("UTF-32", [wider, marked_wider]),
    ] {
        for bytes in bytes {
            let sentence = told(&bytes).expect_err(name);
            assert_eq!(
                sentence,
                format!("data: is written in {name}; save it in UTF-8")
            );
        }
    }
    for empty in ["", " \n", "\u{feff}"] {
        let faults = Dataset::read((VOCABULARY, empty), []).expect_err("an empty file");
        assert_only(&faults, VOCABULARY, "", "is empty");
    }
    let sentence = told(b"ab\xe9d").expect_err("Latin-1");
    assert_eq!(
        sentence,
        "data: is not written in UTF-8: byte 3 is none of it; save it in UTF-8"
    );
    assert_eq!(told("甲".as_bytes()), Ok("甲"));
    // What git leaves where it could not merge is no page.
    let merged = told_of("<<<<<<< HEAD\n{}");
    assert!(!merged.contains("web page"), "{merged}");
    for page in ["<!doctype html>", " \n<html>", "\u{feff}<p>"] {
        assert_eq!(Dataset::read_whole("data", page), Err(Unreadable::WebPage));
    }
    let faults = Dataset::read((VOCABULARY, "<html>"), []).expect_err("a web page");
    assert_only(
        &faults,
        VOCABULARY,
        "",
        "is a web page and no JSON; take the file itself",
    );
}

#[test]
fn format_1_is_read_with_hints_and_is_a_fault_in_our_own_data() {
    let mut record = alpha();
    record.as_object_mut().expect("an object").remove("doubts");
    record["disputed"] = json!({ "en": "It may be.", "zh-Hant": "或許。", "zh-Hans": "或许。" });
    for list in ["milestones", "amounts"] {
        for item in record[list].as_array_mut().expect("a list") {
            item.as_object_mut().expect("an object").remove("kind");
        }
    }
    record.as_object_mut().expect("an object").remove("topics");
    record.as_object_mut().expect("an object").remove("checked");
    let read_as = |record: &Value| {
        let whole =
            json!({ "format": 1, "vocabulary": vocabulary(), "initiatives": [record, beta()] });
        Dataset::read_whole("data", &whole.to_string()).expect("a data set")
    };
    let (dataset, hints) = read_as(&record);
    assert_eq!(ids(&dataset), ["alpha", "beta"]);
    let doubts = &dataset.initiatives[0].doubts;
    assert_eq!((doubts.len(), doubts[0].kind), (1, DoubtKind::Unconfirmed));
    assert_eq!(doubts[0].text.en, "It may be.");
    let mut fields: Vec<&str> = hints
        .iter()
        .filter(|fault| fault.file == "record 1 (alpha)")
        .map(|fault| fault.field.as_str())
        .collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "amounts[0].kind",
            "checked",
            "disputed",
            "milestones[0].kind",
            "milestones[1].kind",
            "topics"
        ]
    );
    assert!(hints.iter().all(|fault| fault.is_hint), "{hints:#?}");

    // A fault in the text is told where the file has it.
    record["disputed"]["zh-Hans"] = json!(" ");
    let (dataset, faults) = read_as(&record);
    assert_eq!(ids(&dataset), ["beta"]);
    let told: Vec<&Fault> = faults.iter().filter(|fault| !fault.is_hint).collect();
    assert_eq!(told.len(), 1, "{faults:#?}");
    assert_eq!(told[0].field, "disputed.zh-Hans");

    // The explorer's own data is of this format.
    let own = planted(
        &without(&alpha(), "/doubts").expect("a field"),
        "/disputed",
        alpha()["summary"].clone(),
    );
    let (_, faults) = read(&vocabulary(), &[(ALPHA, own), (BETA, beta())]).expect("a vocabulary");
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file == ALPHA)
        .collect();
    assert_only(&faults, ALPHA, "disputed", "write `doubts`");

    let twice = alpha()
        .to_string()
        .replacen('{', r#"{"disputed": null, "disputed": null,"#, 1);
    let texts = [(ALPHA, &*twice)];
    let (_, faults) =
        Dataset::read((VOCABULARY, &vocabulary().to_string()), texts).expect("a vocabulary");
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.field == "disputed")
        .collect();
    assert_only(&faults, ALPHA, "disputed", "stands more than once");

    // Beside the field that took its place it cannot be kept.
    let both = planted(&alpha(), "/disputed", alpha()["summary"].clone());
    let (_, faults) = read(&vocabulary(), &[(ALPHA, both), (BETA, beta())]).expect("a vocabulary");
    assert_only(&faults, ALPHA, "disputed", "stands beside `doubts`");
}
