//! Dates, and the order of a life.

use explorer_core::dataset::{Dataset, Fault, PartialDate, check_days, check_plans, check_sources};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, alpha, assert_only, beta, faults, field, planted, read, vocabulary, without,
};
use crate::{check, check_vocabulary, check_without};

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
            "March 2019",
            "2019 March",
            "2018–2019",
            "02024",
            "-2024",
            "2024-06-11-01",
        ] {
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
            ("2019年3月1日", "2019-03-01"),
            ("2019 年 3 月", "2019-03"),
            ("2019–03–01", "2019-03-01"),
            ("2019-03-01 10:00", "2019-03-01"),
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
    for pointer in ["/start", "/status_as_of", "/milestones/0/date"] {
        check(pointer, json!(""), &field(pointer), FORM);
        check_without(pointer, &field(pointer), FORM);
    }
    check_vocabulary("/eras/0/end", json!("2024-13"), "eras[0].end", CALENDAR);
    check(
        "/about",
        json!(["status"]),
        "about[0]",
        "it may hold `start` and `end`",
    );
    check("/about", json!(["start", ""]), "about[1]", "it may hold");
}

/// The faults of a record with this start, end and date of its one milestone.
fn lived(start: &str, end: &str, milestone: &str, phase: Option<&str>) -> Vec<Fault> {
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
}

#[test]
fn a_life_ends_after_it_begins() {
    const RIGHT: &str = "mend one of them";
    let told = lived("2024", "2023", "2024", Some("after"));
    assert_only(
        &told,
        ALPHA,
        "end",
        &format!("before the start, 2024; {RIGHT}"),
    );
    let told = lived("2024-03-02", "2024-03-01", "2024-03", None);
    assert_only(&told, ALPHA, "end", RIGHT);
}

#[test]
fn a_life_holds_its_milestones() {
    let bad = |end, milestone, phase, field: &str, right: &str| {
        assert_only(&lived("2020", end, milestone, phase), ALPHA, field, right);
    };
    for (end, milestone, phase, right) in [
        (
            "2024",
            "2019-12-31",
            None,
            "add \"phase\": \"before\" if it is meant",
        ),
        (
            "2024",
            "2019-12-31",
            Some("after"),
            "add \"phase\": \"before\"",
        ),
        (
            "2024-01",
            "2024-02",
            None,
            "add \"phase\": \"after\" if it is meant",
        ),
    ] {
        bad(end, milestone, phase, "milestones[0].date", right);
    }
    for (phase, right) in [
        ("before", "lies between start and end; remove it"),
        ("during", "write before or after"),
    ] {
        bad("2024", "2022", Some(phase), "milestones[0].phase", right);
    }
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
}

