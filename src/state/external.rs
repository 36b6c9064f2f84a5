//! Data sets from elsewhere. A module of its own reads and checks them, which is loaded only where an address names
//! one; it makes of each the same files that the build makes of the explorer's own data.

use std::cell::RefCell;

use js_sys::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::{LoadError, files};

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    /// A data set that has been read, as `src/reader.rs` offers it.
    type Foreign;

    #[wasm_bindgen(catch, js_name = readForeign)]
    async fn read_foreign(json: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn file(this: &Foreign, name: &str) -> Option<String>;

    #[wasm_bindgen(method, js_name = leftOut)]
    fn left_out(this: &Foreign) -> Vec<String>;
}

thread_local! {
    /// The one that was read last, and its address.
    static LAST: RefCell<Option<(String, Foreign)>> = const { RefCell::new(None) };
}

/// A file of the data set at an address, which is loaded and read first where it was not yet.
pub async fn file(address: &str, name: &str) -> Result<String, LoadError> {
    if with(address, |_| ()).is_none() {
        if !may_load(address) {
            return Err(LoadError::Forbidden);
        }
        let json = files::external_text(address).await?;
        let foreign = read_foreign(&json).await.map_err(|error| refusal(&error))?;
        LAST.set(Some((address.to_owned(), foreign.unchecked_into())));
    }
    with(address, |foreign| foreign.file(name))
        .flatten()
        .ok_or(LoadError::Status(404))
}

/// What was left out of the data set at an address, and why.
pub fn left_out(address: &str) -> Vec<String> {
    with(address, Foreign::left_out).unwrap_or_default()
}

fn with<T>(address: &str, see: impl FnOnce(&Foreign) -> T) -> Option<T> {
    LAST.with_borrow(|last| {
        let (of, foreign) = last.as_ref()?;
        (of == address).then(|| see(foreign))
    })
}

/// Why the reader did not take a data set; that it was not loaded itself is a matter of the network.
fn refusal(error: &JsValue) -> LoadError {
    let Some(error) = error.dyn_ref::<Error>() else {
        return LoadError::Offline;
    };
    let sentence = String::from(error.message());
    match String::from(error.name()).as_str() {
        "Newer" => LoadError::Newer(sentence),
        "Unreadable" => LoadError::Unreadable(sentence),
        _ => LoadError::Offline,
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
