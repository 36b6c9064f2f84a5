//! A learning platform that speaks cmi5: it launches a page, gives out its token once, and keeps statements and documents.
//! It lies on an origin of its own, as such stores do.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// For so long a statement may take to come.
const PATIENCE: Duration = Duration::from_secs(20);
/// What the page has to show at every request but the first.
const TOKEN: &str = "bGVhcm5lcjpzZWNyZXQ=";
/// Who learns.
const ACTOR: &str =
    r#"{"objectType":"Agent","account":{"homePage":"http://school.example","name":"1a-07"}}"#;

/// The platform, until it is dropped.
pub struct RecordStore {
    origin: String,
    kept: Arc<Mutex<Kept>>,
    server: JoinHandle<()>,
}

/// What has come.
#[derive(Default)]
struct Kept {
    token_is_out: bool,
    statements: Vec<Value>,
    documents: HashMap<String, Value>,
    refused: Vec<String>,
    /// Whether a session that was terminated takes nothing more.
    is_strict: bool,
    has_ended: bool,
    /// Whether nothing is answered as it should be.
    is_away: bool,
    /// What is answered to each statement, in place of taking it.
    refusal: Option<StatusCode>,
}

impl RecordStore {
    /// Starts the platform on a free port.
    ///
    /// # Errors
    /// No free port.
    pub async fn serve() -> Result<Self> {
        let kept = Arc::<Mutex<Kept>>::default();
        let router = Router::new().fallback(answer).with_state(Arc::clone(&kept));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let server = tokio::spawn(async move {
            // It never ends by itself: dropping the store aborts it.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self {
            origin,
            kept,
            server,
        })
    }

    /// Prepares a launch with data of its own, such as a mastery score, and says with which query the page is opened.
    pub fn launch(&self, session: &str, data: &Value) -> String {
        let mut kept = lock(&self.kept);
        kept.token_is_out = false;
        kept.has_ended = false;
        let mut launch = json!({
            "launchMode": "Normal",
            "moveOn": "Completed",
            "contextTemplate": {
                "contextActivities": { "grouping": [{ "id": "urn:uuid:of-the-publisher" }] },
                "extensions": { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": session },
            },
        });
        for (name, value) in data.as_object().into_iter().flatten() {
            launch[name] = value.clone();
        }
        kept.documents.insert("LMS.LaunchData".to_owned(), launch);
        let encoded = |text: &str| {
            let bytes = text.bytes().map(|byte| format!("%{byte:02X}"));
            bytes.collect::<String>()
        };
        let parts = [
            ("endpoint", format!("{}/xapi/", self.origin)),
            ("fetch", format!("{}/token", self.origin)),
            ("actor", ACTOR.to_owned()),
            (
                "registration",
                "6f0f8b1c-0000-4000-8000-000000000001".to_owned(),
            ),
            ("activityId", "http://school.example/activity/7".to_owned()),
        ];
        let query: Vec<String> = parts
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        query.join("&")
    }

    /// Keeps a document as if it had come, such as what a learner prefers everywhere.
    pub fn keep(&self, id: &str, document: Value) {
        lock(&self.kept).documents.insert(id.to_owned(), document);
    }

    /// Takes nothing more of a session that was terminated, as cmi5 wants it.
    pub fn end_sessions(&self) {
        lock(&self.kept).is_strict = true;
    }

    /// Answers nothing as it should, or does so again.
    pub fn go_away(&self, is_away: bool) {
        lock(&self.kept).is_away = is_away;
    }

    /// Answers each statement with this status, and takes none, or takes them again. Documents it goes on keeping.
    pub fn refuse_statements(&self, status: Option<u16>) {
        lock(&self.kept).refusal = status.and_then(|status| StatusCode::from_u16(status).ok());
    }

    /// A document that is kept.
    pub fn document(&self, id: &str) -> Option<Value> {
        lock(&self.kept).documents.get(id).cloned()
    }

    /// The statements that have come, in order.
    pub fn statements(&self) -> Vec<Value> {
        lock(&self.kept).statements.clone()
    }

    /// What each statement says was done, in order.
    pub fn verbs(&self) -> Vec<String> {
        let statements = self.statements();
        let verb = |statement: &Value| {
            let id = statement["verb"]["id"].as_str().unwrap_or_default();
            id.rsplit('/').next().unwrap_or_default().to_owned()
        };
        statements.iter().map(verb).collect()
    }

    /// The requests that were not as they should be.
    pub fn refused(&self) -> Vec<String> {
        lock(&self.kept).refused.clone()
    }

    /// Waits until something is true of the store.
    ///
    /// # Errors
    /// That it has not become true.
    pub async fn wait_until(&self, what: &str, is_true: impl Fn(&Self) -> bool) -> Result<()> {
        let start = Instant::now();
        while !is_true(self) {
            if start.elapsed() > PATIENCE {
                bail!("waited for {what}; there are {:?}", self.verbs());
            }
            sleep(Duration::from_millis(25)).await;
        }
        Ok(())
    }
}

impl Drop for RecordStore {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(kept): State<Arc<Mutex<Kept>>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let (status, content) = if head.method == Method::OPTIONS {
        (StatusCode::NO_CONTENT, None)
    } else {
        let mut kept = lock(&kept);
        match kept.answer(&head.method, &head.uri, &head.headers, &body) {
            Ok(content) => (StatusCode::OK, content),
            Err(status) => {
                let refused = format!("{status} {} {}", head.method, head.uri.path());
                // That there is nothing yet is no fault of who asks.
                if status != StatusCode::NOT_FOUND {
                    kept.refused.push(refused);
                }
                (status, None)
            }
        }
    };
    let allowed = [
        ("access-control-allow-origin", "*"),
        ("access-control-allow-methods", "GET, POST, PUT"),
        (
            "access-control-allow-headers",
            "authorization, content-type, x-experience-api-version",
        ),
        ("content-type", "application/json"),
    ];
    let text = content.map(|content| content.to_string());
    (status, allowed, text.unwrap_or_default()).into_response()
}

impl Kept {
    fn answer(
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
        if self.is_strict && self.has_ended {
            return Err(StatusCode::FORBIDDEN);
        }
        let has = |name: &str, value: &str| headers.get(name).is_some_and(|have| have == value);
        if !has("authorization", &format!("Basic {TOKEN}"))
            || !has("x-experience-api-version", "1.0.3")
        {
            return Err(StatusCode::UNAUTHORIZED);
        }
        let query = uri.query().unwrap_or_default();
        let id = ["stateId=", "profileId="]
            .iter()
            .find_map(|name| query.split('&').find_map(|part| part.strip_prefix(name)));
        let json = || serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST);
        match (method.as_str(), uri.path(), id) {
            ("GET", "/xapi/activities/state" | "/xapi/agents/profile", Some(id)) => {
                let document = self.documents.get(id).ok_or(StatusCode::NOT_FOUND)?;
                Ok(Some(document.clone()))
            }
            ("PUT", "/xapi/activities/state", Some(id)) => {
                self.documents.insert(id.to_owned(), json()?);
                Ok(None)
            }
            ("POST", "/xapi/statements", None) => {
                let Value::Array(statements) = json()? else {
                    return Err(StatusCode::BAD_REQUEST);
                };
                if let Some(status) = self.refusal {
                    return Err(status);
                }
                let ends = |one: &Value| one["verb"]["display"]["en"] == "terminated";
                self.has_ended = statements.iter().any(ends);
                self.statements.extend(statements);
                Ok(Some(json!([])))
            }
            _ => Err(StatusCode::BAD_REQUEST),
        }
    }
}

fn lock(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
