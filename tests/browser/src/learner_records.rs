//! What a store of statements has of a learner, and what it answers who asks for it or adds to it.

use std::collections::HashMap;

use axum::http::{HeaderMap, Method, StatusCode, Uri};
use serde_json::{Value, json};

use crate::session_rules::{broken_rule, verb};

/// Where statements are posted.
pub const STATEMENTS: &str = "/xapi/statements";
/// What the page has to show at every request but the first.
const TOKEN: &str = "bGVhcm5lcjpzZWNyZXQ=";

/// What has come.
#[derive(Default)]
pub struct Kept {
    /// How many registrations of the learner there were before the present one.
    pub former_registrations: usize,
    /// How many launches there were.
    pub launches: usize,
    pub token_is_out: bool,
    pub statements: Vec<Value>,
    /// Documents, by registration and name.
    pub documents: HashMap<(String, String), Value>,
    pub refused: Vec<String>,
    /// Whether the platform itself has ended the session.
    pub has_ended: bool,
    /// The rule of cmi5 that a statement breaks which is being refused.
    pub broken: Option<&'static str>,
    /// Whether nothing is answered as it should be.
    pub is_away: bool,
    /// What is answered to statements, in place of taking them, and to which alone.
    pub refusal: Option<(StatusCode, Option<String>)>,
    /// Whether the rules of cmi5 come before the question whether a statement is there already.
    pub judges_first: bool,
    /// Whether statements are taken and the answers lost, as by a gateway that waits no longer.
    pub loses_answers: bool,
}

impl Kept {
    /// The learner's registration.
    pub fn registration(&self) -> String {
        format!(
            "6f0f8b1c-0000-4000-8000-{:012}",
            self.former_registrations + 1
        )
    }

    /// Under which key a document of the present registration is kept.
    pub fn key(&self, name: &str) -> (String, String) {
        (self.registration(), name.to_owned())
    }

    /// The answer to a request, or the status with which it is refused.
    pub fn answer(
        &mut self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Option<Value>, StatusCode> {
        if uri.path() == "/token" && method == Method::POST {
            if self.token_is_out {
                return Err(StatusCode::FORBIDDEN);
            }
            self.token_is_out = true;
            return Ok(Some(json!({ "auth-token": TOKEN })));
        }
        if self.is_away {
            return Err(StatusCode::SERVICE_UNAVAILABLE);
        }
        if self.has_ended {
            return Err(StatusCode::FORBIDDEN);
        }
        let has = |name: &str, value: &str| headers.get(name).is_some_and(|have| have == value);
        if !has("authorization", &format!("Basic {TOKEN}"))
            || !has("x-experience-api-version", "1.0.3")
        {
            return Err(StatusCode::UNAUTHORIZED);
        }
        let query = uri.query().unwrap_or_default();
        let given = |name: &str| query.split('&').find_map(|part| part.strip_prefix(name));
        let registration =
            given("registration=").map_or_else(|| self.registration(), str::to_owned);
        let name = given("stateId=").or_else(|| given("profileId="));
        let document = name.map(|name| (registration, name.to_owned()));
        let json = || serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST);
        match (method.as_str(), uri.path(), document) {
            ("GET", "/xapi/activities/state" | "/xapi/agents/profile", Some(name)) => {
                let document = self.documents.get(&name).ok_or(StatusCode::NOT_FOUND)?;
                Ok(Some(document.clone()))
            }
            ("PUT", "/xapi/activities/state", Some(name)) => {
                self.documents.insert(name, json()?);
                Ok(None)
            }
            ("GET", STATEMENTS, None) => {
                let id = given("statementId=").unwrap_or_default();
                let found = self.statements.iter().find(|one| one["id"] == id);
                Ok(Some(found.ok_or(StatusCode::NOT_FOUND)?.clone()))
            }
            ("POST", STATEMENTS, None) => {
                let Value::Array(statements) = json()? else {
                    return Err(StatusCode::BAD_REQUEST);
                };
                self.take(&statements)
            }
            _ => Err(StatusCode::BAD_REQUEST),
        }
    }

    /// Takes statements, all or none: also where it has one of them already.
    fn take(&mut self, statements: &[Value]) -> Result<Option<Value>, StatusCode> {
        if let Some((status, only)) = &self.refusal {
            let is_meant = |one: &Value| only.as_ref().is_none_or(|only| verb(one) == only);
            if statements.iter().any(is_meant) {
                return Err(*status);
            }
        }
        let mut all = self.statements.clone();
        for statement in statements {
            let is_known = all.iter().any(|known| known["id"] == statement["id"]);
            let broken = broken_rule(&all, statement);
            self.broken = broken.filter(|_| self.judges_first || !is_known);
            if self.broken.is_some() {
                return Err(StatusCode::FORBIDDEN);
            }
            if is_known {
                return Err(StatusCode::CONFLICT);
            }
            all.push(statement.clone());
        }
        self.statements = all;
        if self.loses_answers {
            return Err(StatusCode::GATEWAY_TIMEOUT);
        }
        Ok(Some(json!([])))
    }
}
