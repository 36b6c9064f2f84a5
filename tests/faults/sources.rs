//! Sources, and what rests on them.

use explorer_core::dataset::{Fault, check_doubts, check_sources};
use serde_json::{Value, json};

use crate::sound::{
    ALPHA, BETA, alpha, assert_only, beta, faults, field, planted, read, vocabulary, without,
};
use crate::{check, check_without};

#[test]
fn sources_have_web_addresses() {
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
}

#[test]
fn sources_are_pages_with_titles_and_publishers() {
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
            "is below zero; write it without a sign",
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

/// What is told of a changed record against its sources.
fn told(change: &dyn Fn(&mut Value)) -> Vec<Fault> {
    let mut record = alpha();
    change(&mut record);
    let records = [(ALPHA, record), (BETA, beta())];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
    assert_eq!(faults, []);
    check_sources(&dataset)
}

fn check_told(field: &str, right: &str, is_hint: bool, change: &dyn Fn(&mut Value)) {
    let faults = told(change);
    assert_only(&faults, ALPHA, field, right);
    assert_eq!(faults[0].is_hint, is_hint);
}

#[test]
fn what_a_record_says_is_held_against_its_sources() {
    assert_eq!(told(&|_| {}), []);
    check_told(
        "sources[1].read",
        "write the day on which you read the page",
        true,
        &|record| {
            record["sources"][1]["read"] = json!(null);
        },
    );
    check_told("sources[2]", "cite it or take it out", false, &|record| {
        let mut third = record["sources"][1].clone();
        third["url"] = json!("https://example.org/third");
        record["sources"]
            .as_array_mut()
            .expect("a list")
            .push(third);
    });
    check_told(
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
        check_told(
            "status_as_of",
            "look whether it tells the status",
            true,
            &|record| {
                record["sources"][0]["published"] = json!(newest);
                record["sources"][0]["read"] = json!("9999-12-31");
            },
        );
    }
}

#[test]
fn an_address_is_the_page_s_own_and_a_doubt_names_publishers() {
    for host in [
        "staging.example.org",
        "dev2.example.org",
        "qa.example.org.hk",
        "learn-test.example.edu",
        "staging-news.example.cloud",
        "www-a-com.libproxy1.example.edu",
        "news.sxfx.eu.org",
        "example.org:8080",
    ] {
        check_told(
            "sources[0].url",
            "look for the page's own address",
            true,
            &|record| {
                record["sources"][0]["url"] = json!(format!("https://{host}/page"));
            },
        );
    }
    // Words that only look like these, and a name that somebody has for good.
    for host in [
        "www.devb.example.hk",
        "latest.example.org",
        "beta-drugs.org",
    ] {
        let url = json!(format!("https://{host}/page"));
        assert_eq!(
            told(&|record| record["sources"][0]["url"] = url.clone()),
            []
        );
    }
    check_told(
        "doubts[0].text",
        "names Sample Times, which is no publisher",
        true,
        &|record| {
            record["doubts"][0]["text"]["en"] = json!("Sample Times says otherwise.");
        },
    );
}

#[test]
fn those_who_disagree_are_two() {
    let told = |cited: Value, publisher: &str| {
        let record = planted(&alpha(), "/doubts/0/sources", cited);
        let record = planted(&record, "/sources/1/publisher", json!(publisher));
        let (dataset, _) =
            read(&vocabulary(), &[(ALPHA, record), (BETA, beta())]).expect("a vocabulary");
        check_doubts(&dataset)
    };
    assert_eq!(told(json!([1, 2]), "Example"), []);
    for (cited, publisher) in [(json!([1]), "Example"), (json!([1, 2]), "HKU")] {
        let faults = told(cited, publisher);
        assert_only(
            &faults,
            ALPHA,
            "doubts[0].sources",
            "cite another publisher as well",
        );
    }
    // What could not be confirmed may rest on one page.
    let one = planted(&alpha(), "/doubts/1/sources", json!([1]));
    let (dataset, _) = read(&vocabulary(), &[(ALPHA, one), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(check_doubts(&dataset), []);
}
