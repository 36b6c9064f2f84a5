//! A lesson as a file of the reader's: saved, and opened again.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::lessons::OWN_FILE;
use super::packed::LONGEST;

/// Hands a lesson to the browser to be saved.
///
/// # Errors
/// What the browser does not let a page do.
pub fn save(json: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let text = js_sys::Array::of1(&json.into());
    let file = Blob::new_with_str_sequence_and_options(&text, &kind)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(OWN_FILE);
    link.click();
    Url::revoke_object_url(&address)
}

/// The text of the file that was chosen in a field, which is empty afterwards, so that the same file can be chosen again;
/// nothing where the file is too long for a lesson or cannot be read.
pub async fn chosen(field: HtmlInputElement) -> String {
    let file = field.files().and_then(|files| files.get(0));
    field.set_value("");
    let Some(file) = file.filter(|file| file.size() <= LONGEST as f64) else {
        return String::new();
    };
    let text = JsFuture::from(file.text()).await.ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}
