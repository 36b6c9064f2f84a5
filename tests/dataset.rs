//! Files become a data set: the sound part of them, and a sentence for the rest, whatever they hold.

mod sound;

use explorer_core::dataset::{
    AmountKind, Bundle, Card, CardAmount, Dataset, Evidence, FORMAT, Fault, Initiative, Lang,
    PartialDate, SearchTexts, Unreadable, check_days, check_sources, check_sums,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use sound::{
    ALPHA, BETA, VOCABULARY, alpha, beta, faults, ids, planted, pointers, read, vocabulary, without,
};

/// No fault's message is longer, whatever the data holds.
const LONGEST_MESSAGE: usize = 500;

#[test]
fn sound_data_has_no_fault() {
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, alpha()), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(faults, []);
    assert_eq!(ids(&dataset), ["alpha", "beta"]);
    let alpha = &dataset.initiatives[0];
    assert_eq!(
        (
            alpha.start.to_string(),
            alpha.end.map(|end| end.to_string())
        ),
        ("2019-03".into(), Some("2023".into()))
    );
    assert_eq!(
        (
            alpha.is_about("start"),
            alpha.is_about("end"),
            alpha.name_translated
        ),
        (false, true, true)
    );
    assert_eq!(
        (alpha.amounts[0].hkd, alpha.related[0].id.as_str()),
        (5_000_000, "beta")
    );
    let beta = &dataset.initiatives[1];
    assert_eq!(
        (beta.end, &beta.place, &beta.doubts),
        (None, &None, &Vec::new())
    );
}
fn whole() -> Value {
    json!({ "format": FORMAT, "vocabulary": vocabulary(), "initiatives": [alpha(), beta()] })
}

#[test]
fn a_whole_data_set_names_records_by_their_place() {
    let (dataset, faults) = Dataset::read_whole("data", &whole().to_string()).expect("a data set");
    assert_eq!(faults, []);
    assert_eq!(ids(&dataset), ["alpha", "beta"]);

    // The checks of the whole call them the same.
    let late = planted(&whole(), "/initiatives/1/checked", json!("2062-01-01"));
    let late = planted(&late, "/initiatives/1/sources/0/read", json!(null));
    let (dataset, _) = Dataset::read_whole("data", &late.to_string()).expect("a data set");
    let told = check_days(&dataset, "2026-03-01".parse().expect("a day"));
    let told = told.into_iter().chain(check_sources(&dataset));
    let of_beta: Vec<String> = told
        .map(|fault| format!("{}: {}", fault.file, fault.field))
        .collect();
    assert_eq!(
        of_beta,
        [
            "record 2 (beta): checked",
            "record 2 (beta): sources[0].read"
        ]
    );

    let spoilt = planted(&whole(), "/initiatives/1/status", json!("x"));
    let (dataset, faults) = Dataset::read_whole("data", &spoilt.to_string()).expect("a data set");
    assert_eq!(ids(&dataset), ["alpha"]);
    assert!(
        faults
            .iter()
            .any(|fault| (&*fault.file, &*fault.field) == ("record 2 (beta)", "status")),
        "{faults:#?}"
    );
}

#[test]
fn a_record_without_an_id_of_its_own_accuses_no_other() {
    for id in [json!(""), json!("Beta!"), json!(null), json!("alpha")] {
        let spoilt = planted(&whole(), "/initiatives/1/id", id);
        let (dataset, faults) =
            Dataset::read_whole("data", &spoilt.to_string()).expect("a data set");
        assert_eq!(ids(&dataset), ["alpha"]);
        let faults = faults.into_iter().filter(|fault| !fault.is_hint);
        let told: Vec<Fault> = faults.chain(check_sums(&dataset)).collect();
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].file.starts_with("record 2"), "{told:#?}");
        assert_eq!(told[0].field, "id");
        // The one that is kept has its own name.
        let late = check_days(&dataset, "1900-01-01".parse().expect("a day"));
        assert!(!late.is_empty());
        assert!(late.iter().all(|fault| fault.file == "record 1 (alpha)"));
    }
}

