//! Ids, and what refers to them.

use explorer_core::address::read_step_view;
use explorer_core::dataset::{
    Dataset, Fault, Lesson, Step, StepView, check_lesson, check_sums, check_ties,
};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, field, ids, planted, read,
    vocabulary,
};
use crate::{check, check_vocabulary, check_without};

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
    let mut back = beta();
    back["related"] = json!([{ "id": "alpha", "relation": "succeeds" }]);
    for id in ["gamma", "alpha", ""] {
        let records = [
            (ALPHA, planted(&alpha(), "/related/0/id", json!(id))),
            (BETA, back.clone()),
        ];
        let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
        assert_eq!(ids(&dataset), ["alpha", "beta"]);
        assert_eq!(dataset.initiatives[0].related, []);
        let faults: Vec<Fault> = faults
            .into_iter()
            .filter(|fault| fault.file == ALPHA)
            .collect();
        assert_only(&faults, ALPHA, "related[0].id", "name the id of one");
        // The other record told its side.
        assert_eq!(check_ties(&dataset), []);
    }
    let records = [
        (ALPHA, planted(&alpha(), "/related", json!([]))),
        (BETA, back),
    ];
    let (dataset, _) = read(&vocabulary(), &records).expect("a vocabulary");
    let right = "is told from this side alone";
    assert_only(&check_ties(&dataset), BETA, "related[0]", right);
}

#[test]
fn a_tie_that_says_how_rests_on_a_source_of_either_side() {
    for (ours, theirs, is_told) in [
        (json!([1]), json!([]), false),
        (json!([]), json!([1]), false),
        (json!([2, 1]), json!([1]), false),
        (json!([]), json!([]), true),
    ] {
        let mut back = beta();
        back["related"] =
            json!([{ "id": "alpha", "relation": "succeeds", "sources": theirs.clone() }]);
        let ours = planted(&alpha(), "/related/0/sources", ours);
        let records = [(BETA, back), (ALPHA, ours)];
        let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
        assert_eq!(faults, []);
        let faults = check_ties(&dataset);
        if is_told {
            assert_eq!(faults.len(), 1, "told once: {faults:?}");
            assert_only(&faults, ALPHA, "related[0]", "no source on either side");
        } else {
            assert_eq!(faults, []);
        }
    }
    // What merely has something in common needs none.
    let mut merely = vocabulary();
    merely["relations"]
        .as_array_mut()
        .expect("a list")
        .push(json!({ "id": "related", "name": vocabulary()["relations"][0]["name"], "inverse": "related" }));
    let with_tie = |record: Value, id: &str| {
        planted(
            &record,
            "/related",
            json!([{ "id": id, "relation": "related" }]),
        )
    };
    let mut back = beta();
    back["related"] = json!([]);
    let records = [
        (ALPHA, with_tie(alpha(), "beta")),
        (BETA, with_tie(back, "alpha")),
    ];
    let (dataset, _) = read(&merely, &records).expect("a vocabulary");
    assert_eq!(check_ties(&dataset), []);
    let beyond = "names source 3; the record has sources 1 to 2";
    check(
        "/related/0/sources/0",
        json!(3),
        "related[0].sources[0]",
        beyond,
    );
}

#[test]
fn a_record_with_faults_accuses_no_other() {
    let unsound = planted(&beta(), "/status", json!("nowhere"));
    let elsewhere = planted(&beta(), "/id", json!("gamma"));
    for spoilt in [unsound.to_string(), elsewhere.to_string(), "{".to_owned()] {
        let files = [(ALPHA, Ok(alpha().to_string())), (BETA, Ok(spoilt))];
        no_fault_of_alpha(&files);
    }
    let unreadable = Fault::new(BETA, "", "is written in UTF-16; save it in UTF-8");
    no_fault_of_alpha(&[(ALPHA, Ok(alpha().to_string())), (BETA, Err(unreadable))]);
}

/// That one of these files has faults, and that nothing is told of the sound one: neither by reading it, nor of its ties
/// and sums, nor of a lesson that names the other.
fn no_fault_of_alpha(files: &[(&str, Result<String, Fault>)]) {
    let texts = files.iter().map(|(file, text)| {
        let text = text.as_deref().map_err(Fault::clone);
        (*file, text)
    });
    let (dataset, faults) =
        Dataset::read_files((VOCABULARY, &vocabulary().to_string()), texts).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["alpha"]);
    assert!(faults.iter().any(|fault| fault.file == BETA));
    let of_alpha: Vec<&Fault> = faults.iter().filter(|fault| fault.file == ALPHA).collect();
    assert_eq!(of_alpha, Vec::<&Fault>::new());
    assert_eq!([check_ties(&dataset), check_sums(&dataset)].concat(), []);
    let step = Step {
        view: "record".to_owned(),
        ..Step::default()
    };
    let lesson = Lesson {
        steps: vec![step],
        ..Lesson::default()
    };
    let opened = |id: &str| StepView {
        records: vec![id.to_owned()],
        ..StepView::default()
    };
    let of_view = |id: &str| {
        let faults = check_lesson("lesson.json", &lesson, &dataset, |_, _| opened(id));
        faults
            .into_iter()
            .filter(|fault| fault.field == "steps[0].view")
            .count()
    };
    assert_eq!((of_view("beta"), of_view("delta")), (0, 1));
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
fn a_view_of_a_lesson_is_not_blamed_for_an_entry_without_an_id() {
    let told = |id: &str| {
        let vocabulary = planted(&vocabulary(), "/themes/0/id", json!(id));
        let (dataset, _) = read(&vocabulary, &[]).expect("a vocabulary that can be used");
        let step = Step {
            view: "view=cards&theme=cookery".to_owned(),
            ..Step::default()
        };
        let lesson = Lesson {
            steps: vec![step],
            ..Lesson::default()
        };
        check_lesson("lesson.json", &lesson, &dataset, read_step_view).len()
    };
    assert_eq!([told("research"), told("No id"), told("")], [1, 0, 0]);
}
