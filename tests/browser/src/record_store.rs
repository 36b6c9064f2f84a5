//! A learning platform that speaks cmi5: it launches a page, gives out its token once, and keeps statements and documents.
//! It lies on an origin of its own, as such stores do, and refuses what breaks a rule of cmi5, without the time that some
//! wait after the end of a session.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::learner_records::{Kept, STATEMENTS};
use crate::session_rules::verb;

/// For so long a statement may take to come.
const PATIENCE: Duration = Duration::from_secs(20);
/// Who learns.
const ACTOR: &str =
    r#"{"objectType":"Agent","account":{"homePage":"http://school.example","name":"1a-07"}}"#;

/// The platform, until it is dropped.
pub struct RecordStore {
    origin: String,
    kept: Arc<Mutex<Kept>>,
    /// What of statements waits.
    holding: watch::Sender<Holding>,
    server: JoinHandle<()>,
}

/// What of statements waits for the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Nothing.
    Nothing,
    /// Its answers: it takes statements and does not say so.
    Answers,
    /// The statements themselves.
    Statements,
}

impl RecordStore {
    /// Starts the platform on a free port.
    ///
    /// # Errors
    /// No free port.
    pub async fn serve() -> Result<Self> {
        let kept = Arc::<Mutex<Kept>>::default();
        let (holding, held) = watch::channel(Holding::Nothing);
        let state = (Arc::clone(&kept), held);
        let router = Router::new().fallback(answer).with_state(state);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let server = tokio::spawn(async move {
            // It never ends by itself: dropping the store aborts it.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self {
            origin,
            kept,
            holding,
            server,
        })
    }

    /// Prepares a launch with data of its own, such as a mastery score, and says with which query the page is opened.
    pub fn launch(&self, session: &str, data: &Value) -> String {
        let mut kept = lock(&self.kept);
        kept.launches += 1;
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
        let key = kept.key("LMS.LaunchData");
        kept.documents.insert(key, launch);
        let encoded = |text: &str| {
            let bytes = text.bytes().map(|byte| format!("%{byte:02X}"));
            bytes.collect::<String>()
        };
        let parts = [
            ("endpoint", format!("{}/xapi/", self.origin)),
            // Its address is good for one launch.
            ("fetch", format!("{}/token?{}", self.origin, kept.launches)),
            ("actor", ACTOR.to_owned()),
            ("registration", kept.registration()),
            ("activityId", "http://school.example/activity/7".to_owned()),
        ];
        let query: Vec<String> = parts
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        query.join("&")
    }

    /// Registers the learner anew, so that nothing is known of them.
    pub fn register_anew(&self) {
        lock(&self.kept).former_registrations += 1;
    }

    /// Keeps a document as if it had come, such as what a learner prefers everywhere.
    pub fn keep(&self, id: &str, document: Value) {
        let mut kept = lock(&self.kept);
        let key = kept.key(id);
        kept.documents.insert(key, document);
    }

    /// Ends the session, as a platform does that launches it elsewhere: its token is good for nothing any more.
    pub fn end_session(&self) {
        lock(&self.kept).has_ended = true;
    }

    /// Lets statements wait, or their answers.
    pub fn hold(&self, holding: Holding) {
        self.holding.send_replace(holding);
    }

    /// Answers nothing as it should, or does so again.
    pub fn go_away(&self, is_away: bool) {
        lock(&self.kept).is_away = is_away;
    }

    /// Answers each statement with this status, and takes none, or takes them again. Documents it goes on keeping.
    pub fn refuse_statements(&self, status: Option<u16>) {
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        lock(&self.kept).refusal = status.map(|status| (status, None));
    }

    /// The same of statements that say that this was done.
    pub fn refuse_verb(&self, verb: &str, status: u16) {
        let status = StatusCode::from_u16(status).ok();
        lock(&self.kept).refusal = status.map(|status| (status, Some(verb.to_owned())));
    }

    /// Refuses what breaks a rule of cmi5 also where it has the very same statement.
    pub fn judge_first(&self) {
        lock(&self.kept).judges_first = true;
    }

    /// Takes statements, and answers as if it had not, or answers again as it should.
    pub fn lose_answers(&self, is_losing: bool) {
        lock(&self.kept).loses_answers = is_losing;
    }

    /// A document that is kept.
    pub fn document(&self, id: &str) -> Option<Value> {
        let kept = lock(&self.kept);
        kept.documents.get(&kept.key(id)).cloned()
    }

    /// The statements that have come, in order.
    pub fn statements(&self) -> Vec<Value> {
        lock(&self.kept).statements.clone()
    }

    /// What each statement says was done, in order.
    pub fn verbs(&self) -> Vec<String> {
        let said = lock(&self.kept);
        let verbs = said.statements.iter().map(verb);
        verbs.map(str::to_owned).collect()
    }

    /// How often something was said.
    pub fn count(&self, verb: &str) -> usize {
        self.verbs().iter().filter(|said| *said == verb).count()
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

type Shared = (Arc<Mutex<Kept>>, watch::Receiver<Holding>);

async fn answer(State((kept, mut held)): State<Shared>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let is_statement = head.method == Method::POST && head.uri.path() == STATEMENTS;
    // Waiting fails when the store is dropped, which waits for nobody.
    if is_statement {
        let _ = held.wait_for(|held| *held != Holding::Statements).await;
    }
    let (status, content) = if head.method == Method::OPTIONS {
        (StatusCode::NO_CONTENT, None)
    } else {
        let mut kept = lock(&kept);
        match kept.answer(&head.method, &head.uri, &head.headers, &body) {
            Ok(content) => (StatusCode::OK, content),
            Err(status) => {
                let rule = kept.broken.take().unwrap_or_default();
                let refused = format!("{status} {} {} {rule}", head.method, head.uri.path());
                // That there is nothing yet, or the same already, is no fault of who asks.
                if ![StatusCode::NOT_FOUND, StatusCode::CONFLICT].contains(&status) {
                    kept.refused.push(refused);
                }
                (status, None)
            }
        }
    };
    if is_statement {
        let _ = held.wait_for(|held| *held == Holding::Nothing).await;
    }
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

fn lock(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
