//! What is rewritten from format 1 loses nothing and invents nothing.

mod sound;

use std::collections::BTreeMap;

use explorer_core::dataset::{AmountKind, Dataset, DatasetFile, FORMAT, MilestoneKind, migrate};
use serde_json::{Value, json};
use sound::{alpha, beta, vocabulary};

/// A record of format 1, with milestones and sums of these English texts.
fn record(milestones: &[(&str, &str)], amounts: &[&str]) -> Value {
    let text = |en: &str| json!({ "en": en, "zh-Hant": "一句話。", "zh-Hans": "一句话。" });
    let mut record = alpha();
    let fields = record.as_object_mut().expect("an object");
    for new in [
        "topics",
        "doubts",
        "checked",
        "corrections",
        "landmark",
        "end",
    ] {
        fields.remove(new);
    }
    fields.insert("disputed".to_owned(), text("Two pages differ."));
    let milestone =
        |(date, en): &(&str, &str)| json!({ "date": date, "text": text(en), "sources": [1] });
    fields.insert(
        "milestones".to_owned(),
        milestones.iter().map(milestone).collect(),
    );
    let amount = |en: &&str| json!({ "hkd": 7_000_001, "what": text(en), "sources": [2] });
    fields.insert("amounts".to_owned(), amounts.iter().map(amount).collect());
    record
}

fn migrated(whole: &Value) -> Value {
    let (mut dataset, faults) = Dataset::read_whole("data", &whole.to_string()).expect("data");
    assert!(faults.iter().all(|fault| fault.is_hint), "{faults:#?}");
    migrate(&mut dataset, "2026-03-01".parse().expect("a day"));
    let file = DatasetFile {
        about: None,
        format: FORMAT,
        vocabulary: dataset.vocabulary,
        initiatives: dataset.initiatives,
    };
    serde_json::to_value(&file).expect("JSON")
}

/// How often each text, number and truth stands in a value.
fn leaves(value: &Value, found: &mut BTreeMap<String, usize>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| leaves(field, found)),
        leaf => *found.entry(leaf.to_string()).or_default() += 1,
    }
}

#[test]
fn every_text_and_number_stays_and_nothing_but_kinds_is_new() {
    let old = record(
        &[
            ("2019-03-01", "Alpha opens."),
            ("2020", "A report follows."),
            ("2021-05", "It raises HK$5 million."),
            ("2041", "Alpha is launched again."),
        ],
        &["Set aside for the centre.", "Its share."],
    );
    let mut vocabulary = vocabulary();
    vocabulary
        .as_object_mut()
        .expect("an object")
        .remove("topics");
    let mut second = beta();
    second.as_object_mut().expect("an object").remove("topics");
    let whole = json!({ "format": 1, "vocabulary": vocabulary, "initiatives": [old, second] });
    let new = migrated(&whole);
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    leaves(&whole, &mut before);
    leaves(&new, &mut after);
    // The version apart.
    for (version, change) in [("1", -1), ("2", 1)] {
        let count = before.entry(version.to_owned()).or_default();
        *count = count.saturating_add_signed(change);
    }
    for (leaf, count) in &before {
        let left = after.get(leaf).copied().unwrap_or_default();
        assert!(
            left >= *count,
            "{leaf} stood {count} times and stands {left}"
        );
    }
    let more: Vec<&String> = after
        .keys()
        .filter(|leaf| !before.contains_key(*leaf))
        .collect();
    let words = ["\"begun\"", "\"funded\"", "\"opened\"", "\"unconfirmed\""];
    assert_eq!(more, words);
    let record = &new["initiatives"][0];
    let kinds: Vec<&Value> = record["milestones"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|milestone| &milestone["kind"])
        .collect();
    assert_eq!(
        kinds,
        [
            &json!("opened"),
            &Value::Null,
            &json!("funded"),
            &json!("begun")
        ]
    );
    assert_eq!(record["milestones"][3]["planned"], json!(true));
    assert_eq!(record["milestones"][2]["planned"], Value::Null);
    assert_eq!(record["amounts"][0]["kind"], json!("set-aside"));
    assert_eq!(record["amounts"][1]["kind"], Value::Null);
    assert_eq!(
        record["doubts"][0]["text"]["en"],
        json!("Two pages differ.")
    );
    assert_eq!(migrated(&new), new, "once is enough");
}

#[test]
fn what_is_not_plain_stays_without_a_kind() {
    let old = record(
        &[
            ("2019-03", "The company closes its Series A round."),
            ("2019-04", "The panel never approves HK$5 million."),
            ("2019-05", "The plan raises doubts."),
            ("2019-06", "The centre does not begin; nothing opens."),
            ("2019-07", "Nobody announces it."),
            ("2019-08", "No site is launched."),
            ("2019-09", "It closes before the other opens."),
            ("2019-10", "A rival service opens in Shenzhen."),
            ("2019-11", "The court case opens in June."),
            ("2019-12", "The council approves HK$5 million."),
            ("2020-01", "The second phase of Alpha begins."),
            ("2020-02", "The Alpha rival opens."),
        ],
        &[
            "For gifted students.",
            "Money left unspent.",
            "Low-cost robots.",
            "Concerns raised by teachers.",
            "Raised ceiling of the fund.",
            "Raised by a fifth.",
            "Approved ceiling of the fund.",
            "A gift shop’s takings.",
            "Cost of living subsidy.",
            "Set aside for nobody.",
        ],
    );
    let new =
        migrated(&json!({ "format": 1, "vocabulary": vocabulary(), "initiatives": [old, beta()] }));
    for list in ["milestones", "amounts"] {
        for item in new["initiatives"][0][list].as_array().expect("a list") {
            assert_eq!(item["kind"], Value::Null, "{item}");
        }
    }
}

