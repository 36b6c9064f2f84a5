//! What cmi5 allows a session to say, by the sections of its specification, of which a platform refuses the rest (6.3).

use serde_json::{Value, json};

const CMI5: &str = "https://w3id.org/xapi/cmi5/context/";

/// The session of a statement.
fn session(statement: &Value) -> &Value {
    &statement["context"]["extensions"][format!("{CMI5}extensions/sessionid")]
}

/// What a statement says was done, in a word.
pub fn verb(statement: &Value) -> &str {
    let id = statement["verb"]["id"].as_str().unwrap_or_default();
    id.rsplit('/').next().unwrap_or_default()
}

/// Whether a statement is one that cmi5 defines, and not only allows.
fn is_defined(statement: &Value) -> bool {
    let categories = statement["context"]["contextActivities"]["category"].as_array();
    let own = json!({ "id": format!("{CMI5}categories/cmi5") });
    categories.is_some_and(|categories| categories.contains(&own))
}

/// The rule that a statement breaks after those that were taken; nothing where it breaks none.
pub fn broken_rule(taken: &[Value], statement: &Value) -> Option<&'static str> {
    let said = |verb: &str, is_in: &dyn Fn(&Value) -> bool| {
        let has = |one: &Value| self::verb(one) == verb && is_in(one);
        taken.iter().any(has)
    };
    let in_session = |one: &Value| session(one) == session(statement);
    let registration = |one: &Value| one["context"]["registration"].clone();
    let in_registration = |one: &Value| registration(one) == registration(statement);
    let has_begun = taken.iter().any(in_session);
    let begins = |one: &&Value| self::verb(one) == "initialized" && in_registration(one);
    let is_of_latest = taken.iter().rfind(begins).is_none_or(in_session);
    let verb = verb(statement);
    if said("terminated", &in_session) {
        return Some("9.3.8: `terminated` is the last statement of a session, of any kind");
    }
    if !has_begun && verb != "initialized" {
        return Some("9.3.2: `initialized` is the first statement of a session, of any kind");
    }
    if has_begun && !is_of_latest {
        return Some("9.3.6: a session is abandoned once another begins, and takes nothing more");
    }
    if !is_defined(statement) {
        return None;
    }
    match verb {
        _ if said(verb, &in_session) => Some("9.3: no verb is said twice in a session"),
        "passed" if said("failed", &in_session) => {
            Some("9.3: a session is passed or failed, not both")
        }
        "completed" if said(verb, &in_registration) => {
            Some("9.3.3: a registration is completed once")
        }
        "passed" if said(verb, &in_registration) => Some("9.3.4: a registration is passed once"),
        "failed" if said("passed", &in_registration) => {
            Some("9.3: what is passed in a registration does not fail after that")
        }
        _ => None,
    }
}
