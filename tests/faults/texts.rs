//! Texts in the languages of the data.

use explorer_core::dataset::{Dataset, Fault, Lang};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, field, only, planted, read,
    vocabulary,
};
use crate::{check, check_vocabulary, check_without};

#[test]
fn texts_stand_in_all_languages() {
    for text in [
        "/name",
        "/summary",
        "/doubts/0/text",
        "/corrections/0/text",
        "/landmark",
        "/facts/0/text",
        "/milestones/1/text",
        "/amounts/0/what",
    ] {
        for lang in Lang::ALL {
            let pointer = format!("{text}/{}", lang.tag());
            check(
                &pointer,
                json!(" "),
                &field(&pointer),
                "write it in all three languages",
            );
            check_without(
                &pointer,
                &field(&pointer),
                "write it in all three languages",
            );
        }
    }
    for name in [
        "/explorer/title",
        "/themes/0/short",
        "/kinds/0/name",
        "/places/0/name",
        "/eras/0/summary",
    ] {
        let pointer = format!("{name}/zh-Hans");
        check_vocabulary(
            &pointer,
            json!(""),
            &field(&pointer),
            "write it in all three languages",
        );
    }
}

#[test]
fn texts_are_translated_and_names_need_not_be() {
    let same = |en: &str| json!({ "en": en, "zh-Hant": en, "zh-Hans": "不同" });
    for text in [
        "/summary",
        "/doubts/0/text",
        "/corrections/0/text",
        "/landmark",
        "/facts/0/text",
        "/milestones/1/text",
        "/amounts/0/what",
    ] {
        let at = format!("{}.zh-Hant", field(text));
        check(text, same("A centre."), &at, "translate it");
    }
    check_vocabulary(
        "/explorer/about",
        same("About."),
        "explorer.about.zh-Hant",
        "translate it",
    );
    assert_eq!(
        faults(&vocabulary(), &planted(&alpha(), "/name", same("ASTRI"))),
        []
    );
}

#[test]
fn characters_that_nobody_sees_are_named_and_taken_out() {
    for (hidden, right, shown) in [
        ("\u{202e}", "U+202E; remove it", "Alpha"),
        ("\u{200b}", "U+200B; remove it", "Alpha"),
        ("\u{7}", "U+0007; remove it", "Alpha"),
        ("\u{feff}", "U+FEFF; remove it", "Alpha"),
        ("\u{ad}", "U+00AD; remove it", "Alpha"),
        // Nothing that joins or varies letters does so between these.
        ("\u{200d}", "U+200D; remove it", "Alpha"),
        ("\u{fe0f}", "U+FE0F; remove it", "Alpha"),
        ("\u{e0100}", "U+E0100; remove it", "Alpha"),
        // No character.
        ("\u{fffe}", "U+FFFE; remove it", "Alpha"),
        // What parts words goes on parting them.
        ("\n", "U+000A; write a space in its place", "Al pha"),
        ("\t", "U+0009; write a space in its place", "Al pha"),
        (" \r\n\t ", "U+000D; write a space in its place", "Al pha"),
        (
            "\u{2028}\u{200b}",
            "U+2028; write a space in its place",
            "Al pha",
        ),
    ] {
        let name = json!(format!("Al{hidden}pha"));
        check("/name/en", name.clone(), "name.en", right);
        // In somebody else's data it is a hint.
        let whole = json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [planted(&alpha(), "/name/en", name), beta()] });
        let (dataset, faults) = Dataset::read_whole("data", &whole.to_string()).expect("data");
        assert_eq!(dataset.initiatives[0].name.en, shown);
        assert_only(&faults, "record 1 (alpha)", "name.en", right);
        assert!(faults[0].is_hint);
    }
    // At the ends nothing is parted.
    let record = planted(&alpha(), "/name/en", json!("\n st\u{200b}op\twith\nline\n"));
    let whole = json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [record, beta()] });
    let (dataset, _) = Dataset::read_whole("data", &whole.to_string()).expect("data");
    assert_eq!(dataset.initiatives[0].name.en, "stop with line");
    // A text of nothing that one sees is none.
    check(
        "/name/en",
        json!(" \u{a0}\u{3000}"),
        "name.en",
        "write it in all three languages",
    );
    // What joins letters within a word stays.
    for name in [
        "می\u{200c}خواهم 👩\u{200d}🔬",
        "葛\u{e0100}",
        "1\u{fe0f}\u{20e3}",
    ] {
        let joined = planted(&alpha(), "/name/en", json!(name));
        assert_eq!(faults(&vocabulary(), &joined), []);
    }
    // In a word of the format it is told as what it is.
    for (pointer, word) in [
        ("/milestones/0/kind", "announced\u{200b}"),
        ("/amounts/0/kind", "\u{feff}approved"),
        ("/milestones/0/phase", "before\u{200b}"),
    ] {
        let record = planted(&alpha(), pointer, json!(word));
        let told = faults(&vocabulary(), &record);
        assert_only(
            &told,
            ALPHA,
            &field(pointer),
            "a character that nobody sees",
        );
    }
}

