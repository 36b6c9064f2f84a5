//! The store of these tests refuses what a strict platform of cmi5 refuses.

use browser_tests::broken_rule;
use serde_json::{Value, json};

/// A statement of a session, as short as the rules read it.
fn statement(registration: u8, session: u8, verb: &str) -> Value {
    let cmi5 = "https://w3id.org/xapi/cmi5/context/";
    let is_defined = !["answered", "resumed"].contains(&verb);
    let category = json!([{ "id": format!("{cmi5}categories/cmi5") }]);
    json!({
        "verb": { "id": format!("http://adlnet.gov/expapi/verbs/{verb}") },
        "context": {
            "registration": registration,
            "contextActivities": if is_defined { json!({ "category": category }) } else { json!({}) },
            "extensions": { format!("{cmi5}extensions/sessionid"): session },
        },
    })
}

/// Says words in turn, each of registration 1 and session 1 unless it begins with the numbers of others; the last of them
/// breaks the rule of this section, and those before it none.
#[track_caller]
fn check(words: &str, section: Option<&str>) {
    let statements: Vec<Value> = words
        .split(' ')
        .map(|word| match word.split(':').collect::<Vec<_>>()[..] {
            [registration, session, verb] => {
                let number = |text: &str| text.parse().expect("a number");
                statement(number(registration), number(session), verb)
            }
            _ => statement(1, 1, word),
        })
        .collect();
    for (place, statement) in statements.iter().enumerate() {
        let broken = broken_rule(&statements[..place], statement);
        let section = section.filter(|_| place + 1 == statements.len());
        assert_eq!(
            broken.and_then(|rule| rule.split(':').next()),
            section,
            "{words}"
        );
    }
}

#[test]
fn each_rule_refuses_what_breaks_it() {
    check(
        "initialized answered answered passed completed terminated",
        None,
    );
    check("answered", Some("9.3.2"));
    check("initialized terminated answered", Some("9.3.8"));
    check("initialized terminated 1:2:initialized 1:2:answered", None);
    check("initialized 1:2:initialized answered", Some("9.3.6"));
    check("initialized 2:2:initialized answered", None);
    check("initialized initialized", Some("9.3"));
    check("initialized passed failed", Some("9.3"));
    check("initialized failed passed", Some("9.3"));
    check("initialized failed 1:2:initialized 1:2:passed", None);
    check("initialized passed 1:2:initialized 1:2:failed", Some("9.3"));
    check(
        "initialized passed 1:2:initialized 1:2:passed",
        Some("9.3.4"),
    );
    check(
        "initialized completed 1:2:initialized 1:2:completed",
        Some("9.3.3"),
    );
    check("initialized completed 2:2:initialized 2:2:completed", None);
}
