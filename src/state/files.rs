//! The site's own files: beside the page, in the page itself (the edition in one file), or already asked for by the
//! script that starts the program.

use futures::StreamExt as _;
use gloo_net::http::{Request, RequestBuilder, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Promise, Uint8Array};
use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_streams::ReadableStream;
use web_sys::{AbortController, RequestCache};

use super::LoadError;
use super::load_error::MAX_BYTES;

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    /// The response of a file that is at hand without asking the host.
    #[wasm_bindgen(js_name = fileAtHand)]
    fn file_at_hand(path: &str) -> Option<Promise>;

    /// The version of a file of the site, where its name does not tell it.
    #[wasm_bindgen(js_name = fileVersion)]
    fn file_version(path: &str) -> Option<String>;
}

/// The text of a file of the site's data.
///
/// # Errors
/// That the host did not answer, or with which status.
pub async fn text(path: &str) -> Result<String, LoadError> {
    let response = match file_at_hand(path) {
        Some(promise) => {
            let response = JsFuture::from(promise)
                .await
                .map_err(|_| LoadError::Offline)?;
            successful(Response::from(
                response.unchecked_into::<web_sys::Response>(),
            ))?
        }
        None => {
            let version = file_version(path);
            let version = version.as_deref().map(|version| ("v", version));
            send(Request::get(path).query(version)).await?
        }
    };
    let text = response.text().await.map_err(|_| LoadError::Offline)?;
    // Reading and drawing come next; the browser may paint before.
    TimeoutFuture::new(0).await;
    Ok(text)
}

/// What an address outside the site answers with.
///
/// # Errors
/// As of [`text`], and that it is larger than [`MAX_BYTES`].
pub async fn external_bytes(address: &str) -> Result<Vec<u8>, LoadError> {
    let request = Request::get(address).cache(RequestCache::NoCache);
    let response = send(request).await.map_err(|error| match error {
        LoadError::Offline => LoadError::Elsewhere,
        error => error,
    })?;
    let body = response.body().ok_or(LoadError::Offline)?;
    let mut chunks = ReadableStream::from_raw(body).into_stream();
    let mut bytes = Vec::new();
    while let Some(chunk) = chunks.next().await {
        let chunk: Uint8Array = chunk.map_err(|_| LoadError::Offline)?.unchecked_into();
        if bytes.len() + chunk.length() as usize > MAX_BYTES {
            return Err(LoadError::TooLarge);
        }
        bytes.extend(chunk.to_vec());
    }
    Ok(bytes)
}

/// Sends a request, which is aborted when the reactive owner that wanted it ends.
///
/// # Errors
/// As of [`text`].
pub async fn send(request: RequestBuilder) -> Result<Response, LoadError> {
    let abort = AbortController::new().map_err(|_| LoadError::Offline)?;
    let signal = abort.signal();
    let abort = SendWrapper::new(abort);
    on_cleanup(move || abort.abort());
    let response = request.abort_signal(Some(&signal)).send().await;
    successful(response.map_err(|_| LoadError::Offline)?)
}

fn successful(response: Response) -> Result<Response, LoadError> {
    if response.ok() {
        Ok(response)
    } else {
        Err(LoadError::Status(response.status()))
    }
}
