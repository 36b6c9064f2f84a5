//! A lesson as a file of the reader's: saved, and opened again; and its questions.

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
pub fn save_lesson(json: &str) -> Result<(), JsValue> {
    save(OWN_FILE, "application/json", json)
}

/// Hands a text to the browser to be saved as a file of this name and media type.
///
/// # Errors
/// What the browser does not let a page do.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let text = js_sys::Array::of1(&text.into());
    let file = Blob::new_with_str_sequence_and_options(&text, &kind)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
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
