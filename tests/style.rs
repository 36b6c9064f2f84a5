//! The writing rules, as far as a machine can tell.

mod files;
mod sound;

use std::fmt::Write as _;

use explorer_core::dataset::{
    Initiative, Lesson, Question, Step, Text, Vocabulary, check_lesson_style, check_style,
    check_vocabulary_style,
};
use serde_json::{Value, json};
use sound::{ALPHA, VOCABULARY, alpha, assert_only, field, planted, vocabulary};

/// The texts of a record that are sentences.
const SENTENCES: [&str; 8] = [
    "/summary",
    "/doubts/0/text",
    "/doubts/1/text",
    "/corrections/0/text",
    "/facts/0/text",
    "/milestones/0/text",
    "/milestones/1/text",
    "/amounts/0/what",
];

/// Plants words into a record that keeps the rules, and expects that they keep them as well, or what would be right.
#[track_caller]
fn check(pointer: &str, words: &str, right: Option<&str>) {
    let mut record = alpha();
    for text in SENTENCES {
        let sentence =
            json!({ "en": "A centre.", "zh-Hant": "一個中心。", "zh-Hans": "一个中心。" });
        record = planted(&record, text, sentence);
    }
    for name in ["/landmark", "/name"] {
        let alpha = json!({ "en": "Alpha", "zh-Hant": "甲", "zh-Hans": "甲" });
        record = planted(&record, name, alpha);
    }
    let record = planted(&record, pointer, json!(words));
    let record = Initiative::read("record", &record.to_string()).expect("JSON");
    let faults = check_style(ALPHA, &record);
    match right {
        Some(right) => assert_only(&faults, ALPHA, &field(pointer), right),
        None => assert_eq!(faults, [], "{words}"),
    }
}

/// Plants words that break a rule, perhaps in several places.
#[track_caller]
fn check_some(pointer: &str, words: &str, right: &str) {
    let record = planted(&alpha(), pointer, json!(words));
    let record = Initiative::read("record", &record.to_string()).expect("JSON");
    let faults = check_style(ALPHA, &record);
    assert!(
        faults.iter().any(|fault| fault.message.contains(right)),
        "{words}: {faults:#?}"
    );
}

/// An English sentence of so many words.
fn english(words: usize) -> String {
    format!("{}word.", "word ".repeat(words - 1))
}

/// A Chinese sentence of so many characters.
fn chinese(characters: usize) -> String {
    format!("{}。", "字".repeat(characters - 1))
}

#[test]
fn sentences_end_and_are_short() {
    for text in SENTENCES {
        check(
            &format!("{text}/en"),
            "No full stop",
            Some("end it with `.`"),
        );
        check(
            &format!("{text}/zh-Hant"),
            "沒有句號",
            Some("end it with `。`"),
        );
        check(
            &format!("{text}/zh-Hans"),
            "没有句号.",
            Some("end it with `。`"),
        );
        check(
            &format!("{text}/en"),
            &english(41),
            Some("more than 40 words; make it two"),
        );
        check(
            &format!("{text}/zh-Hans"),
            &chinese(96),
            Some("more than 95 characters; make it two"),
        );
    }
    check("/summary/en", &english(40), None);
    check(
        "/summary/en",
        &format!("{} {}", english(40), english(40)),
        None,
    );
    check("/summary/zh-Hans", &chinese(95), None);
    check("/summary/en", "They said “yes.”", None);
    check("/name/en", "No full stop", None);
}

#[test]
fn writing_rules_hold_per_language() {
    check("/name/en", "Two  spaces", Some("doubled space"));
    check("/summary/en", " A centre.", Some("remove it"));
    check(
        "/summary/zh-Hant",
        "一个中心。",
        Some("has Simplified characters (个)"),
    );
    check(
        "/summary/zh-Hans",
        "一個中心。",
        Some("has Traditional characters (個)"),
    );
    check(
        "/keywords/zh-Hans/0",
        "邊度照肺",
        Some("has Traditional characters (邊)"),
    );
    check("/keywords/en/1", "can't see", Some("write ’ or “ ”"));
    check(
        "/name/zh-Hant",
        "网络中心",
        Some("write them in the text's own script"),
    );
    check(
        "/summary/zh-Hant",
        "中心,中心。",
        Some("use the full-width form"),
    );
    check(
        "/summary/zh-Hant",
        "中心(甲)。",
        Some("use the full-width form"),
    );
    check(
        "/summary/zh-Hant",
        "在 InnoHK。",
        Some("sets that space by itself"),
    );
    check("/summary/zh-Hant", "在InnoHK的「創新香港研發平台」。", None);
}

#[test]
fn each_script_has_its_own_characters() {
    for (traditional, simplified) in [
        ("學術數據", "学术数据"),
        ("業務專員", "业务专员"),
        ("億萬", "亿万"),
    ] {
        let (hant, hans) = ("/summary/zh-Hant", "/summary/zh-Hans");
        check(hant, &format!("{traditional}。"), None);
        check(hans, &format!("{simplified}。"), None);
        check_some(
            hant,
            &format!("{simplified}。"),
            "has Simplified characters",
        );
        check_some(
            hans,
            &format!("{traditional}。"),
            "has Traditional characters",
        );
    }
    for words in ["手頭拮据。", "恒生於皇后大道的里程。", "雇員群。"] {
        check("/summary/zh-Hant", words, None);
    }
    check("/summary/zh-Hans", "赤鱲角的昇腾。", None);
    // A line end is told where the record is read.
    check("/summary/zh-Hant", "一個中心。\n", None);
}

