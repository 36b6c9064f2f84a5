//! The vocabulary, and how much of it a record takes.

use explorer_core::dataset::{Dataset, FORMAT, Fault, check_ties};
use serde_json::json;

use crate::sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, field, ids, planted, read,
    vocabulary, without,
};
use crate::{check, check_vocabulary, check_without};

/// The lists that records draw from; relations are used by two sides.
const LISTS: [&str; 10] = [
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
];

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
fn a_list_without_entries_is_told_once_and_not_by_each_record() {
    for list in [
        "themes",
        "kinds",
        "statuses",
        "topics",
        "roles",
        "organisations",
    ] {
        let vocabulary = planted(&vocabulary(), &format!("/{list}"), json!([]));
        let records = [(ALPHA, alpha()), (BETA, beta())];
        let (dataset, faults) = read(&vocabulary, &records).expect("a vocabulary");
        assert_eq!(dataset.initiatives, [], "{list}");
        let faults: Vec<Fault> = faults.into_iter().filter(|fault| !fault.is_hint).collect();
        assert_only(
            &faults,
            VOCABULARY,
            list,
            "has no entry, and records name some, 2 of them",
        );
    }
}

#[test]
fn what_the_vocabulary_itself_names_is_there() {
    check_vocabulary(
        "/organisation_kinds",
        json!([]),
        "organisation_kinds",
        "has no entry, and organisations name some",
    );
}

#[test]
fn two_relations_are_each_others_inverse() {
    let mut vocabulary = vocabulary();
    vocabulary["relations"][0]["inverse"] = json!("succeeds");
    let faults: Vec<Fault> = faults(&vocabulary, &alpha())
        .into_iter()
        .filter(|fault| !fault.is_hint)
        .collect();
    // Its own inverse is right by itself; the other one leads to it and not back.
    let right = "is `succeeds`, whose own inverse is `succeeds`";
    assert_only(&faults, VOCABULARY, "relations[1].inverse", right);
    for relation in ["precedes", "succeeds"] {
        let record = planted(&alpha(), "/related/0/relation", json!(relation));
        let records = [(ALPHA, record), (BETA, beta())];
        let (dataset, _) = read(&vocabulary, &records).expect("a vocabulary");
        assert_eq!(check_ties(&dataset), [], "{relation}");
    }
}

#[test]
fn eras_come_one_after_the_other() {
    let mut vocabulary = vocabulary();
    let now = vocabulary["eras"][0].clone();
    vocabulary["eras"][0]["end"] = json!("2009");
    let right = "is 2009, before the start, 2010";
    assert_only(
        &faults(&vocabulary, &alpha()),
        VOCABULARY,
        "eras[0].end",
        right,
    );
    let mut earlier = planted(
        &planted(&now, "/start", json!("2001")),
        "/end",
        json!("2009"),
    );
    earlier["id"] = json!("then");
    earlier["name"] = json!({ "en": "Then", "zh-Hant": "當時", "zh-Hans": "当时" });
    vocabulary["eras"] = json!([now, earlier]);
    let faults: Vec<Fault> = faults(&vocabulary, &alpha())
        .into_iter()
        .filter(|fault| !fault.is_hint)
        .collect();
    assert_only(&faults, VOCABULARY, "eras[1].start", "put eras in order");
}

#[test]
fn only_the_first_era_may_lack_a_start_and_only_the_last_an_end() {
    let era = |id: &str, dates: &[(&str, &str)]| {
        let mut era = vocabulary()["eras"][0].clone();
        for part in ["start", "end"] {
            era.as_object_mut().expect("an object").remove(part);
        }
        era["id"] = json!(id);
        era["name"] = json!({ "en": id, "zh-Hant": id, "zh-Hans": id });
        for (part, date) in dates {
            era[*part] = json!(date);
        }
        era
    };
    let told = |eras: serde_json::Value| {
        let told = faults(&planted(&vocabulary(), "/eras", eras), &alpha());
        let told = told.into_iter().filter(|fault| !fault.is_hint);
        told.map(|fault| fault.field).collect::<Vec<_>>()
    };
    let (past, now) = (
        era("past", &[("end", "2009")]),
        era("now", &[("start", "2010")]),
    );
    assert_eq!(told(json!([past, now])), Vec::<String>::new());
    assert_eq!(told(json!([now, past])), ["eras[0].end", "eras[1].start"]);
}