#[test]
fn spaces_that_mean_nothing_are_told_wherever_they_stand() {
    for (pointer, loose) in [
        ("/kinds/0/aliases", json!({ "en": ["body "] })),
        ("/organisations/0/aliases", json!(["HKU", "\u{a0}Uni"])),
        ("/explorer/licence/name", json!("CC  BY 4.0")),
    ] {
        let told = faults(&planted(&vocabulary(), pointer, loose), &alpha());
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(
            told[0]
                .message
                .starts_with("has a doubled space, or one at an end")
        );
        assert_eq!(told[0].file, VOCABULARY);
    }
    for title in ["A  page", "A page ", "\u{a0}A page"] {
        let told = faults(
            &vocabulary(),
            &planted(&alpha(), "/sources/0/title", json!(title)),
        );
        assert_only(
            &told,
            ALPHA,
            "sources[0].title",
            "or one at an end; remove it",
        );
    }
}

#[test]
fn a_sentence_is_written_in_its_language() {
    for text in ["/summary", "/doubts/0/text", "/facts/0/text"] {
        for (lang, words, right) in [
            ("en", "設有實驗室。", "write it in English"),
            (
                "zh-Hant",
                "It has a laboratory, too.",
                "write it in Chinese",
            ),
            ("zh-Hans", "センターです。", "write it in Chinese"),
        ] {
            let pointer = format!("{text}/{lang}");
            let told = faults(&vocabulary(), &planted(&alpha(), &pointer, json!(words)));
            assert_only(&told, ALPHA, &field(&pointer), right);
        }
    }
    // A name may be the same everywhere.
    let name = json!({ "en": "InnoHK", "zh-Hant": "InnoHK", "zh-Hans": "InnoHK" });
    assert_eq!(faults(&vocabulary(), &planted(&alpha(), "/name", name)), []);
}

#[test]
fn a_data_set_is_asked_for_the_languages_that_it_declares() {
    let declared = |languages: Value| {
        let english = planted(&vocabulary(), "/explorer/languages", languages);
        only("en", &english)
    };
    let told = |vocabulary: &Value, record: Value| {
        let whole = json!({ "format": 2, "vocabulary": vocabulary, "initiatives": [record, only("en", &beta())] });
        Dataset::read_whole("data", &whole.to_string()).expect("data")
    };
    let english = only("en", &alpha());
    let (dataset, faults) = told(&declared(json!(["en"])), english.clone());
    assert_eq!(faults, []);
    // The page shows it in English, whatever its own language.
    let name = &dataset.initiatives[0].name;
    assert_eq!((name.en.as_str(), name.zh_hant.as_str()), ("Alpha", ""));
    let dataset = dataset.in_all_languages();
    let record = &dataset.initiatives[0];
    let texts = [
        &record.name,
        &record.facts[0].text,
        &dataset.vocabulary.explorer.title,
    ];
    let shown = texts.map(|text| text.get(Lang::ZhHans));
    assert_eq!(shown, ["Alpha", "It has a laboratory.", "Explorer"]);

    let lacking = planted(&english, "/summary/en", json!(""));
    let (_, faults) = told(&declared(json!(["en"])), lacking.clone());
    let faults: Vec<Fault> = faults.into_iter().filter(|fault| !fault.is_hint).collect();
    assert_only(
        &faults,
        "record 1 (alpha)",
        "summary.en",
        "is missing; write it in en",
    );
    // Without languages, or with all, it is asked for all.
    for languages in [json!([]), json!(["zh-Hans", "en", "zh-Hant"])] {
        let (_, faults) = told(&declared(languages), english.clone());
        let told = |field: &str| {
            let at = |fault: &&Fault| fault.file == "record 1 (alpha)" && fault.field == field;
            faults.iter().find(at).map(|fault| fault.message.as_str())
        };
        let right = "is missing; write it in all three languages";
        assert_eq!(told("name.zh-Hant"), Some(right));
        assert_eq!(told("name.zh-Hans"), Some(right));
    }
    let (_, faults) = told(&declared(json!(["en", "zh-Hant"])), english);
    let fields = faults.iter().map(|fault| fault.field.as_str());
    let of_names: Vec<&str> = fields.filter(|field| field.starts_with("name.")).collect();
    assert_eq!(of_names, ["name.zh-Hant"; 2]);
}

#[test]
fn the_page_keeps_the_words_that_a_text_has() {
    let vocabulary = planted(&vocabulary(), "/explorer/languages", json!(["zh-Hant"]));
    let name = json!({ "en": "Alpha", "zh-Hant": "甲", "zh-Hans": " " });
    let record = planted(&alpha(), "/name", name);
    let (dataset, faults) =
        read(&vocabulary, &[(ALPHA, record), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(faults, []);
    let dataset = dataset.in_all_languages();
    let name = &dataset.initiatives[0].name;
    assert_eq!(Lang::ALL.map(|lang| name.get(lang)), ["Alpha", "甲", "甲"]);
}
