//! The explorer's own lessons hold what is promised, and each fault in a lesson is told with its place.

mod files;
mod own;

use std::fs;

use explorer_core::address::{Address, read_step_view};
use explorer_core::dataset::{Bundle, Dataset, Explorer, Lang, Lesson, Question, check_lesson};
use explorer_core::explore::{Index, Variants};
use proptest::prelude::*;
use serde_json::{Value, json};

fn dataset() -> Dataset {
    let (dataset, faults) = own::dataset();
    assert_eq!(faults, []);
    dataset
}

fn lessons() -> Vec<(String, Lesson)> {
    let folder = files::path("public/data/lessons");
    let files = fs::read_dir(folder).expect("the folder of lessons");
    files
        .map(|file| {
            let name = file.expect("a file").file_name();
            let name = name.into_string().expect("a name in UTF-8");
            let text = files::read(&format!("public/data/lessons/{name}"));
            let lesson = Lesson::read_own(&name, &text, &Lang::ALL).expect("a sound lesson");
            assert_eq!(name, format!("{}.json", lesson.id));
            (name, lesson)
        })
        .collect()
}

#[test]
fn there_are_five_lessons_or_more_for_a_class_and_their_views_show_something() {
    let dataset = dataset();
    let bundle = Bundle::new(&dataset, Lang::En, "2026".parse().expect("a date"));
    let index = Index::new(&bundle.vocabulary, &bundle.cards, None, Variants::default());
    let lessons = lessons();
    assert!(lessons.len() >= 5);
    for (name, lesson) in lessons {
        assert_eq!(check_lesson(&name, &lesson, &dataset, read_step_view), []);
        assert!((15..=30).contains(&lesson.minutes), "{name}");
        assert!(
            lesson.ages.iter().all(|age| (12..=18).contains(age)),
            "{name}"
        );
        assert!(!lesson.aims.is_empty(), "{name}");
        let questions = lesson
            .steps
            .iter()
            .filter_map(|step| step.question.as_ref());
        let with_choices = questions.clone().filter(|question| !question.is_open());
        assert!(with_choices.count() >= 4, "{name}");
        assert!(questions.clone().any(Question::is_open), "{name}");
        for question in questions {
            assert!(!question.records.is_empty(), "{name}: {}", question.text.en);
        }
        for step in &lesson.steps {
            let results = index.explore(&Address::read(&step.view).state);
            assert!(!results.cards.is_empty(), "{name}: {}", step.view);
        }
    }
}

/// A sound lesson.
fn sound() -> Value {
    let text = |en: &str| json!({ "en": en, "zh-Hant": "字", "zh-Hans": "字" });
    json!({
        "id": "a-lesson",
        "title": text("A lesson"),
        "summary": text("What it is"),
        "ages": [12, 15],
        "minutes": 20,
        "aims": [text("Know it")],
        "steps": [{
            "title": text("First"),
            "text": text("Look"),
            "view": "view=cards",
            "question": {
                "text": text("Which?"),
                "choices": [{ "text": text("This"), "right": true }, { "text": text("That") }],
                "why": text("So"),
                "records": ["a-record"],
            },
        }],
    })
}

#[test]
fn each_fault_is_told_with_its_place() {
    let read = |lesson: &Value| Lesson::read("lesson.json", &lesson.to_string());
    assert!(read(&sound()).is_ok());
    for (pointer, value, field) in [
        ("/id", json!("A Lesson"), "id"),
        ("/title/zh-Hant", json!(""), "title.zh-Hant"),
        ("/ages", json!([15, 12]), "ages"),
        ("/minutes", json!(0), "minutes"),
        ("/minutes", json!("twenty"), "minutes"),
        ("/steps", json!([]), "steps"),
        ("/steps/0/text/en", json!(" "), "steps[0].text.en"),
        ("/steps/0/view", json!(7), "steps[0].view"),
        (
            "/steps/0/question/why/en",
            json!(""),
            "steps[0].question.why.en",
        ),
        (
            "/steps/0/question/choices/0/right",
            json!(false),
            "steps[0].question.choices",
        ),
        (
            "/steps/0/question/choices/1",
            json!({ "text": { "en": "x", "zh-Hant": "字", "zh-Hans": "字" }, "right": true }),
            "steps[0].question.choices",
        ),
        (
            "/steps/0/question/choices/1",
            json!({ "words": "x" }),
            "steps[0].question.choices[1].words",
        ),
    ] {
        let mut lesson = sound();
        *lesson.pointer_mut(pointer).expect("a place") = value;
        let faults = read(&lesson).expect_err(pointer);
        assert!(
            faults.iter().any(|fault| fault.field == field),
            "{pointer}: {faults:?}"
        );
    }
}