#[test]
fn what_is_no_data_set_is_refused_in_a_sentence() {
    #[track_caller]
    fn check(json: &str, right: &str) {
        for error in [
            Dataset::read_whole("data", json).err(),
            Bundle::read("data", json).err(),
        ]
        .into_iter()
        .flatten()
        {
            let sentence = error.to_string();
            assert!(
                sentence.contains(right),
                "`{sentence}` should say `{right}`"
            );
            assert!(
                sentence.starts_with("data: ") && sentence.len() <= LONGEST_MESSAGE,
                "{sentence}"
            );
        }
        assert!(Dataset::read_whole("data", json).is_err());
    }
    check("", "is empty; it should hold JSON");
    check("{\"format\": 1,", "line 1 column 13");
    check(&"[".repeat(100_000), "is not valid JSON");
    check(&"{\"a\":".repeat(100_000), "is not valid JSON");
    check("null", "has no `format`");
    check("[]", "has no `format`");
    check("{}", "has no `format`");
    for none in ["\"1\"", "0", "-1", "1.0"] {
        check(
            &format!("{{\"format\": {none}}}"),
            "is no version of the format",
        );
    }

    let error = |value: Value| {
        Dataset::read_whole("data", &value.to_string())
            .expect_err("an error")
            .to_string()
    };
    assert!(
        error(without(&whole(), "/vocabulary").expect("a field")).contains("has no `vocabulary`")
    );
    assert!(
        error(without(&whole(), "/initiatives").expect("a field")).contains("has no `initiatives`")
    );
    assert!(
        error(planted(&whole(), "/initiatives", json!({})))
            .contains("write the records in brackets")
    );
    assert!(
        error(planted(&whole(), "/vocabulary", json!([]))).contains("write an object with fields")
    );
}

#[test]
fn text_that_is_no_json_is_told_with_its_place() {
    #[track_caller]
    fn check(json: &str, right: &str) {
        let sentence = format!("data: is not valid JSON: {right}");
        let error = Dataset::read_whole("data", json).expect_err("no JSON");
        assert_eq!(error.to_string(), sentence, "{json}");
    }
    check("nul", "a value is missing at line 1 column 3");
    check("nulll", "the end of the text is missing at line 1 column 5");
    check("{\n  \"人\" 1}", "a colon is missing at line 2 column 7");
    check(
        "[1 2]",
        "a comma or the list's end is missing at line 1 column 4",
    );
    check("[1,]", "a comma has nothing after it at line 1 column 4");
    check("[1", "the list's end is missing at line 1 column 2");
    check(
        "{\"a\":1 2}",
        "a comma or the object's end is missing at line 1 column 8",
    );
    check("{\"a\":1", "the object's end is missing at line 1 column 6");
    check("{a:1}", "a key in quotes is missing at line 1 column 2");
    check("[] x", "the end of the text is missing at line 1 column 4");
    check("1.", "a value is missing at line 1 column 2");
    check("01", "a digit is missing at line 1 column 2");
    check("1e999", "a number is too large at line 1 column 5");
    check(
        "\"abc",
        "the text's closing quote is missing at line 1 column 4",
    );
    check(
        "\"a\nb\"",
        "the text's closing quote is missing at line 2 column 1",
    );
    check(
        "\"a\r\nb\"",
        "the text's closing quote is missing at line 1 column 3",
    );
    check(
        "\"a\tb\"",
        "a control character is not written as an escape, as a tab is by \\t, at line 1 column 3",
    );
    check(
        r#""\x""#,
        "a backslash begins no known escape at line 1 column 3",
    );
    for none in [r#""\ud83d""#, r#""\ud83dx""#, r#""\ude00""#] {
        let error = Dataset::read_whole("data", none).expect_err("no JSON");
        let sentence = error.to_string();
        assert!(
            sentence.contains("half a character stands alone"),
            "{none}: {sentence}"
        );
    }
    for open in ["[", "{\"a\":"] {
        let error = Dataset::read_whole("data", &open.repeat(100_000)).expect_err("no JSON");
        let sentence = error.to_string();
        assert!(
            sentence.contains("too many brackets lie within one another"),
            "{sentence}"
        );
    }
}

#[test]
fn newer_data_is_refused_by_its_format() {
    for newer in [i64::from(FORMAT) + 1, 9_999, i64::MAX] {
        let json = planted(&whole(), "/format", json!(newer)).to_string();
        assert_eq!(
            Dataset::read_whole("data", &json),
            Err(Unreadable::Newer(newer))
        );
        assert_eq!(Bundle::read("data", &json), Err(Unreadable::Newer(newer)));
        let sentence = Unreadable::Newer(newer).to_string();
        assert!(
            sentence.contains(&format!(
                "format {newer}, newer than this explorer reads ({FORMAT})"
            )),
            "{sentence}"
        );
    }
}