/// The doubt that a disputed text of a record becomes, whose sources have these publishers.
fn doubt(en: &str, publishers: [&str; 2]) -> Value {
    let mut old = record(&[], &[]);
    old["disputed"]["en"] = json!(en);
    for (i, publisher) in publishers.iter().enumerate() {
        old["sources"][i]["publisher"] = json!(publisher);
    }
    let whole = json!({ "format": 1, "vocabulary": vocabulary(), "initiatives": [old, beta()] });
    let doubt = migrated(&whole)["initiatives"][0]["doubts"][0].clone();
    assert_eq!(doubt["text"]["en"], json!(en));
    doubt
}

#[test]
fn a_doubt_is_a_disagreement_where_one_sentence_says_that_two_publishers_differ() {
    for (en, publishers) in [
        (
            "HKU says 2018, while Example says 2019.",
            ["HKU", "Example"],
        ),
        ("HKU says 2018, but Example says 2019.", ["HKU", "Example"]),
        ("HKU says 2018; Example says 2019.", ["HKU", "Example"]),
        (
            "HKU has 2018, whereas Example has 2019.",
            ["HKU", "Example"],
        ),
        (
            "It opened. Example (whereas HKU says so) differs.",
            ["HKU", "Example"],
        ),
        ("HKU and HKUST differ on the year.", ["HKU", "HKUST"]),
        (
            "Sources disagree on the year: HKU says 2018, Example 2019.",
            ["HKU", "Example"],
        ),
        (
            "Sources differ on the cost: HKU reports HK$2 million, Example HK$3 million.",
            ["HKU", "Example"],
        ),
        ("HKU differs from HKU Medicine.", ["HKU", "HKU Medicine"]),
        ("Example’s sum contradicts HKU’s.", [" HKU", "Example"]),
    ] {
        let doubt = doubt(en, publishers);
        assert_eq!(doubt["kind"], json!("disagree"), "{en}");
        assert_eq!(doubt["sources"], json!([1, 2]), "{en}");
    }
}

#[test]
fn a_doubt_stays_unconfirmed_where_no_sentence_says_so_plainly() {
    for (en, publishers) in [
        (
            "The years of the CUHK urology grant and the PolyU grant are inferred.",
            ["CUHK", "PolyU"],
        ),
        (
            "The years of the CUHK and the PolyU grants are inferred, but plausible.",
            ["CUHK", "PolyU"],
        ),
        (
            "The year comes from HKU, while the sum comes from Example.",
            ["HKU", "Example"],
        ),
        (
            "HKU and Example differ in language only.",
            ["HKU", "Example"],
        ),
        ("HKU and Example differ in wording.", ["HKU", "Example"]),
        ("HKU says 2018, but Example 2019.", ["HKU", "Example"]),
        ("HKUST gives no year.", ["HKU", "HKUST"]),
        ("HKUST gives a year that differs.", ["HKU", "HKUST"]),
        (
            "HKU Medicine differs from all others.",
            ["HKU", "HKU Medicine"],
        ),
        ("HKU differs from what it said.", ["HKU", "HKU"]),
        ("HKU gives a year. Example differs.", ["HKU", "Example"]),
        (
            "HKU says 2018, but Example gives no year.",
            ["HKU", "Example"],
        ),
        ("HKU and Example do not differ.", ["HKU", "Example"]),
        (
            "HKU and Example both say 2019, which differs from the law’s year.",
            ["HKU", "Example"],
        ),
        (
            "HKU and Example agree on the year; the law’s text differs.",
            ["HKU", "Example"],
        ),
        (
            "HKU says 2019, as does Example; the press differs.",
            ["HKU", "Example"],
        ),
        ("HKU says 2019; Example says 2019 too.", ["HKU", "Example"]),
        (
            "HKU and Example say that experts disagree.",
            ["HKU", "Example"],
        ),
        (
            "HKU, like Example, disagrees with the auditor.",
            ["HKU", "Example"],
        ),
        (
            "Experts disagree with the ban, HKU and Example report.",
            ["HKU", "Example"],
        ),
        (
            "HKU and Example tell of different meanwhiles.",
            ["HKU", "Example"],
        ),
    ] {
        let doubt = doubt(en, publishers);
        assert_eq!(doubt["kind"], json!("unconfirmed"), "{en}");
        assert_eq!(doubt["sources"], json!([]), "{en}");
    }
}

#[test]
fn a_doubt_of_format_2_stays_as_it_is() {
    let mut record = alpha();
    record["doubts"][1]["text"]["en"] = json!("HKU differs from Example.");
    let doubts = record["doubts"].clone();
    let whole = json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [record, beta()] });
    assert_eq!(migrated(&whole)["initiatives"][0]["doubts"], doubts);
}

#[test]
fn a_mistyped_day_ahead_does_not_keep_plans_from_being_marked() {
    let mut old = record(&[("2031", "The second phase begins.")], &[]);
    old["sources"][0]["published"] = json!("2062");
    let whole = json!({ "format": 1, "vocabulary": vocabulary(), "initiatives": [old, beta()] });
    let milestone = &migrated(&whole)["initiatives"][0]["milestones"][0];
    assert_eq!(milestone["planned"], json!(true));
}

#[test]
fn a_kind_that_is_there_stays() {
    let whole =
        json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [alpha(), beta()] });
    let new = migrated(&whole);
    let record = &new["initiatives"][0];
    assert_eq!(
        record["milestones"][0]["kind"],
        json!(MilestoneKind::Announced)
    );
    assert_eq!(record["amounts"][0]["kind"], json!(AmountKind::Approved));
}
