//! Each class of fault is planted alone in data without one, and must be reported with its file, its field and what
//! would be right.

mod sound;

use explorer_core::dataset::{
    Dataset, DoubtKind, Fault, Lang, Unreadable, check_plans, check_sources, check_sums, decode,
};
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
        ("/topics/0/id", "topics"),
        ("/amounts/0/from/0", "organisations"),
        ("/amounts/0/to/0", "organisations"),
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
    check_vocabulary(
        "/organisations/0/parent",
        json!("x"),
        "organisations[0].parent",
        "`organisations`",
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
        for none in ["soon", "March 2019", "02024", "-2024", "2024-06-11-01"] {
            check(pointer, json!(none), &field(pointer), FORM);
        }
        // What is meant is plain, and told as it is to be written.
        for (written, meant) in [
            ("2019-3-1", "2019-03-01"),
            ("2019/03/01", "2019-03-01"),
            ("2019.3", "2019-03"),
            ("2019-03-01T00:00:00Z", "2019-03-01"),
            ("2019-03-01 ", "2019-03-01"),
            (" 2019", "2019"),
            ("2019-", "2019"),
            ("２０１９", "2019"),
        ] {
            let right = format!("write {meant}");
            check(pointer, json!(written), &field(pointer), &right);
        }
        check(
            pointer,
            json!(2019),
            &field(pointer),
            "is a number; write it in quotes: \"2019\"",
        );
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
    check("/amounts/0/date", json!(""), "amounts[0].date", FORM);
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
        record["topics"] = json!([{ "id": "scans", "fact": 1 }]);
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
        "write before or after",
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
        "https://example.org/\"><b>",
        "https://example.org\\@evil.org",
        "https://example..org",
        "https://.org",
        "https://example.org../",
        "https://./",
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
    // Where sources disagree, they are named; where nothing could be confirmed, there may be none.
    let field_of = "doubts[0].sources";
    check(
        "/doubts/0/sources",
        json!([]),
        field_of,
        "at least one source",
    );
    check_without("/doubts/0/sources", field_of, "at least one source");
    check(
        "/doubts/1/sources",
        json!([3]),
        "doubts[1].sources[0]",
        "sources 1 to 2",
    );
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
    for (amount, right) in [
        (json!("5000000"), "write a whole number, without quotes"),
        (
            json!(1.5),
            "has decimals or an exponent; write a whole number",
        ),
        (json!(4_600_000.0), "has decimals or an exponent"),
        (json!(u64::MAX), "is out of range"),
        (json!(1e30), "is out of range"),
    ] {
        check("/amounts/0/hkd", amount, "amounts[0].hkd", right);
    }
    // To the dollar, beyond what a double can hold.
    let large = planted(&alpha(), "/amounts/0/hkd", json!(9_007_199_254_740_993_u64));
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, large), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(faults, []);
    assert_eq!(dataset.initiatives[0].amounts[0].hkd, 9_007_199_254_740_993);
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
        "topics",
        "organisations",
        "places",
    ] {
        let mut vocabulary = vocabulary();
        let items = vocabulary[list].as_array_mut().expect("a list");
        let mut idle = items[0].clone();
        idle["id"] = json!("idle");
        if list == "topics" {
            idle = json!({ "id": "idle", "name": idle["name"], "group": "use", "aliases": {} });
            idle["name"] = json!({ "en": "Idle", "zh-Hant": "閒置", "zh-Hans": "闲置" });
        }
        items.push(idle);
        let place = items.len() - 1;
        let told = faults(&vocabulary, &alpha());
        assert_only(
            &told,
            VOCABULARY,
            &format!("{list}[{place}]"),
            "remove it or use it",
        );
        assert!(told[0].is_hint);
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
        let optional = [
            "end",
            "place",
            "url",
            "published",
            "phase",
            "kind",
            "date",
            "part_of",
            "read",
            "archived",
            "checked",
            "landmark",
            "fact",
            "milestone",
            "currency",
            "licence",
            "publisher",
            "repository",
            "report",
            "homepage",
            "wikidata",
            "parent",
        ];
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

/// The faults of the whole data set with this value planted into its first record.
fn whole_faults(pointer: &str, fault: Value) -> Vec<Fault> {
    let records = [(ALPHA, planted(&alpha(), pointer, fault)), (BETA, beta())];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
    assert_eq!(faults, [], "{pointer}");
    check_sums(&dataset)
}

#[test]
fn topics_rest_on_one_thing_that_is_there() {
    check(
        "/topics/1/id",
        json!("scans"),
        "topics[1].id",
        "name it once",
    );
    check("/topics", json!([]), "topics", "name one to six");
    check_without("/topics", "topics", "name one to six");
    let seven = vec![json!({ "id": "scans", "fact": 1 }); 7];
    let many = faults(&vocabulary(), &planted(&alpha(), "/topics", seven.into()));
    assert!(
        many.iter()
            .any(|fault| fault.message == "holds 7; name one to six")
    );
    for nothing in [
        json!({ "id": "scans" }),
        json!({ "id": "scans", "fact": 1, "milestone": 1 }),
    ] {
        check("/topics/0", nothing, "topics[0]", "rests on no one thing");
    }
    for number in [0, 2] {
        check(
            "/topics/0/fact",
            json!(number),
            "topics[0].fact",
            "facts 1 to 1",
        );
    }
    check(
        "/topics/1/milestone",
        json!(3),
        "topics[1].milestone",
        "milestones 1 to 2",
    );
    check_vocabulary(
        "/topics/1/group",
        json!("x"),
        "topics[1].group",
        "use or technology or question",
    );
    let shared = json!(["SCANS "]);
    check_vocabulary(
        "/topics/1/aliases/en",
        shared,
        "topics[1].aliases.en[0]",
        "is a word of `scans` as well",
    );
    check_vocabulary(
        "/topics/0/aliases/en/0",
        json!(" "),
        "topics[0].aliases.en[0]",
        "write a word or take it out",
    );
}

#[test]
fn the_words_of_the_format_are_few() {
    for (pointer, right) in [
        ("/milestones/0/kind", "announced or funded"),
        ("/amounts/0/kind", "set-aside or approved"),
        ("/doubts/0/kind", "disagree or unconfirmed"),
    ] {
        check(pointer, json!("other"), &field(pointer), right);
    }
    check_without(
        "/doubts/0/kind",
        "doubts[0].kind",
        "is missing; write disagree",
    );
    check_without(
        "/milestones/0/kind",
        "milestones[0].kind",
        "say what kind of thing it tells",
    );
    check_without(
        "/amounts/0/kind",
        "amounts[0].kind",
        "say what kind of sum it is",
    );
    check_vocabulary(
        "/explorer/languages/0",
        json!("de"),
        "explorer.languages[0]",
        "write one of en, zh-Hant, zh-Hans",
    );
    check_vocabulary(
        "/explorer/currency",
        json!("HK$"),
        "explorer.currency",
        "such as HKD",
    );
    check_vocabulary(
        "/explorer/licence/name",
        json!(" "),
        "explorer.licence.name",
        "write its short name",
    );
    check_vocabulary(
        "/organisations/0/wikidata",
        json!("8646"),
        "organisations[0].wikidata",
        "write Q and digits",
    );
}

#[test]
fn days_are_days_and_addresses_are_addresses() {
    for pointer in ["/checked", "/sources/0/read", "/corrections/0/date"] {
        check(
            pointer,
            json!("2024-02"),
            &field(pointer),
            "is no day; write it as 2024-06-11",
        );
    }
    check(
        "/sources/0/archived",
        json!("example.org"),
        "sources[0].archived",
        "it begins with https://",
    );
    for pointer in [
        "/explorer/licence/url",
        "/explorer/publisher/url",
        "/explorer/repository",
        "/explorer/report",
        "/organisations/0/homepage",
    ] {
        check_vocabulary(
            pointer,
            json!("javascript:x"),
            &field(pointer),
            "it begins with https://",
        );
    }
}

#[test]
fn an_organisation_is_no_part_of_itself() {
    let circle = planted(&vocabulary(), "/organisations/1/parent", json!("hku"));
    let faults = faults(&circle, &alpha());
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(
        fields,
        ["organisations[0].parent", "organisations[1].parent"]
    );
    assert!(
        faults
            .iter()
            .all(|fault| fault.message.contains("leads back"))
    );
}

#[test]
fn a_sum_is_part_of_one_that_is_there_and_not_of_itself() {
    const PART_OF: &str = "/amounts/0/part_of";
    assert_eq!(whole_faults("/name/en", json!("Alpha")), []);
    for nowhere in [
        json!({ "id": "gamma", "amount": 1 }),
        json!({ "id": "beta", "amount": 2 }),
        json!({ "id": "beta", "amount": 0 }),
    ] {
        let faults = whole_faults(PART_OF, nowhere);
        assert_only(&faults, ALPHA, "amounts[0].part_of", "leads to no sum");
    }
    let itself = json!({ "id": "alpha", "amount": 1 });
    let faults = whole_faults(PART_OF, itself);
    assert_only(
        &faults,
        ALPHA,
        "amounts[0].part_of",
        "leads back to the sum itself",
    );
}

#[test]
fn what_lies_ahead_of_the_data_is_planned() {
    let ahead = json!([{
        "date": "2031", "phase": "after", "kind": "opened", "text": alpha()["summary"], "sources": [1],
    }]);
    let mut record = planted(&alpha(), "/milestones", ahead);
    record["topics"] = json!([{ "id": "scans", "fact": 1 }]);
    let told = |record: &Value| {
        let records = [(ALPHA, record.clone()), (BETA, beta())];
        let (dataset, _) = read(&vocabulary(), &records).expect("a vocabulary");
        check_plans(&dataset)
    };
    assert_only(
        &told(&record),
        ALPHA,
        "milestones[0].date",
        "after the day of the data, 2026",
    );
    record["milestones"][0]["planned"] = json!(true);
    assert_eq!(told(&record), []);
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

#[test]
fn files_of_another_encoding_are_read_or_named() {
    fn told(bytes: &[u8]) -> Result<&str, String> {
        decode("data", bytes).map_err(|fault| fault.to_string())
    }
    let (dataset, faults) = Dataset::read_whole(
        "data",
        &format!(
            "\u{feff}{}",
            json!({ "format": 2, "vocabulary": vocabulary(), "initiatives": [alpha(), beta()] })
        ),
    )
    .expect("the mark is read over");
    assert_eq!((dataset.initiatives.len(), faults.len()), (2, 0));
    let wide: Vec<u8> = "{\"a\": 1}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [&[0xff, 0xfe][..], &wide].concat();
    for bytes in [wide, marked] {
        let sentence = told(&bytes).expect_err("UTF-16");
        assert_eq!(sentence, "data: is written in UTF-16; save it in UTF-8");
    }
    let sentence = told(b"ab\xe9d").expect_err("Latin-1");
    assert_eq!(
        sentence,
        "data: is not written in UTF-8: byte 3 is none of it; save it in UTF-8"
    );
    assert_eq!(told("甲".as_bytes()), Ok("甲"));
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
        .filter(|fault| fault.file == "record 1")
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
}

#[test]
fn what_a_record_says_is_held_against_its_sources() {
    let told = |change: &dyn Fn(&mut Value)| {
        let mut record = alpha();
        change(&mut record);
        let records = [(ALPHA, record), (BETA, beta())];
        let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
        assert_eq!(faults, []);
        check_sources(&dataset)
    };
    let check = |field: &str, right: &str, is_hint: bool, change: &dyn Fn(&mut Value)| {
        let faults = told(change);
        assert_only(&faults, ALPHA, field, right);
        assert_eq!(faults[0].is_hint, is_hint);
    };
    assert_eq!(told(&|_| {}), []);
    check("sources[2]", "cite it or take it out", false, &|record| {
        let third = record["sources"][1].clone();
        record["sources"]
            .as_array_mut()
            .expect("a list")
            .push(third);
    });
    check(
        "status_as_of",
        "before the start, 2019-03",
        false,
        &|record| {
            record["milestones"] = json!([]);
            record["topics"] = json!([{ "id": "scans", "fact": 1 }, { "id": "rules", "fact": 1 }]);
            record["status_as_of"] = json!("2019-02");
        },
    );
    for newest in ["2024-09-01", "9999"] {
        check(
            "status_as_of",
            "look whether it tells the status",
            true,
            &|record| {
                record["sources"][0]["published"] = json!(newest);
            },
        );
    }
    for host in [
        "staging.example.org",
        "www-a-com.libproxy1.example.edu",
        "example.org:8080",
    ] {
        check(
            "sources[0].url",
            "look for the page's own address",
            true,
            &|record| {
                record["sources"][0]["url"] = json!(format!("https://{host}/page"));
            },
        );
    }
    check(
        "doubts[0].text",
        "names Sample Times, which is no publisher",
        true,
        &|record| {
            record["doubts"][0]["text"]["en"] = json!("Sample Times says otherwise.");
        },
    );
}