#[test]
fn a_word_is_not_taken_for_another_that_it_holds() {
    // A reader is asked to look where another word may hold the characters, as 互联网路由 does.
    for (words, is_hint) in [
        ("机械人。", true),
        ("互联网路由。", true),
        ("公帑。", false),
    ] {
        let record = planted(&alpha(), "/summary/zh-Hans", json!(words));
        let record = Initiative::read("record", &record.to_string()).expect("JSON");
        let faults = check_style(ALPHA, &record);
        let told = faults
            .iter()
            .find(|fault| fault.message.contains("the mainland says"));
        assert_eq!(told.map(|fault| fault.is_hint), Some(is_hint), "{words}");
    }
    check(
        "/summary/zh-Hans",
        "毕昇研究软体机器人，此后再无音讯。",
        None,
    );
    check("/summary/zh-Hant", "Yahoo!香港與Kahoot!合作。", None);
    check("/summary/zh-Hant", "香港!合作。", Some("full-width"));
    let question = format!("{}？{}", chinese(90).replace('。', ""), chinese(60));
    check("/summary/zh-Hant", &question, None);
}

#[test]
fn what_is_beside_han_is_of_full_width() {
    for words in [
        "一個\"大\"中心。",
        "一個'中心。",
        "一個[中心。",
        "一個.中心。",
    ] {
        check_some("/summary/zh-Hant", words, "use the full-width form");
    }
    for space in ['\u{a0}', '\u{3000}', '\u{2009}'] {
        let words = format!("一個{space}中心。");
        check_some("/summary/zh-Hant", &words, "sets that space by itself");
    }
}

#[test]
fn a_lesson_keeps_the_rules_but_for_those_on_sentences() {
    let text = |en: &str, zh_hant: &str| Text {
        en: en.to_owned(),
        zh_hant: zh_hant.to_owned(),
        zh_hans: "一课".to_owned(),
    };
    let step = Step {
        text: text("Look", "看"),
        question: Some(Question {
            text: text("Who?", "誰？"),
            why: text("It’s said", "有说明"),
            ..Question::default()
        }),
        ..Step::default()
    };
    let lesson = Lesson {
        title: text("A lesson ", "一課"),
        steps: vec![step],
        ..Lesson::default()
    };
    let told = check_lesson_style("lesson", &lesson);
    let fields: Vec<&str> = told.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["title.en", "steps[0].question.why.zh-Hant"]);
}

#[test]
fn a_vocabulary_keeps_the_rules_as_well() {
    for (pointer, words, right) in [
        (
            "/explorer/title/en",
            "Explorer ",
            "doubled space, or one at an end",
        ),
        (
            "/explorer/about/zh-Hans",
            "一個。",
            "has Traditional characters",
        ),
        (
            "/organisations/0/name/zh-Hant",
            "网络",
            "has Simplified characters",
        ),
        (
            "/themes/1/short/en",
            "Kids' AI",
            "has a straight apostrophe",
        ),
        ("/themes/0/summary/en", "No full stop", "end it with `.`"),
        (
            "/eras/0/summary/zh-Hant",
            "在 今天。",
            "sets that space by itself",
        ),
    ] {
        let told = |vocabulary: &Value| {
            let vocabulary: Vocabulary =
                serde_json::from_value(vocabulary.clone()).expect("a vocabulary");
            check_vocabulary_style(VOCABULARY, &vocabulary)
        };
        let before = told(&vocabulary());
        let mut faults = told(&planted(&vocabulary(), pointer, json!(words)));
        faults.retain(|fault| !before.contains(fault));
        assert_only(&faults, VOCABULARY, &field(pointer), right);
    }
}

#[test]
fn a_text_of_many_scripts_breaks_no_writing_rule_check() {
    let mut text = String::new();
    for c in ('\0'..char::MAX).step_by(97) {
        let _ = write!(text, "{c}");
    }
    let seen: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    for pointer in ["/summary/en", "/name/zh-Hant", "/facts/0/text/zh-Hans"] {
        let told = |text: &str| {
            let record = planted(&alpha(), pointer, json!(text));
            let record = Initiative::read("record", &record.to_string()).expect("JSON");
            let faults = check_style(ALPHA, &record).into_iter();
            faults.filter(|fault| fault.field == field(pointer)).count()
        };
        // What nobody sees is told where the record is read.
        assert_eq!(told(&text), 0);
        assert_ne!(told(&seen), 0);
    }
}

/// Every text in a JSON value that stands under a key.
fn texts<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if name == key => found.push(text),
                    _ => texts(field, key, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, key, found)),
        _ => {}
    }
}

#[test]
fn what_is_written_as_each_script_writes_it() {
    let mut all = files::initiatives();
    for folder in ["public/data", "public/data/lessons"] {
        for entry in std::fs::read_dir(files::path(folder)).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let text = std::fs::read_to_string(&path).expect("a text");
                all.push((path.display().to_string(), text));
            }
        }
    }
    for (tag, wrong) in [("zh-Hant", ["什麼", "什么"]), ("zh-Hans", ["甚麼", "甚么"])] {
        let locale = files::read(&format!("locales/{tag}.json"));
        assert_eq!(wrong.map(|word| locale.contains(word)), [false; 2], "{tag}");
        for (file, text) in &all {
            let value: Value = serde_json::from_str(text).expect("JSON");
            let mut found = Vec::new();
            texts(&value, tag, &mut found);
            for text in found {
                assert_eq!(
                    wrong.map(|word| text.contains(word)),
                    [false; 2],
                    "{file}: {text}"
                );
            }
        }
    }
}
