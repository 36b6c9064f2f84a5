//! Pages of somebody else that hold the explorer, on an origin of their own.

use std::fs;
use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::page::Page;
use crate::project;
use crate::site::Site;

/// Where the pages say that the explorer lies.
const EXPLORER: &str = "https://explorer.example";

/// The pages in `tests/browser/pages/`, served until this is dropped.
pub struct Portal {
    origin: String,
    server: JoinHandle<()>,
}

impl Portal {
    /// Serves the pages with the explorer where `site` is.
    pub async fn serve(site: &Site) -> Result<Self> {
        let router = Router::new()
            .fallback(answer)
            .with_state(site.origin().to_owned());
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        // By another name than the explorer's, so that for a browser it is another site as well.
        let origin = format!("http://localhost:{}", listener.local_addr()?.port());
        let server = tokio::spawn(async move {
            // It never ends by itself: dropping the portal aborts it.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { origin, server })
    }

    /// Serves the pages, and enters the frame of the one that lets it run scripts and nothing else. What that asks for comes from
    /// another origin, which the site allows as GitHub Pages does.
    pub async fn enter_sandbox(page: &Page, site: &Site) -> Result<Self> {
        site.send_header("access-control-allow-origin", "*")?;
        site.name_itself();
        let portal = Self::serve(site).await?;
        page.driver().goto(portal.address("sandbox.html")).await?;
        page.wait_for("h1").await?;
        page.script("document.querySelector('iframe').scrollIntoView()")
            .await?;
        page.enter("document.querySelector('iframe')").await?;
        page.settled().await?;
        Ok(portal)
    }

    /// The address of a page, such as `element.html`.
    pub fn address(&self, page: &str) -> String {
        format!("{}/{page}", self.origin)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(explorer): State<String>, uri: Uri) -> Response {
    match file(uri.path(), &explorer) {
        Ok(file) => file.into_response(),
        Err(error) => (StatusCode::NOT_FOUND, error.to_string()).into_response(),
    }
}

fn file(path: &str, explorer: &str) -> Result<impl IntoResponse + use<>> {
    let name = path.trim_start_matches('/');
    let path = match name {
        "iframe-resizer.js" => {
            project::path("target/tools/npm/node_modules/iframe-resizer/js/iframeResizer.min.js")
        }
        _ => project::path("tests/browser/pages").join(name),
    };
    let text = fs::read_to_string(&path).with_context(|| format!("{name} cannot be read"))?;
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        _ => "text/html",
    };
    let kind = format!("{kind}; charset=utf-8");
    Ok(([(CONTENT_TYPE, kind)], text.replace(EXPLORER, explorer)))
}
