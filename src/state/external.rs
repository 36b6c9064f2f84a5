//! Data sets from elsewhere. A worker reads and checks them (`src/reader.rs`), which is started only where an address
//! names one; it makes of each the same files that the build makes of the explorer's own data.

use std::cell::RefCell;
use std::rc::Rc;

use crate::dataset::{Fault, Unreadable};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent, Worker};

use super::{LoadError, files};

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = startReader)]
    async fn start_reader() -> Result<JsValue, JsValue>;
}

/// A data set that has been read.
struct External {
    address: String,
    reader: Reader,
    left_out: Vec<String>,
}

thread_local! {
    /// The one that was read last.
    static LAST: RefCell<Option<Rc<External>>> = const { RefCell::new(None) };
}

/// A file of the data set at an address, which is loaded and read first where it was not yet.
///
/// # Errors
/// Why it could not be loaded or read.
pub async fn file(address: &str, name: &str) -> Result<String, LoadError> {
    match file_once(address, name).await {
        // WebKitGTK 2.50 now and then breaks a long run of WebAssembly off while its last compiler takes over: what was
        // broken off is done once more, by a fresh reader.
        Err(LoadError::BrokenOff) => {
            LAST.set(None);
            file_once(address, name).await
        }
        file => file,
    }
}

async fn file_once(address: &str, name: &str) -> Result<String, LoadError> {
    let external = match last(address) {
        Some(external) => external,
        None => {
            let external = Rc::new(External::load(address).await?);
            LAST.set(Some(Rc::clone(&external)));
            external
        }
    };
    let file = external.reader.ask(&name.into(), &Array::new()).await?;
    file.as_string().ok_or(LoadError::Status(404))
}

/// What was left out of the data set at an address, and why.
pub fn left_out(address: &str) -> Vec<String> {
    last(address)
        .map(|external| external.left_out.clone())
        .unwrap_or_default()
}

fn last(address: &str) -> Option<Rc<External>> {
    LAST.with_borrow(|last| last.clone())
        .filter(|external| external.address == address)
}

impl External {
    async fn load(address: &str) -> Result<Self, LoadError> {
        if !may_load(address) {
            return Err(LoadError::Forbidden);
        }
        let bytes = Uint8Array::from(files::external_bytes(address).await?.as_slice());
        let reader = Reader::start().await?;
        let answer = reader.ask(&bytes, &Array::of1(&bytes.buffer())).await?;
        let answer = answer.as_string().ok_or(LoadError::BrokenOff)?;
        let faults: Result<Vec<Fault>, Unreadable> =
            serde_json::from_str(&answer).map_err(|_| LoadError::BrokenOff)?;
        Ok(Self {
            address: address.to_owned(),
            reader,
            left_out: faults?.iter().map(Fault::to_string).collect(),
        })
    }
}

/// A worker that reads one data set. It ends when it is dropped.
struct Reader {
    worker: Worker,
    /// Fails when the worker is broken off.
    broken_off: Promise,
}

impl Reader {
    async fn start() -> Result<Self, LoadError> {
        let worker = start_reader().await.map_err(|_| LoadError::Offline)?;
        let worker: Worker = worker.unchecked_into();
        let broken_off = Promise::new(&mut |_, reject| worker.set_onerror(Some(&reject)));
        Ok(Self { worker, broken_off })
    }

    /// The answer to a message. What is moved over with it is gone on this side.
    async fn ask(&self, message: &JsValue, moved: &Array) -> Result<JsValue, LoadError> {
        let channel = MessageChannel::new().map_err(|_| LoadError::BrokenOff)?;
        let answer = Promise::new(&mut |resolve, _| {
            let hear = move |event: MessageEvent| {
                // The engine's own function, which takes any value.
                let _ = resolve.call1(&JsValue::NULL, &event.data());
            };
            let port = channel.port1();
            port.set_onmessage(Some(Closure::once_into_js(hear).unchecked_ref()));
        });
        moved.push(&channel.port2());
        let sent = self.worker.post_message_with_transfer(message, moved);
        sent.map_err(|_| LoadError::BrokenOff)?;
        let first = Promise::race(&Array::of2(&answer, &self.broken_off));
        JsFuture::from(first)
            .await
            .map_err(|_| LoadError::BrokenOff)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A reader's address may lead to this page's own host, or to any by https.
fn may_load(address: &str) -> bool {
    let Ok(base) = web_sys::Url::new(
        &leptos::prelude::window()
            .location()
            .href()
            .unwrap_or_default(),
    ) else {
        return false;
    };
    web_sys::Url::new_with_base(address, &base.href())
        .is_ok_and(|url| url.protocol() == "https:" || url.origin() == base.origin())
}