#[test]
fn milestones_are_in_order() {
    let mut record = alpha();
    record["milestones"][1]["date"] = json!("2017");
    record["milestones"][1]["phase"] = json!("before");
    assert_only(
        &faults(&vocabulary(), &record),
        ALPHA,
        "milestones[1].date",
        "put milestones in order",
    );
    // Nor is it if a year that holds both stands between them.
    record["milestones"][0]["date"] = json!("2018-06");
    record["milestones"][1]["date"] = json!("2018");
    let mut third = record["milestones"][1].clone();
    third["date"] = json!("2018-03");
    third["text"] = alpha()["name"].clone();
    record["milestones"]
        .as_array_mut()
        .expect("a list")
        .push(third);
    assert_only(
        &faults(&vocabulary(), &record),
        ALPHA,
        "milestones[2].date",
        "put milestones in order",
    );
    record["milestones"].as_array_mut().expect("a list").pop();
    // A date that is told does not make those after it wrong.
    record["milestones"][0]["date"] = json!("2081");
    let told = faults(&vocabulary(), &record);
    assert_only(&told, ALPHA, "milestones[0].date", "after the end");
    // Nor does one that stands alone before all others.
    let mut open = record.clone();
    open["end"] = json!(null);
    open["about"] = json!([]);
    open["milestones"][0]["phase"] = json!(null);
    open["milestones"][1]["date"] = json!("2020");
    open["milestones"][1]["phase"] = json!(null);
    let mut third = open["milestones"][1].clone();
    third["date"] = json!("2021");
    open["milestones"]
        .as_array_mut()
        .expect("a list")
        .push(third);
    let told = faults(&vocabulary(), &open);
    assert_only(&told, ALPHA, "milestones[0].date", "is after one below");
    // A start that is after all of them is the date to look at.
    open["milestones"][0]["date"] = json!("2019-05");
    open["start"] = json!("2028");
    for phase in [json!(null), json!("before")] {
        open["milestones"][0]["phase"] = phase;
        let told = faults(&vocabulary(), &open);
        assert_only(&told, ALPHA, "start", "after all its milestones");
    }
    // A year is not before one of its days.
    record["milestones"][0]["date"] = json!("2018-06-01");
    record["milestones"][1]["date"] = json!("2018");
    assert_eq!(faults(&vocabulary(), &record), []);
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

/// The day on which these tests look at the data.
fn today() -> PartialDate {
    "2026-03-01".parse().expect("a day")
}

/// The data set with this record as its first.
fn dataset(record: Value) -> Dataset {
    let records = [(ALPHA, record), (BETA, beta())];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
    assert_eq!(faults, []);
    dataset
}

/// A record with one milestone, which lies far ahead.
fn with_milestone_ahead() -> Value {
    let ahead = json!([{
        "date": "2031", "phase": "after", "kind": "opened", "text": alpha()["summary"], "sources": [1],
    }]);
    let mut record = planted(&alpha(), "/milestones", ahead);
    record["topics"] = json!([{ "id": "scans", "fact": 1 }]);
    record
}

#[test]
fn what_lies_ahead_of_the_data_is_planned() {
    let mut record = with_milestone_ahead();
    let told = |record: &Value| check_plans(&dataset(record.clone()), today());
    let right = "after the day of the data, 2026";
    assert_only(&told(&record), ALPHA, "milestones[0].date", right);
    record["milestones"][0]["planned"] = json!(true);
    assert_eq!(told(&record), []);
    // A page of this month does not vouch for the rest of the month.
    record["milestones"][0] = planted(&record["milestones"][0], "/date", json!("2026-03-15"));
    record["milestones"][0]["planned"] = json!(false);
    record["sources"][0]["published"] = json!("2026-03");
    let right = "after the day of the data, 2026-03-01";
    assert_only(&told(&record), ALPHA, "milestones[0].date", right);
}

#[test]
fn a_day_that_has_not_come_is_told_and_is_not_the_day_of_the_data() {
    let of_record = |record: Value| check_days(&dataset(record), today());
    assert_eq!(of_record(alpha()), []);
    let alpha = || {
        let alpha = planted(&alpha(), "/checked", json!("2026-03-01"));
        planted(&alpha, "/sources/0/read", json!("2026-03-01"))
    };
    for pointer in [
        "/status_as_of",
        "/checked",
        "/sources/0/published",
        "/sources/0/read",
        "/amounts/0/date",
        "/corrections/0/date",
    ] {
        let at = field(pointer);
        // The unknown parts of a date are on nobody's side, and today has come.
        assert_eq!(
            of_record(planted(&alpha(), pointer, json!("2026-03-01"))),
            []
        );
        let faults = of_record(planted(&alpha(), pointer, json!("2026-03-02")));
        assert_only(&faults, ALPHA, &at, "is 2026-03-02, which has not come yet");
        // A mistyped year does not keep milestones from being told.
        let far = planted(&with_milestone_ahead(), pointer, json!("2062-01-01"));
        let faults = check_plans(&dataset(far), today());
        assert_only(
            &faults,
            ALPHA,
            "milestones[0].date",
            "after the day of the data, 2026",
        );
    }
    for pointer in ["/status_as_of", "/sources/0/published", "/amounts/0/date"] {
        assert_eq!(of_record(planted(&alpha(), pointer, json!("2026"))), []);
    }
    let mut planned = planted(&alpha(), "/amounts/0/date", json!("2031"));
    planned["amounts"][0]["kind"] = json!("planned");
    assert_eq!(of_record(planned), []);
}

#[test]
fn what_goes_on_has_no_end_behind_it() {
    let vocabulary = planted(&vocabulary(), "/statuses/1/ongoing", json!(true));
    assert_only(
        &faults(&vocabulary, &alpha()),
        ALPHA,
        "status",
        "is `ended`, which goes on, as of 2024-02-29, after the end, 2023",
    );
}

#[test]
fn what_has_ended_has_an_end_that_has_come() {
    let of_record = |record: Value| check_days(&dataset(record), today());
    let record = planted(&alpha(), "/end", json!("2040"));
    let right = "has not come yet, of what is `ended`";
    assert_only(&of_record(record), ALPHA, "end", right);
}

#[test]
fn only_what_is_announced_lies_ahead() {
    let record = |status: &str| {
        let mut record = beta();
        record["start"] = json!("2027");
        record["end"] = json!("2031");
        record["status"] = json!(status);
        record
    };
    let mut vocabulary = vocabulary();
    let mut announced = vocabulary["statuses"][1].clone();
    announced["id"] = json!("announced");
    announced["name"] = alpha()["name"].clone();
    vocabulary["statuses"]
        .as_array_mut()
        .expect("a list")
        .push(announced);
    let told = |status: &str| {
        let records = [(ALPHA, alpha()), (BETA, record(status))];
        let (dataset, faults) = read(&vocabulary, &records).expect("a vocabulary");
        assert!(faults.iter().all(|fault| fault.is_hint), "{faults:#?}");
        let told = check_days(&dataset, today()).into_iter();
        told.chain(check_sources(&dataset))
            .filter(|fault| fault.file == BETA && !fault.is_hint)
            .collect::<Vec<Fault>>()
    };
    assert_eq!(told("announced"), []);
    let told = told("active");
    let fields: Vec<&str> = told.iter().map(|fault| &*fault.field).collect();
    assert_eq!(fields, ["start", "status_as_of"], "{told:#?}");
}

#[test]
fn a_page_is_read_once_it_is_there() {
    let read = |published: &str| {
        let record = planted(&alpha(), "/sources/0/published", json!(published));
        let faults = check_days(&dataset(record), today());
        let fields: Vec<String> = faults.into_iter().map(|fault| fault.field).collect();
        fields
    };
    assert_eq!(read("2024-02-28"), [""; 0]);
    assert_eq!(read("2024-02-29"), ["sources[0].read"]);
    // One that has not come is told alone.
    assert_eq!(read("2062-02-28"), ["sources[0].published"]);
}

#[test]
fn a_record_is_checked_when_its_sources_are_there() {
    let record = planted(&alpha(), "/checked", json!("2019-02-28"));
    let faults = check_days(&dataset(record), today());
    let right = "is 2019-02-28, before its newest source, of 2019-03-01";
    assert_only(&faults, ALPHA, "checked", right);
}

#[test]
fn a_milestone_without_a_date_is_told_once() {
    for record in [
        without(&alpha(), "/milestones/1/date").expect("a field"),
        planted(&alpha(), "/milestones/1/date", json!("")),
    ] {
        let faults = faults(&vocabulary(), &record);
        let told = faults.iter().filter(|fault| fault.file == ALPHA);
        let fields: Vec<&str> = told.map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["milestones[1].date"], "{faults:#?}");
    }
}
