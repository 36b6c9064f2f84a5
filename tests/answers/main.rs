//! Each answer of a lesson is held against the records: by a plain look at the files, and with none of the explorer's code.
//!
//! A step's check claims things about the words of its choices: what the records bear out must be the right choice, and
//! nothing else may be. Words that stand in the question or in its reason instead must be borne out.

mod blueprint;
mod fair;
#[path = "../files/mod.rs"]
mod files;
mod hospital;
mod laboratory;
mod money;
mod records;

use std::collections::BTreeSet;

use records::Records;
use serde_json::{Value, json};

/// Words of a choice, of the question or of its reason, each with whether the records bear them out.
type Claims = Vec<(&'static str, bool)>;
/// A step's number, from 1, and its check.
type Check = (usize, fn(&Records) -> Claims);

/// Each lesson with a check for each of its questions. Who adds a question adds its check.
const LESSONS: [(&str, &[Check]); 5] = [
    ("ai-in-the-hospital", &hospital::CHECKS),
    ("blueprint-to-ai-plus", &blueprint::CHECKS),
    ("laboratory-to-listing", &laboratory::CHECKS),
    ("who-decides-what-is-fair", &fair::CHECKS),
    ("who-pays-for-ai", &money::CHECKS),
];

/// The questions of all lessons, each with its lesson and the number of its step.
fn questions() -> Vec<(String, usize, Value)> {
    let mut questions = Vec::new();
    for (file, text) in files::all("public/data/lessons") {
        let lesson: Value = serde_json::from_str(&text).expect("JSON");
        let id = file.trim_end_matches(".json");
        for (step, number) in lesson["steps"].as_array().expect("steps").iter().zip(1..) {
            if let Some(question) = step.get("question") {
                questions.push((id.to_owned(), number, question.clone()));
            }
        }
    }
    questions
}

fn check_of(lesson: &str, step: usize) -> Option<fn(&Records) -> Claims> {
    let (_, checks) = LESSONS.iter().find(|(id, _)| *id == lesson)?;
    let (_, check) = checks.iter().find(|(number, _)| *number == step)?;
    Some(*check)
}

/// Where a question's answers differ from what is claimed.
fn differences(question: &Value, claims: &Claims) -> Vec<String> {
    let none = Vec::new();
    let choices = question["choices"].as_array().unwrap_or(&none);
    let en = |text: &Value| text["en"].as_str().expect("a text in English").to_owned();
    let said = en(&question["text"]) + " " + &en(&question["why"]);
    let mut differences = Vec::new();
    let mut claimed = BTreeSet::new();
    for (words, holds) in claims {
        let with = |(_, choice): &(usize, &Value)| en(&choice["text"]).contains(words);
        let with: Vec<_> = choices.iter().enumerate().filter(with).collect();
        match with[..] {
            [(place, choice)] => {
                claimed.insert(place);
                if (choice["right"] == true) != *holds {
                    differences.push(format!("“{words}”: the records say {holds}"));
                }
            }
            [] if !said.contains(words) => differences.push(format!("“{words}” stands nowhere")),
            [] if !holds => differences.push(format!("“{words}”: the records do not say so")),
            [] => {}
            _ => differences.push(format!("“{words}” stands in several choices")),
        }
    }
    if claims.is_empty() || claimed.len() < choices.len() {
        differences.push("a choice, or all of it, has no claim".to_owned());
    }
    differences
}

#[test]
fn every_answer_is_what_the_records_say() {
    let records = Records::read();
    let mut wrong = Vec::new();
    for (lesson, step, question) in questions() {
        let told = match check_of(&lesson, step) {
            Some(check) => differences(&question, &check(&records)),
            None => vec!["has no check; add one to tests/answers".to_owned()],
        };
        wrong.extend(
            told.iter()
                .map(|one| format!("{lesson}, step {step}: {one}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_check_has_its_question() {
    let questions = questions();
    for (lesson, checks) in LESSONS {
        for (step, _) in checks {
            let is_there = questions
                .iter()
                .any(|(id, number, _)| id == lesson && number == step);
            assert!(is_there, "{lesson} has no question in step {step}");
        }
    }
}

#[test]
fn another_answer_than_the_right_one_is_told() {
    let records = Records::read();
    for (lesson, step, question) in questions() {
        let claims = check_of(&lesson, step).expect("a check")(&records);
        let count = question["choices"].as_array().map_or(0, Vec::len);
        for other in 0..count {
            if question["choices"][other]["right"] == true {
                continue;
            }
            let mut swapped = question.clone();
            for choice in 0..count {
                swapped["choices"][choice]["right"] = json!(choice == other);
            }
            let told = differences(&swapped, &claims);
            assert_eq!(
                told.len(),
                2,
                "{lesson}, step {step}, choice {other}: {told:?}"
            );
        }
    }
}
