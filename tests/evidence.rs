//! What is said of how a record is known.

mod sound;

use explorer_core::dataset::{Evidence, Initiative};
use serde_json::{Value, json};
use sound::{ALPHA, BETA, alpha, beta, planted, read, vocabulary, without};

/// What is said of the first record on a day.
fn evidence(vocabulary: &Value, record: &Value, today: &str) -> Vec<Evidence> {
    let records = [(ALPHA, record.clone()), (BETA, beta())];
    let (dataset, faults) = read(vocabulary, &records).expect("a vocabulary");
    let is_first = |record: &&Initiative| record.id == "alpha";
    let record = dataset.initiatives.iter().find(is_first);
    let record = record.unwrap_or_else(|| panic!("{faults:#?}"));
    Evidence::of(record, &dataset.vocabulary, today.parse().expect("a day"))
}

/// A record of which there is nothing to be said.
fn plain() -> Value {
    let mut record = alpha();
    for field in ["doubts", "about", "amounts"] {
        record = without(&record, &format!("/{field}")).unwrap_or(record);
    }
    record
}

#[test]
fn each_is_said_where_it_holds_and_nowhere_else() {
    let today = "2026-11-28";
    assert_eq!(evidence(&vocabulary(), &plain(), today), []);
    for (field, said) in [
        ("doubts", Evidence::Disagree),
        ("about", Evidence::Estimated),
        ("amounts", Evidence::Sum),
    ] {
        let record = planted(&plain(), &format!("/{field}"), alpha()[field].clone());
        assert_eq!(evidence(&vocabulary(), &record, today), [said]);
    }
    let same = planted(&plain(), "/sources/1/publisher", json!("HKU"));
    assert_eq!(
        evidence(&vocabulary(), &same, today),
        [Evidence::OnePublisher]
    );
}

#[test]
fn what_is_said_to_go_on_counts_for_two_years() {
    let record = without(&plain(), "/end").expect("a field");
    let record = planted(&record, "/status", json!("active"));
    assert_eq!(evidence(&vocabulary(), &record, "2026-02-28"), []);
    assert_eq!(
        evidence(&vocabulary(), &record, "2026-03-01"),
        [Evidence::Unconfirmed]
    );
}

#[test]
fn official_is_a_kind_that_not_every_vocabulary_has() {
    let press = |record: Value| {
        let first = planted(&record, "/sources/0/kind", json!("press"));
        planted(&first, "/sources/1/kind", json!("press"))
    };
    let kind = planted(&vocabulary()["source_kinds"][0], "/id", json!("press"));
    let mut both = vocabulary();
    let kinds = both["source_kinds"].as_array_mut().expect("a list");
    kinds.push(kind.clone());
    let record = press(plain());
    assert_eq!(
        evidence(&both, &record, "2026-11-28"),
        [Evidence::NoOfficial]
    );
    let alone = planted(&vocabulary(), "/source_kinds", json!([kind]));
    assert_eq!(evidence(&alone, &record, "2026-11-28"), []);
}