#[test]
fn long_texts_in_any_field_do_no_harm() {
    let check = |file: &str, pointer: &str, length: usize| {
        let sound = if file == ALPHA { alpha() } else { vocabulary() };
        let spoilt = planted(&sound, pointer, json!("x".repeat(length)));
        let faults = if file == ALPHA {
            faults(&vocabulary(), &spoilt)
        } else {
            faults(&spoilt, &alpha())
        };
        for Fault { field, message, .. } in faults {
            let length = field.len() + message.len();
            assert!(
                length <= LONGEST_MESSAGE,
                "{length} bytes on {file} {pointer}"
            );
        }
    };
    for (file, sound) in [(ALPHA, alpha()), (VOCABULARY, vocabulary())] {
        for pointer in pointers(&sound) {
            if sound.pointer(&pointer).is_some_and(Value::is_string) {
                check(file, &pointer, 1 << 12);
            }
        }
    }
    for pointer in ["/id", "/summary/en", "/start", "/sources/0/url"] {
        check(ALPHA, pointer, 1 << 20);
    }
    check(ALPHA, &format!("/{}", "x".repeat(1 << 12)), 1);
}

#[test]
fn a_record_of_the_site_s_own_is_read_by_its_shape() {
    let (whole, _) = Dataset::read_whole("data", &whole().to_string()).expect("a data set");
    let read = |json: &Value| Initiative::read(ALPHA, &json.to_string());
    assert_eq!(read(&alpha()).as_ref(), Ok(&whole.initiatives[0]));
    // It stops at the first fault and says where, in our words.
    let told = |json: &str, right: &str| {
        let sentence = Initiative::read(ALPHA, json)
            .expect_err("a fault")
            .to_string();
        assert_eq!(sentence, format!("{ALPHA}: {right}"), "{json}");
    };
    told(
        "{\"id\": \"a\",\n \"kind\": 1}",
        "is not what this explorer expects at line 2 column 10; the file may be damaged or of another version",
    );
    told(
        "{\"id\": \"a\" \"kind\": 1}",
        "is not valid JSON: a comma or the object's end is missing at line 1 column 12",
    );
    for json in [
        "{\"start\": \"soon\"}",
        "{\"id\": \"a\", \"id\": \"b\"}",
        "[1]",
    ] {
        let error = Initiative::read(ALPHA, json).expect_err("a fault");
        let begin = format!("{ALPHA}: is not what this explorer expects at line 1 column ");
        assert!(error.to_string().starts_with(&begin), "{error}");
    }
}

#[test]
fn a_bundle_reads_back_as_it_was_written() {
    let (dataset, _) = Dataset::read_whole("data", &whole().to_string()).expect("a data set");
    for lang in Lang::ALL {
        let bundle = Bundle {
            updated: "2026-02-03".parse().ok(),
            ..Bundle::new(&dataset, lang, "2026".parse().expect("a date"))
        };
        let json = serde_json::to_string(&bundle).expect("JSON");
        assert_eq!(Bundle::read("cards", &json), Ok(bundle));
    }
    let texts = SearchTexts::new(&dataset);
    let json = serde_json::to_string(&texts).expect("JSON");
    assert_eq!(SearchTexts::read("texts", &json).as_ref(), Ok(&texts));
    assert_eq!(
        texts.records[0].facts.en,
        "It has a laboratory.\nIt is planned.\nIt opens."
    );
}

#[test]
fn a_card_says_when_anything_is_dated_and_what_the_largest_sum_is() {
    let mut record = alpha();
    let mut larger = record["amounts"][0].clone();
    larger["hkd"] = json!(7_000_000);
    record["amounts"]
        .as_array_mut()
        .expect("a list")
        .push(larger);
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, record), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(faults, []);
    let today = "2026-06-01".parse().expect("a day");
    let card = |place: usize| {
        let record = &dataset.initiatives[place];
        Card::new(record, &dataset.vocabulary, Lang::ZhHant, today)
    };
    let sum = |hkd, kind| {
        Some(CardAmount {
            hkd,
            kind: Some(kind),
        })
    };
    assert_eq!(
        (card(0).years, card(0).amount, card(0).sources),
        (
            vec![2018, 2019, 2023],
            sum(7_000_000, AmountKind::Approved),
            2
        )
    );
    assert_eq!(
        (card(1).years, card(1).amount, card(1).sources),
        (vec![2023], sum(9_000_000, AmountKind::SetAside), 1)
    );
    // What happened and what is foreseen are told apart.
    let dates = |dates: &[&str]| -> Vec<PartialDate> {
        dates
            .iter()
            .map(|date| date.parse().expect("a date"))
            .collect()
    };
    assert_eq!(card(0).milestones, dates(&["2018"]));
    assert_eq!(card(0).planned, dates(&["2019-03-01"]));
    // Names in this language and the one below it, all else in this one alone.
    let name = card(0).name;
    assert!(!name.zh_hant.is_empty() && !name.en.is_empty() && name.zh_hans.is_empty());
    assert_eq!(card(1).summary, dataset.initiatives[1].summary.zh_hant);
}

