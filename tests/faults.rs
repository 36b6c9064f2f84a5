//! Each class of fault is planted alone in data without one, and must be reported with its file, its field and what
//! would be right.

mod sound;

use explorer_core::dataset::{Dataset, Fault, Lang};
use serde_json::{Value, json};
use sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, field, ids, planted, pointers, read,
    vocabulary, without,
};

/// That a record with this value in place of what the pointer leads to is left out, and the fault is told.
#[track_caller]
fn check(pointer: &str, fault: Value, field: &str, right: &str) {
    let records = [(ALPHA, planted(&alpha(), pointer, fault)), (BETA, beta())];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary that can be used");
    assert_eq!(ids(&dataset), ["beta"]);
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file != VOCABULARY)
        .collect();
    assert_only(&faults, ALPHA, field, right);
}

/// The same without what the pointer leads to.
#[track_caller]
fn check_without(pointer: &str, field: &str, right: &str) {
    let record = without(&alpha(), pointer).expect("a field");
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, record), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["beta"]);
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file != VOCABULARY)
        .collect();
    assert_only(&faults, ALPHA, field, right);
}

/// That a vocabulary with this value in it is faulty.
#[track_caller]
fn check_vocabulary(pointer: &str, fault: Value, field: &str, right: &str) {
    let vocabulary = planted(&vocabulary(), pointer, fault);
    let faults = faults(&vocabulary, &alpha());
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file == VOCABULARY)
        .collect();
    assert_only(&faults, VOCABULARY, field, right);
}

#[test]
fn ids_are_lower_case_words_and_stand_once() {
    const RIGHT: &str = "lower-case letters, digits and hyphens";
    for id in [
        "Alpha", "al pha", "阿", "-alpha", "alpha-", "al/pha", "al_pha",
    ] {
        let fault = json!(id);
        let faults = faults(&vocabulary(), &planted(&alpha(), "/id", fault.clone()));
        let told = faults.iter().any(|fault| {
            fault.file == ALPHA && fault.field == "id" && fault.message.contains(RIGHT)
        });
        assert!(told, "{id}: {faults:?}");
        check("/aliases/0", fault.clone(), "aliases[0]", RIGHT);
        check_vocabulary("/eras/0/id", fault, "eras[0].id", RIGHT);
    }
    check("/id", json!("gamma"), "id", "the same as the file's name");
    check_without("/id", "id", RIGHT);
    check_vocabulary(
        "/roles/1/id",
        json!("lead"),
        "roles[1].id",
        "unique in its list",
    );
}

#[test]
fn references_lead_into_the_vocabulary() {
    for (pointer, list) in [
        ("/themes/0", "themes"),
        ("/kind", "kinds"),
        ("/sectors/0", "sectors"),
        ("/status", "statuses"),
        ("/place", "places"),
        ("/organisations/1/id", "organisations"),
        ("/organisations/1/role", "roles"),
        ("/related/0/relation", "relations"),
        ("/sources/0/kind", "source_kinds"),
    ] {
        check(
            pointer,
            json!("nowhere"),
            &field(pointer),
            "`nowhere` is unknown",
        );
        check(
            pointer,
            json!("nowhere"),
            &field(pointer),
            &format!("use an id from `{list}`"),
        );
    }
    check_without("/kind", "kind", "is missing; use an id from `kinds`");
    check_without("/status", "status", "is missing; use an id from `statuses`");
    check_vocabulary(
        "/organisations/0/kind",
        json!("x"),
        "organisations[0].kind",
        "`organisation_kinds`",
    );
    check_vocabulary(
        "/relations/1/inverse",
        json!("x"),
        "relations[1].inverse",
        "`relations`",
    );
}

#[test]
fn ties_that_lead_nowhere_are_dropped_and_the_record_stays() {
    for id in ["gamma", "alpha", ""] {
        let records = [
            (ALPHA, planted(&alpha(), "/related/0/id", json!(id))),
            (BETA, beta()),
        ];
        let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
        assert_eq!(ids(&dataset), ["alpha", "beta"]);
        assert_eq!(dataset.initiatives[0].related, []);
        let faults: Vec<Fault> = faults
            .into_iter()
            .filter(|fault| fault.file == ALPHA)
            .collect();
        assert_only(&faults, ALPHA, "related[0].id", "name the id of one");
    }
}