#[test]
fn a_hidden_character_is_a_fault_in_our_own_lessons_and_taken_out_of_others() {
    for (pointer, field) in [
        ("/title/en", "title.en"),
        ("/steps/0/title/zh-Hant", "steps[0].title.zh-Hant"),
        ("/steps/0/text/en", "steps[0].text.en"),
    ] {
        let mut lesson = sound();
        *lesson.pointer_mut(pointer).expect("a place") = json!("A\u{202e}word");
        let json = lesson.to_string();
        let faults = Lesson::read_own("a-lesson.json", &json, &Lang::ALL).expect_err(pointer);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!((&*faults[0].field, faults[0].is_hint), (field, false));
        assert!(faults[0].message.contains("U+202E"), "{faults:?}");
        let others = Lesson::read("lesson.json", &json).expect("a lesson of others");
        let shown = serde_json::to_value(&others).expect("JSON");
        assert_eq!(shown.pointer(pointer), Some(&json!("Aword")));
    }
    assert!(Lesson::read_own("a-lesson.json", &sound().to_string(), &Lang::ALL).is_ok());
}

#[test]
fn our_own_lessons_are_called_as_their_files_translated_and_repeat_nothing() {
    let question = sound()["steps"][0]["question"].clone();
    for (pointer, value, field) in [
        ("/id", json!("another"), "id"),
        ("/summary/zh-Hans", json!(""), "summary.zh-Hans"),
        (
            "/steps/0/title/zh-Hant",
            json!(""),
            "steps[0].title.zh-Hant",
        ),
        ("/title/zh-Hant", json!("A lesson"), "title.zh-Hant"),
        ("/aims/0/zh-Hant", json!("Know it"), "aims[0].zh-Hant"),
        (
            "/steps/0/question/text/zh-Hans",
            json!("Which?"),
            "steps[0].question.text.zh-Hans",
        ),
        (
            "/steps/0/question/choices/1/text",
            question["choices"][0]["text"].clone(),
            "steps[0].question.choices[1]",
        ),
        (
            "/steps/0/question/records",
            json!(["a-record", "a-record"]),
            "steps[0].question.records[1]",
        ),
    ] {
        let mut lesson = sound();
        *lesson.pointer_mut(pointer).expect("a place") = value;
        let faults =
            Lesson::read_own("a-lesson.json", &lesson.to_string(), &Lang::ALL).expect_err(pointer);
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, [field], "{faults:?}");
        // A teacher's may be called as it likes, and say the same in two languages.
        let others = Lesson::read("a-lesson.json", &lesson.to_string());
        assert!(others.is_ok(), "{pointer}: {others:?}");
    }
}

#[test]
fn a_choice_that_cannot_be_read_is_told_alone() {
    for (pointer, value, field) in [
        ("/choices/0/right", json!("true"), "choices[0].right"),
        ("/choices/0", json!("This"), "choices[0]"),
    ] {
        let mut lesson = sound();
        let question = &mut lesson["steps"][0]["question"];
        *question.pointer_mut(pointer).expect("a place") = value;
        let faults = Lesson::read("lesson.json", &lesson.to_string()).expect_err(pointer);
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, [format!("steps[0].question.{field}")]);
    }
}

#[test]
fn our_own_lessons_speak_the_languages_of_the_data() {
    let mut lesson = sound();
    lesson["aims"] = json!([{ "en": "Know it" }]);
    let read =
        |languages: &[Lang]| Lesson::read_own("a-lesson.json", &lesson.to_string(), languages);
    assert!(read(&Lang::ALL).is_err());
    let lesson = read(&[Lang::En]).expect("a lesson in English");
    let explorer = Explorer {
        languages: vec![Lang::En],
        ..Explorer::default()
    };
    assert_eq!(
        lesson.in_all_languages(&explorer).aims[0].zh_hant,
        "Know it"
    );
}

#[test]
fn what_a_lesson_names_must_be_in_the_data() {
    let dataset = dataset();
    for (pointer, value, part) in [
        ("/steps/0/view", "view=cards&theme=cookery", "theme=cookery"),
        ("/steps/0/view", "id=no-such-record", "no-such-record"),
        (
            "/steps/0/view",
            "view=cards&list=astri,no-such-record",
            "no-such-record",
        ),
        (
            "/steps/0/question/records/0",
            "no-such-record",
            "no-such-record",
        ),
    ] {
        let mut lesson = sound();
        lesson["steps"][0]["question"]["records"] = json!(["astri"]);
        *lesson.pointer_mut(pointer).expect("a place") = json!(value);
        let lesson = Lesson::read("lesson.json", &lesson.to_string()).expect("of the right shape");
        let faults = check_lesson("lesson.json", &lesson, &dataset, read_step_view);
        assert!(
            faults.iter().any(|fault| fault.message.contains(part)),
            "{faults:?}"
        );
    }
}

proptest! {
    #[test]
    fn nothing_breaks_the_reading_of_a_lesson(text in any::<String>(), place in 0..200_usize) {
        let _ = Lesson::read("lesson.json", &text);
        // A sound one that is cut somewhere, or has something else in it.
        let sound = sound().to_string();
        let cut: String = sound.chars().take(place).collect();
        prop_assert!(Lesson::read("lesson.json", &cut).is_err());
        let other: String = sound.chars().take(place).chain(text.chars()).chain(sound.chars().skip(place)).collect();
        let _ = Lesson::read("lesson.json", &other);
    }
}