#[test]
fn how_a_record_is_known_is_told_in_a_few_words() {
    let told = |record: Value, today: &str| {
        let (dataset, _) =
            read(&vocabulary(), &[(ALPHA, record), (BETA, beta())]).expect("a vocabulary");
        let today = today.parse().expect("a day");
        Evidence::of(&dataset.initiatives[0], &dataset.vocabulary, today)
    };
    assert_eq!(
        told(alpha(), "2030-01-01"),
        [Evidence::Disagree, Evidence::Estimated, Evidence::Sum]
    );
    let mut plain = alpha();
    for field in ["doubts", "about", "amounts", "end"] {
        plain.as_object_mut().expect("an object").remove(field);
    }
    plain["status"] = json!("active");
    plain["sources"][1]["publisher"] = json!("HKU");
    // Of its status a page of 29 February 2024 told.
    assert_eq!(told(plain.clone(), "2026-02-28"), [Evidence::OnePublisher]);
    let later = told(plain.clone(), "2026-03-01");
    assert_eq!(later, [Evidence::OnePublisher, Evidence::Unconfirmed]);
    // What happened counts as news of it, what is foreseen does not.
    plain["milestones"][1]["date"] = json!("2025-05");
    assert_eq!(told(plain.clone(), "2026-03-01"), later);
    plain["milestones"][1]["planned"] = json!(false);
    assert_eq!(told(plain, "2026-03-01"), [Evidence::OnePublisher]);
}

#[test]
fn the_newest_developments_have_happened() {
    let (dataset, _) = Dataset::read_whole("data", &whole().to_string()).expect("a data set");
    let newest = |today: &str| {
        let bundle = Bundle::new(&dataset, Lang::En, today.parse().expect("a date"));
        bundle
            .newest
            .into_iter()
            .map(|development| development.text)
            .collect::<Vec<_>>()
    };
    assert_eq!(newest("2017-12-31"), [""; 0]);
    assert_eq!(newest("2018-06-01"), ["It is planned."]);
    assert_eq!(newest("2019-02-28"), ["It is planned."]);
    // That it opens was only foreseen.
    assert_eq!(newest("2019-03-01"), ["It is planned."]);
}

#[test]
fn what_is_planned_is_told_until_its_time_is_over() {
    let (dataset, _) = Dataset::read_whole("data", &whole().to_string()).expect("a data set");
    let plans: Vec<_> = dataset
        .initiatives
        .iter()
        .flat_map(|record| &record.milestones)
        .filter(|milestone| milestone.planned)
        .collect();
    assert!(!plans.is_empty());
    for today in [
        "2017-12-31",
        "2019-02-28",
        "2019-03-01",
        "2019-12-31",
        "2030-01-01",
    ] {
        let today = today.parse().expect("a date");
        let told = Bundle::new(&dataset, Lang::En, today).planned;
        let is_ahead = |date: PartialDate| date.last() >= today.last();
        assert!(told.iter().all(|plan| is_ahead(plan.date)), "{told:?}");
        let is_any = plans.iter().any(|plan| is_ahead(plan.date));
        assert_eq!(told.is_empty(), !is_any, "{today}");
    }
}

/// JSON of any shape, its keys among those that the data has.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("2024-06-11")),
        Just(json!("research")),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let key = prop::sample::select(vec![
            "id", "name", "en", "zh-Hant", "themes", "facts", "text", "sources", "date", "url", "?",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6).prop_map(|fields| fields
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_data_set_with_any_json_anywhere_is_sound_or_its_faults_are_told(
        place in any::<prop::sample::Index>(),
        garbage in any_json(),
    ) {
        let whole = whole();
        let pointers = pointers(&whole);
        let pointer = place.get(&pointers);
        let spoilt = planted(&whole, pointer, garbage).to_string();
        match Dataset::read_whole("data", &spoilt) {
            Err(error) => prop_assert!(error.to_string().len() > "data: ".len()),
            Ok((dataset, faults)) => {
                let left_out = 2usize.saturating_sub(dataset.initiatives.len());
                prop_assert!(left_out == 0 || !faults.is_empty());
                for record in &dataset.initiatives {
                    prop_assert!(!record.facts.is_empty() && record.facts.iter().all(|fact| !fact.sources.is_empty()));
                    prop_assert!((1..=3).contains(&record.themes.len()));
                    prop_assert!(record.themes.iter().all(|id| dataset.vocabulary.theme(id).is_some()));
                    prop_assert!(record.summary.iter().all(|(_, words)| !words.trim().is_empty()));
                }
            }
        }
    }
}
