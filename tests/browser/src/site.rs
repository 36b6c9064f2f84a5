//! The built site on a server of our own, which remembers what was asked and can answer otherwise.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::project;

/// The site in `dist/`, served on this machine alone until it is dropped.
pub struct Site {
    origin: String,
    script: Arc<Mutex<Script>>,
    server: JoinHandle<()>,
}

/// What has happened and what shall happen.
#[derive(Default)]
struct Script {
    requests: Vec<String>,
    answers: HashMap<String, Answer>,
}

#[derive(Clone)]
enum Answer {
    /// This instead of the file.
    Instead(StatusCode, String),
    /// The file, but not before the sender is gone.
    Later(watch::Receiver<()>),
}

/// Keeps a file back until it is dropped.
pub struct Hold {
    _sender: watch::Sender<()>,
}

impl Site {
    /// Serves `dist/` on a free port.
    pub async fn serve() -> Result<Self> {
        Self::start(files()?).await
    }

    /// Serves `dist/` as GitHub Pages would: compressed, and to be kept for ten minutes.
    pub async fn serve_as_host() -> Result<Self> {
        let keep = HeaderValue::from_static("max-age=600");
        let router = files()?
            .layer(CompressionLayer::new())
            .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, keep));
        Self::start(router).await
    }

    async fn start(files: Router) -> Result<Self> {
        let script = Arc::new(Mutex::new(Script::default()));
        let layer = middleware::from_fn_with_state(Arc::clone(&script), follow);
        let router = files.layer(layer);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let server = tokio::spawn(async move {
            // It never ends by itself: dropping the site aborts it.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self {
            origin,
            script,
            server,
        })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The paths that were asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.script).requests.clone()
    }

    /// From now on answers a path, such as `/dataset.json`, with this instead of its file.
    pub fn answer(&self, path: &str, status: u16, body: impl Into<String>) -> Result<()> {
        let answer = Answer::Instead(StatusCode::from_u16(status)?, body.into());
        lock(&self.script).answers.insert(path.to_owned(), answer);
        Ok(())
    }

    /// Keeps the answer for a path back until the hold is dropped.
    pub fn hold(&self, path: &str) -> Hold {
        let (sender, receiver) = watch::channel(());
        lock(&self.script)
            .answers
            .insert(path.to_owned(), Answer::Later(receiver));
        Hold { _sender: sender }
    }

    /// From now on answers a path with its file again.
    pub fn restore(&self, path: &str) {
        lock(&self.script).answers.remove(path);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn files() -> Result<Router> {
    let dist = project::path("dist");
    if !dist.join("index.html").exists() {
        bail!("there is no site in dist/ yet. Type:\n  cargo xtask build");
    }
    Ok(Router::new().fallback_service(ServeDir::new(dist)))
}

async fn follow(
    State(script): State<Arc<Mutex<Script>>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let answer = {
        let mut script = lock(&script);
        script.requests.push(path.clone());
        script.answers.get(&path).cloned()
    };
    match answer {
        Some(Answer::Instead(status, body)) => (status, body).into_response(),
        Some(Answer::Later(mut released)) => {
            // Fails when the sender is gone, which is what we wait for.
            while released.changed().await.is_ok() {}
            next.run(request).await
        }
        None => next.run(request).await,
    }
}

fn lock(script: &Mutex<Script>) -> MutexGuard<'_, Script> {
    script.lock().unwrap_or_else(PoisonError::into_inner)
}
