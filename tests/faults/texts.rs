//! Texts in the languages of the data.

use explorer_core::dataset::{Dataset, Lang};
use serde_json::json;

use crate::sound::{alpha, assert_only, beta, faults, field, planted, vocabulary};
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
    for hidden in ["\u{202e}", "\u{200b}", "\u{7}", "\n", "\u{feff}", "\u{ad}"] {
        let name = json!(format!("Al{hidden}pha"));
        let right = format!(
            "U+{:04X}; remove it",
            hidden.chars().map(u32::from).sum::<u32>()
        );
        check("/name/en", name.clone(), "name.en", &right);
        // In somebody else's data it is a hint.
        let whole = json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [planted(&alpha(), "/name/en", name), beta()] });
        let (dataset, faults) = Dataset::read_whole("data", &whole.to_string()).expect("data");
        assert_eq!(dataset.initiatives[0].name.en, "Alpha");
        assert_only(&faults, "record 1", "name.en", &right);
        assert!(faults[0].is_hint);
    }
    // A text of nothing that one sees is none.
    check(
        "/name/en",
        json!("\u{200d}\u{fe0f} "),
        "name.en",
        "write it in all three languages",
    );
    // What joins letters within a word stays.
    let joined = planted(&alpha(), "/name/en", json!("می\u{200c}خواهم 👩\u{200d}🔬"));
    assert_eq!(faults(&vocabulary(), &joined), []);
}