#[test]
fn an_id_belongs_to_one_record() {
    let again = ("more/alpha.json", planted(&alpha(), "/aliases", json!([])));
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, alpha()), again, (BETA, beta())]).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["alpha", "beta"]);
    assert_only(
        &faults,
        "more/alpha.json",
        "id",
        "`alpha` is taken by alpha.json",
    );

    // A record keeps its own id, whatever others call themselves, and whichever is read first.
    for (file, alias) in [
        (ALPHA, "beta"),
        (ALPHA, "alpha"),
        (BETA, "alpha"),
        (BETA, "beta"),
        (BETA, "alpha-centre"),
    ] {
        let mut records = [(ALPHA, alpha()), (BETA, beta())];
        for (name, record) in &mut records {
            if name == &file {
                let mut aliases = record["aliases"].as_array().cloned().unwrap_or_default();
                aliases.insert(0, json!(alias));
                record["aliases"] = aliases.into();
            }
        }
        let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
        assert_eq!(ids(&dataset), ["alpha", "beta"]);
        assert_only(
            &faults,
            file,
            "aliases[0]",
            "an id belongs to one record for good",
        );
        let taken: Vec<&String> = dataset
            .initiatives
            .iter()
            .flat_map(|record| &record.aliases)
            .collect();
        assert_eq!(taken, ["alpha-centre"], "{file} {alias}");
    }
}

