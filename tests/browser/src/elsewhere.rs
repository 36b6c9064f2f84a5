//! A data set on somebody else's host.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::HeaderMap;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, HeaderValue};
use axum::routing::get;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use rcgen::{CertifiedKey, generate_simple_self_signed};

/// A host that answers over https with a data set, until it is dropped. Its certificate is its own; the browsers of the
/// tests are told to take it.
pub struct Elsewhere {
    address: String,
    server: Handle<SocketAddr>,
}

impl Elsewhere {
    /// Serves a data set that any page may read.
    pub async fn serve(json: String) -> Result<Self> {
        Self::serve_to(Some("*"), json).await
    }

    /// Serves a data set that no page of another host may read.
    pub async fn serve_to_nobody(json: String) -> Result<Self> {
        Self::serve_to(None, json).await
    }

    async fn serve_to(pages: Option<&'static str>, json: String) -> Result<Self> {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(["localhost".to_owned()])?;
        let key = signing_key.serialize_der();
        let tls = RustlsConfig::from_der(vec![cert.der().to_vec()], key).await?;
        let json_type = HeaderValue::from_static("application/json");
        let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, json_type)]);
        if let Some(pages) = pages {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static(pages));
        }
        let router = Router::new().route("/set.json", get(async move || (headers, json)));
        let server = Handle::new();
        let bound = axum_server::bind_rustls(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), tls);
        let served = bound
            .handle(server.clone())
            .serve(router.into_make_service());
        // It ends when the handle says so.
        tokio::spawn(served);
        let address = server.listening().await.context("no free port")?;
        Ok(Self {
            address: format!("https://localhost:{}/set.json", address.port()),
            server,
        })
    }

    /// The address of the data set.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.server.shutdown();
    }
}