#[test]
fn an_alias_is_a_word() {
    for (pointer, field) in [
        ("/kinds/0/aliases", "kinds[0].aliases.en[0]"),
        ("/sectors/0/aliases", "sectors[0].aliases.en[0]"),
        ("/topics/0/aliases", "topics[0].aliases.en[0]"),
    ] {
        for blank in ["", " ", "\u{3000}"] {
            let vocabulary = planted(&vocabulary(), pointer, json!({ "en": [blank] }));
            let told = faults(&vocabulary, &alpha());
            let mut told = told
                .iter()
                .filter(|fault| fault.message.contains("is empty"));
            assert_eq!(told.next().map(|fault| &*fault.field), Some(field));
            assert_eq!(told.next(), None);
        }
    }
    let twice = json!({ "en": ["Medicine", "medicine"] });
    check_vocabulary(
        "/kinds/0/aliases",
        twice,
        "kinds[0].aliases.en[1]",
        "says the same",
    );
}

#[test]
fn a_false_id_in_the_vocabulary_accuses_no_record() {
    for list in LISTS.into_iter().chain(["relations"]) {
        for id in ["", "Alpha", "alpha "] {
            let pointer = format!("/{list}/0/id");
            let told = faults(&planted(&vocabulary(), &pointer, json!(id)), &alpha());
            let told: Vec<Fault> = told.into_iter().filter(|fault| !fault.is_hint).collect();
            assert_only(
                &told,
                VOCABULARY,
                &field(&pointer),
                "write lower-case letters",
            );
        }
    }
}

#[test]
fn a_status_says_whether_it_goes_on() {
    let vocabulary = without(&vocabulary(), "/statuses/0/ongoing").expect("a field");
    let told = faults(&vocabulary, &alpha());
    let right = "write true where it goes on";
    assert!(told.iter().all(|fault| !fault.is_hint), "{told:?}");
    assert_only(&told, VOCABULARY, "statuses[0].ongoing", right);
    let whole = json!({ "format": 2, "vocabulary": vocabulary, "initiatives": [alpha(), beta()] });
    let (dataset, told) = Dataset::read_whole("data", &whole.to_string()).expect("a data set");
    assert_eq!(ids(&dataset), ["alpha", "beta"]);
    assert!(
        told.iter()
            .any(|fault| fault.field == "statuses[0].ongoing" && fault.is_hint)
    );
}

#[test]
fn an_alias_of_an_organisation_is_a_word_and_stands_once() {
    check_vocabulary(
        "/organisations/0/aliases",
        json!(["HKU", " "]),
        "organisations[0].aliases[1]",
        "is empty",
    );
    check_vocabulary(
        "/organisations/0/aliases",
        json!(["HKU", "HKU"]),
        "organisations[0].aliases[1]",
        "says the same",
    );
}

#[test]
fn a_vocabulary_holds_what_is_used() {
    for list in LISTS {
        let mut vocabulary = vocabulary();
        let items = vocabulary[list].as_array_mut().expect("a list");
        let mut idle = items[0].clone();
        idle["id"] = json!("idle");
        for own in ["wikidata", "aliases"] {
            idle.as_object_mut().expect("an object").remove(own);
        }
        if list == "topics" {
            idle = json!({ "id": "idle", "group": "use", "aliases": {} });
        }
        idle["name"] = json!({ "en": "Idle", "zh-Hant": "閒置", "zh-Hans": "闲置" });
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
}

#[test]
fn colours_icons_and_places_can_be_drawn() {
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
    for icon in [
        "",
        "M0 0\"/><script>",
        "url(#x)",
        "一",
        "   ",
        "5",
        "M",
        "L2 2",
    ] {
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
        "use, technology or question",
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
        ("/milestones/0/kind", "write announced, funded, begun"),
        (
            "/amounts/0/kind",
            "`other` is none of the words for this; write set-aside, approved, spent",
        ),
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
fn a_data_set_says_what_it_is_written_in_and_whose_it_is() {
    for (key, is_hint) in [
        ("languages", false),
        ("currency", false),
        ("licence", false),
        ("publisher", false),
        ("repository", true),
        ("report", true),
    ] {
        let lacking = without(&vocabulary(), &format!("/explorer/{key}")).expect("a field");
        let field = format!("explorer.{key}");
        let told = faults(&lacking, &alpha());
        assert_only(&told, VOCABULARY, &field, "is missing");
        assert_eq!(told[0].is_hint, is_hint, "{key}");
        let whole =
            json!({ "format": FORMAT, "vocabulary": lacking, "initiatives": [alpha(), beta()] });
        let (_, told) = Dataset::read_whole("data", &whole.to_string()).expect("a data set");
        assert_only(&told, "vocabulary", &field, "is missing");
        assert!(told[0].is_hint);
    }
}