#[test]
fn texts_stand_in_all_languages() {
    for text in [
        "/name",
        "/summary",
        "/disputed",
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
        "/disputed",
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
fn dates_are_partial_and_exist() {
    const FORM: &str = "write a year, a month or a day, such as 2024, 2024-06 or 2024-06-11";
    const CALENDAR: &str = "does not exist";
    for pointer in [
        "/start",
        "/end",
        "/status_as_of",
        "/milestones/0/date",
        "/sources/0/published",
    ] {
        for none in [
            "soon",
            "2024-6",
            "2024-06-11T00:00",
            "24",
            "02024",
            "2024-",
            "-2024",
            "2024/06",
            " 2024",
            "２０２４",
        ] {
            check(pointer, json!(none), &field(pointer), FORM);
        }
        for none in [
            "2024-13",
            "2024-00",
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-01-00",
            "0000",
        ] {
            check(pointer, json!(none), &field(pointer), CALENDAR);
        }
    }
    for pointer in ["/start", "/status_as_of", "/milestones/0/date"] {
        check(pointer, json!(""), &field(pointer), FORM);
        check_without(pointer, &field(pointer), FORM);
    }
    check_vocabulary("/eras/0/end", json!("2024-13"), "eras[0].end", CALENDAR);
    check(
        "/about",
        json!(["status"]),
        "about",
        "it may hold `start` and `end`",
    );
}

#[test]
fn a_life_ends_after_it_begins_and_holds_its_milestones() {
    let lived = |start: &str, end: &str, milestone: &str, phase: Option<&str>| {
        let mut record = alpha();
        record["start"] = json!(start);
        record["end"] = json!(end);
        record["milestones"] = json!([record["milestones"][1]]);
        record["milestones"][0]["date"] = json!(milestone);
        if let Some(phase) = phase {
            record["milestones"][0]["phase"] = json!(phase);
        }
        faults(&vocabulary(), &record)
    };
    let bad = |start, end, milestone, phase, field: &str, right: &str| {
        assert_only(&lived(start, end, milestone, phase), ALPHA, field, right);
    };
    bad(
        "2024",
        "2023",
        "2024",
        Some("after"),
        "end",
        "before the start, 2024; mend one of them",
    );
    bad(
        "2024-03-02",
        "2024-03-01",
        "2024-03",
        None,
        "end",
        "mend one of them",
    );
    bad(
        "2020",
        "2024",
        "2019-12-31",
        None,
        "milestones[0].date",
        "add \"phase\": \"before\" if it is meant",
    );
    bad(
        "2020",
        "2024",
        "2019-12-31",
        Some("after"),
        "milestones[0].date",
        "add \"phase\": \"before\"",
    );
    bad(
        "2020",
        "2024-01",
        "2024-02",
        None,
        "milestones[0].date",
        "add \"phase\": \"after\" if it is meant",
    );
    bad(
        "2020",
        "2024",
        "2022",
        Some("before"),
        "milestones[0].phase",
        "lies between start and end; remove it",
    );
    bad(
        "2020",
        "2024",
        "2022",
        Some("during"),
        "milestones[0].phase",
        "write one of them, or leave it out",
    );
    // What is not surely outside is inside: the unknown parts of a date are on nobody's side.
    for (start, end, milestone, phase) in [
        ("2024-06", "2024", "2024-06-01", None),
        ("2024-06-11", "2024-06", "2024", None),
        ("2024", "2024", "2024-12-31", None),
        ("2020", "2024", "2019", Some("before")),
        ("2020", "2024-01", "2024-02", Some("after")),
    ] {
        assert_eq!(
            lived(start, end, milestone, phase),
            [],
            "{start} {end} {milestone}"
        );
    }
    let mut record = alpha();
    record["milestones"][1]["date"] = json!("2017");
    record["milestones"][1]["phase"] = json!("before");
    assert_only(
        &faults(&vocabulary(), &record),
        ALPHA,
        "milestones[1].date",
        "put milestones in order",
    );
}

#[test]
fn sources_have_publishers_and_web_addresses() {
    const ADDRESS: &str = "it begins with https:// and a host's name";
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "https:example.org",
        "https:/example.org",
        "https://",
        "https:///x",
        "https://localhost/x",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/\"><b>",
        "https://example.org\\@evil.org",
        "https://example..org",
        "https://.org",
        "https://example.org../",
        "https://./",
        "\u{1}https://example.org",
    ] {
        check("/sources/0/url", json!(url), "sources[0].url", ADDRESS);
    }
    for url in [
        "https://example.org",
        "http://例子.香港/x",
        "https://a.b-c.hk:8443/?q=1#x",
        "https://3.hk/",
        "https://www.example.org./x",
    ] {
        assert_eq!(
            faults(
                &vocabulary(),
                &planted(&alpha(), "/sources/0/url", json!(url))
            ),
            [],
            "{url}"
        );
    }
    for part in ["title", "publisher"] {
        let pointer = format!("/sources/0/{part}");
        check(
            &pointer,
            json!(" "),
            &field(&pointer),
            &format!("write the page's {part}"),
        );
        check_without(
            &pointer,
            &field(&pointer),
            &format!("write the page's {part}"),
        );
    }
    // One copy without address may stand beside a page with one, but not alone.
    assert_eq!(
        faults(
            &vocabulary(),
            &without(&alpha(), "/sources/0/url").expect("a field")
        ),
        []
    );
    let copy = json!([{ "title": "A", "publisher": "B", "kind": "primary" }, { "title": "A", "publisher": "B", "kind": "primary" }]);
    check(
        "/sources",
        copy,
        "sources",
        "a record cannot rest on copies alone",
    );
    let faults = faults(&vocabulary(), &planted(&alpha(), "/sources", json!([])));
    assert!(
        faults
            .iter()
            .any(|fault| fault.field == "sources" && fault.message.contains("at least one page"))
    );
}

#[test]
fn whatever_is_said_has_a_source() {
    for pointer in [
        "/facts/0/sources",
        "/milestones/0/sources",
        "/amounts/0/sources",
    ] {
        check(
            pointer,
            json!([]),
            &field(pointer),
            "the number of at least one source, counted from 1",
        );
        check_without(
            pointer,
            &field(pointer),
            "the number of at least one source",
        );
        for number in [0, 3, 4_000_000_000_u32] {
            check(
                pointer,
                json!([1, number]),
                &format!("{}[1]", field(pointer)),
                "the record has sources 1 to 2",
            );
        }
        check(
            pointer,
            json!([-1]),
            &format!("{}[0]", field(pointer)),
            "a whole number from zero",
        );
    }
    check(
        "/facts",
        json!([]),
        "facts",
        "at least one fact with its source",
    );
    check_without("/facts", "facts", "at least one fact with its source");
}

#[test]
fn amounts_are_whole_and_above_zero() {
    check(
        "/amounts/0/hkd",
        json!(0),
        "amounts[0].hkd",
        "write whole Hong Kong dollars above zero",
    );
    check(
        "/amounts/0/hkd",
        json!(-5),
        "amounts[0].hkd",
        "write a whole number from zero",
    );
    check_without(
        "/amounts/0/hkd",
        "amounts[0].hkd",
        "write whole Hong Kong dollars above zero",
    );
    for amount in [json!(1.5), json!("5000000"), json!(u64::MAX), json!(1e30)] {
        check(
            "/amounts/0/hkd",
            amount,
            "amounts[0].hkd",
            "write a whole number, without quotes",
        );
    }
}

#[test]
fn one_to_three_themes_and_at_least_one_organisation() {
    check(
        "/themes",
        json!([]),
        "themes",
        "name one to three, the main one first",
    );
    check_without("/themes", "themes", "name one to three");
    check(
        "/themes",
        json!(["research", "ethics", "research"]),
        "themes[2]",
        "name it once",
    );
    let four = planted(&alpha(), "/themes", json!(["research", "ethics", "a", "b"]));
    let told =
        |fault: &Fault| fault.field == "themes" && fault.message.contains("name one to three");
    assert!(faults(&vocabulary(), &four).iter().any(told));
    check(
        "/organisations",
        json!([]),
        "organisations",
        "name at least one organisation",
    );
}

#[test]
fn a_vocabulary_holds_what_is_used_and_can_be_drawn() {
    for list in [
        "themes",
        "kinds",
        "sectors",
        "roles",
        "statuses",
        "source_kinds",
        "organisation_kinds",
        "organisations",
        "places",
    ] {
        let mut vocabulary = vocabulary();
        let items = vocabulary[list].as_array_mut().expect("a list");
        let mut idle = items[0].clone();
        idle["id"] = json!("idle");
        items.push(idle);
        let place = items.len() - 1;
        assert_only(
            &faults(&vocabulary, &alpha()),
            VOCABULARY,
            &format!("{list}[{place}]"),
            "remove it or use it",
        );
    }
    // A relation counts as used where its other side is.
    let mut idle = vocabulary();
    let relation = json!({ "id": "idle", "name": idle["kinds"][0]["name"], "inverse": "idle" });
    idle["relations"]
        .as_array_mut()
        .expect("a list")
        .push(relation);
    assert_only(
        &faults(&idle, &alpha()),
        VOCABULARY,
        "relations[2]",
        "remove it or use it",
    );

    for colour in [
        "red",
        "#12",
        "#12345g",
        "123456",
        "#1234567",
        "",
        "#12ab9f;x:y",
        "#１2345",
    ] {
        check_vocabulary(
            "/themes/0/colour",
            json!(colour),
            "themes[0].colour",
            "write it as #rrggbb",
        );
    }
    for icon in ["", "M0 0\"/><script>", "url(#x)", "一"] {
        check_vocabulary(
            "/themes/1/icon",
            json!(icon),
            "themes[1].icon",
            "the commands of its `d` attribute",
        );
    }
    for (part, value) in [
        ("latitude", 90.1),
        ("latitude", -91.0),
        ("longitude", 181.0),
        ("longitude", -1e9),
    ] {
        check_vocabulary(
            &format!("/places/0/{part}"),
            json!(value),
            "places[0]",
            "latitude is -90 to 90",
        );
    }
}

#[test]
fn colours_and_icons_that_are_none_never_reach_the_page() {
    let spoilt = planted(
        &vocabulary(),
        "/themes/0/colour",
        json!("url(//example.org)"),
    );
    let spoilt = planted(&spoilt, "/themes/0/icon", json!("M0 0\"/>"));
    let (dataset, faults) =
        read(&spoilt, &[(ALPHA, alpha()), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(faults.len(), 2, "{faults:#?}");
    let [theme, other] = &dataset.vocabulary.themes[..] else {
        panic!("two themes")
    };
    assert_eq!(
        (theme.colour.as_str(), theme.icon.as_str()),
        ("#666666", "")
    );
    assert_eq!(other.colour, "#12ab9f");
}

#[test]
fn every_value_of_the_wrong_type_is_named() {
    // What may be left out may be null.
    let may_be_null = |pointer: &str| {
        let optional = ["disputed", "end", "place", "url", "published"];
        pointer
            .rsplit('/')
            .next()
            .is_some_and(|key| optional.contains(&key))
            || pointer.starts_with("/eras/") && pointer.ends_with("/start")
    };
    let wrong = [
        json!(null),
        json!(true),
        json!(1.5),
        json!("text"),
        json!([[]]),
        json!({}),
    ];
    let kind = |value: &Value| match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    };
    for (file, sound) in [(ALPHA, alpha()), (VOCABULARY, vocabulary())] {
        for pointer in pointers(&sound) {
            let right = sound.pointer(&pointer).expect("a value");
            for wrong in wrong.iter().filter(|wrong| kind(wrong) != kind(right)) {
                if may_be_null(&pointer) && wrong.is_null() {
                    continue;
                }
                let spoilt = planted(&sound, &pointer, wrong.clone());
                let faults = if file == ALPHA {
                    faults(&vocabulary(), &spoilt)
                } else {
                    faults(&spoilt, &alpha())
                };
                let told = |fault: &Fault| {
                    fault.file == file
                        && fault.field == field(&pointer)
                        && fault.message.contains("write ")
                };
                assert!(
                    faults.iter().any(told),
                    "{file} {pointer} {wrong}: {faults:#?}"
                );
            }
        }
    }
}

#[test]
fn a_value_of_the_wrong_type_is_told_once() {
    for pointer in [
        "/start",
        "/name",
        "/kind",
        "/facts",
        "/facts/0/text",
        "/amounts/0/hkd",
        "/themes",
        "/sources/0/title",
    ] {
        let faults = faults(&vocabulary(), &planted(&alpha(), pointer, json!(true)));
        let faults: Vec<&Fault> = faults.iter().filter(|fault| fault.file == ALPHA).collect();
        assert_eq!(faults.len(), 1, "{pointer}: {faults:#?}");
    }
}

#[test]
fn unknown_fields_are_named_with_the_known_ones() {
    for (object, known) in [
        ("", "aliases"),
        ("/name", "zh-Hant"),
        ("/facts/0", "text, sources"),
        ("/sources/1", "publisher"),
    ] {
        let record = planted(&alpha(), &format!("{object}/colour"), json!("blue"));
        let faults = faults(&vocabulary(), &record);
        let faults: Vec<Fault> = faults
            .into_iter()
            .filter(|fault| fault.file == ALPHA)
            .collect();
        assert_eq!(faults.len(), 1, "{faults:#?}");
        let at = field(&format!("{object}/colour"));
        assert_only(&faults, ALPHA, &at, "is an unknown field; known are ");
        assert!(faults[0].message.contains(known), "{}", faults[0]);
    }
}

#[test]
fn keys_that_stand_twice_are_named() {
    // A value cannot have a key twice, so the text is changed.
    let twice = |json: &Value, begin: &str| {
        json.to_string()
            .replacen(begin, &format!("{begin}{begin}"), 1)
    };
    let record = twice(&alpha(), "\"kind\":\"institution\",");
    let record = record.replacen("{\"sources\":", "{\"sources\":[1],\"sources\":", 1);
    let read = |vocabulary: &str| {
        let records = [(ALPHA, record.as_str()), (BETA, &beta().to_string())];
        Dataset::read((VOCABULARY, vocabulary), records)
    };
    let (dataset, faults) = read(&vocabulary().to_string()).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["beta"]);
    let told: Vec<(&str, &str)> = faults
        .iter()
        .filter(|fault| fault.file == ALPHA)
        .map(|fault| (fault.field.as_str(), fault.message.as_str()))
        .collect();
    let right = "stands more than once; write it once";
    assert_eq!(told.len(), 2, "{faults:#?}");
    assert!(told.contains(&("kind", right)), "{faults:#?}");
    assert!(
        told.iter()
            .any(|(field, message)| field.ends_with("[0].sources") && *message == right),
        "{faults:#?}"
    );

    let spoilt = vocabulary().to_string().replacen('{', "{\"places\":[],", 1);
    let faults = read(&spoilt).expect_err("a fault");
    assert_only(&faults, VOCABULARY, "places", right);

    let whole = json!({ "format": 1, "vocabulary": vocabulary(), "initiatives": [] }).to_string();
    let whole = whole.replacen('{', "{\"initiatives\":[],", 1);
    let error = Dataset::read_whole("data", &whole).expect_err("a fault");
    assert_eq!(error.to_string(), format!("data: initiatives: {right}"));
}

#[test]
fn all_faults_are_told_and_the_sound_records_stay() {
    let mut record = alpha();
    record["start"] = json!("soon");
    record["kind"] = json!("x");
    record["summary"]["zh-Hans"] = json!("");
    record["sources"][1]["publisher"] = json!("");
    record["facts"][0]["sources"] = json!([9]);
    let records = [
        ("gamma.json", json!("no record")),
        (ALPHA, record),
        (BETA, beta()),
    ];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["beta"]);
    let mut fields: Vec<&str> = faults
        .iter()
        .filter(|fault| fault.file == ALPHA)
        .map(|fault| fault.field.as_str())
        .collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "facts[0].sources[0]",
            "kind",
            "sources[1].publisher",
            "start",
            "summary.zh-Hans"
        ]
    );
    assert!(
        faults
            .iter()
            .any(|fault| fault.file == "gamma.json" && fault.message.contains("write an object"))
    );
}
