//! The built site on a server of our own, which remembers what was asked and can answer otherwise.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, bail};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::project;

/// The service worker. It would answer in this server's place, so it is there for those tests alone that ask for it.
pub const WORKER: &str = "/sw.js";

/// A built site, served on this machine alone until it is dropped.
pub struct Site {
    origin: String,
    script: Arc<Mutex<Script>>,
    server: JoinHandle<()>,
}

/// What has happened and what shall happen.
struct Script {
    folder: PathBuf,
    prefix: String,
    is_cut: bool,
    own_address: Option<String>,
    first_script: Option<String>,
    header: Option<(HeaderName, HeaderValue)>,
    requests: Vec<String>,
    reports: Vec<String>,
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
    /// Serves a folder, such as `dist/`, on a free port.
    pub async fn serve(folder: &Path) -> Result<Self> {
        Self::start(folder, |router| router).await
    }

    /// Serves `dist/` as GitHub Pages would: compressed, and to be kept for ten minutes.
    pub async fn serve_as_host() -> Result<Self> {
        let keep = HeaderValue::from_static("max-age=600");
        let site = Self::start(&project::path("dist"), |router| {
            router
                .layer(CompressionLayer::new())
                .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, keep))
        })
        .await?;
        site.restore(WORKER);
        Ok(site)
    }

    async fn start(folder: &Path, layers: impl FnOnce(Router) -> Router) -> Result<Self> {
        if !folder.join("index.html").exists() {
            bail!(
                "there is no site in {} yet. Type:\n  cargo xtask build",
                folder.display()
            );
        }
        let absent = Answer::Instead(StatusCode::NOT_FOUND, String::new());
        let script = Arc::new(Mutex::new(Script {
            folder: folder.to_owned(),
            prefix: String::new(),
            is_cut: false,
            own_address: None,
            first_script: None,
            header: None,
            requests: Vec::new(),
            reports: Vec::new(),
            answers: HashMap::from([(WORKER.to_owned(), absent)]),
        }));
        let router = Router::new()
            .fallback(follow)
            .with_state(Arc::clone(&script));
        let router = layers(router);
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

    /// From now on serves another folder in place of `dist/`, as after a new build.
    pub fn serve_folder(&self, folder: &Path) {
        folder.clone_into(&mut lock(&self.script).folder);
    }

    /// From now on lies under a path, such as `/some/where`, and nowhere else.
    pub fn move_under(&self, prefix: &str) {
        prefix.clone_into(&mut lock(&self.script).prefix);
    }

    /// Cuts the network: from now on every connection ends without an answer.
    pub fn cut(&self) {
        lock(&self.script).is_cut = true;
    }

    /// From now on sends a header with every file.
    pub fn send_header(&self, name: &'static str, value: &str) -> Result<()> {
        let header = (HeaderName::from_static(name), HeaderValue::from_str(value)?);
        lock(&self.script).header = Some(header);
        Ok(())
    }

    /// From now on sends pages as a build writes them that knows the site's address: their policy names it.
    pub fn name_itself(&self) {
        lock(&self.script).own_address = Some(format!("{}/", self.origin));
    }

    /// From now on begins every page with a script, which stands before the page's policy.
    pub fn begin_pages_with(&self, code: &str) {
        lock(&self.script).first_script = Some(code.to_owned());
    }

    /// What browsers have reported to `/reports` so far.
    pub fn reports(&self) -> Vec<String> {
        lock(&self.script).reports.clone()
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

async fn follow(State(script): State<Arc<Mutex<Script>>>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/reports" {
        let body = to_bytes(request.into_body(), usize::MAX).await;
        let report = String::from_utf8_lossy(&body.unwrap_or_default()).into_owned();
        lock(&script).reports.push(report);
        return StatusCode::NO_CONTENT.into_response();
    }
    let (answer, folder, prefix, header, is_cut, own_address, first_script) = {
        let mut script = lock(&script);
        script.requests.push(path.clone());
        (
            script.answers.get(&path).cloned(),
            script.folder.clone(),
            script.prefix.clone(),
            script.header.clone(),
            script.is_cut,
            script.own_address.clone(),
            script.first_script.clone(),
        )
    };
    if is_cut {
        // Ends the task that serves this connection, which closes it.
        resume_unwind(Box::new("the network is cut"));
    }
    if let Some(Answer::Later(mut released)) = answer.clone() {
        // Fails when the sender is gone, which is what we wait for.
        while released.changed().await.is_ok() {}
    }
    if let Some(Answer::Instead(status, body)) = answer {
        return (status, body).into_response();
    }
    let Some(path) = path.strip_prefix(&prefix) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match path.parse() {
        Ok(path) => *request.uri_mut() = path,
        Err(_) => return StatusCode::NOT_FOUND.into_response(),
    }
    // As hosts of static files do.
    let lost = ServeFile::new(folder.join("404.html"));
    let Ok(response) = ServeDir::new(folder)
        .not_found_service(lost)
        .oneshot(request)
        .await;
    let mut response = response.map(Body::new);
    if response.headers().get(CONTENT_TYPE) == Some(&HeaderValue::from_static("text/html")) {
        if let Some(address) = own_address {
            let named = format!("'self' {address}");
            response = with(response, "'self'", &named).await;
        }
        if let Some(code) = first_script {
            let begun = format!("<head><script>{code}</script>");
            response = with(response, "<head>", &begun).await;
        }
    }
    if let Some((name, value)) = header {
        response.headers_mut().insert(name, value);
    }
    response
}

/// A page with a text in place of another.
async fn with(page: Response, before: &str, after: &str) -> Response {
    let (mut head, body) = page.into_parts();
    let html = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let html = String::from_utf8_lossy(&html).replace(before, after);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, html.into())
}

fn lock(script: &Mutex<Script>) -> MutexGuard<'_, Script> {
    script.lock().unwrap_or_else(PoisonError::into_inner)
}
