//! The edge to the browser: storage, title, languages, clipboard. Called from effects and handlers only.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, KeyboardEvent, ShareData};

use crate::dataset::Lang;
use crate::export::Home;

/// Under which name the reader's language is remembered.
const LANG: &str = "explorer-lang";
/// Under which name the reader's colour scheme is remembered.
const SCHEME: &str = "explorer-scheme";

/// The page's full address.
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// The page's full address without query and fragment.
pub fn page() -> String {
    let href = href();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether all of the explorer is in one file, as in packages: there are no other pages beside it.
pub fn is_one_file() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute("data-whole"))
}

/// Where the records of a data set are found in a language: the explorer's own, or that at an address.
pub fn home(lang: Lang, data: Option<String>) -> Home {
    Home {
        page: page(),
        lang,
        data,
        is_alone: is_one_file(),
    }
}

/// The language of the page, which `scripts/boot.js` has chosen by address, memory and the browser's preferences.
#[cfg(target_arch = "wasm32")]
pub fn preferred_lang() -> Lang {
    let root = document().document_element();
    let tag = root.and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Remembers the language chosen, where the browser lets a page remember.
pub fn remember_lang(lang: Lang) {
    store(LANG, lang.tag());
}

/// Shows a colour scheme, and remembers it where the browser lets a page remember.
pub fn set_scheme(scheme: &str) {
    store(SCHEME, scheme);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-scheme", scheme);
    }
}

/// Whether dark is shown now, by choice or by the system.
pub fn is_dark() -> bool {
    // `scripts/boot.js` has set the one that the address names or the browser remembers.
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-scheme"))
        .map_or_else(
            || matches("(prefers-color-scheme: dark)"),
            |scheme| scheme == "dark",
        )
}

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|media| media.matches())
}

/// Gives each theme its hue, by its place: a rule for as many as there are. A hue becomes the value of a property and
/// never the text of a rule, since it may come from somebody else's data set.
pub fn set_hues<'a>(hues: impl Iterator<Item = &'a str>) {
    let root = document()
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let (Some(root), Ok(sheet)) = (root, web_sys::CssStyleSheet::new()) else {
        return;
    };
    for (place, hue) in hues.enumerate() {
        let _ = root.style().set_property(&format!("--hue-{place}"), hue);
        let rule = format!("[data-hue=\"{place}\"] {{ --hue: var(--hue-{place}) }}");
        let _ = sheet.insert_rule(&rule);
    }
    let sheets = js_sys::Array::of1(&sheet);
    let _ = js_sys::Reflect::set(&document(), &"adoptedStyleSheets".into(), &sheets);
}

/// Puts a text on the clipboard; whether it worked is told to `done`.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    leptos::task::spawn_local(async move {
        // Missing outside secure contexts, so it is looked up rather than assumed.
        let clipboard =
            js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
        let copied = match clipboard.dyn_into::<web_sys::Clipboard>() {
            Ok(clipboard) => wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text))
                .await
                .is_ok(),
            Err(_) => false,
        };
        done(copied);
    });
}

/// Puts a table on the clipboard, as HTML and as lines with tabs; whether it worked is told to `done`. A browser that
/// knows no such items takes the lines.
pub fn copy_table(text: String, html: String, done: impl Fn(bool) + 'static) {
    let items = || -> Result<js_sys::Promise, JsValue> {
        let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?;
        let clipboard = clipboard.dyn_into::<web_sys::Clipboard>()?;
        let item = js_sys::Object::new();
        for (kind, content) in [("text/html", &html), ("text/plain", &text)] {
            let blob = blob(kind, content.as_bytes())?;
            js_sys::Reflect::set(&item, &kind.into(), &blob)?;
        }
        js_sys::Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into::<js_sys::Function>()?;
        let item = web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&item)?;
        Ok(clipboard.write(&js_sys::Array::of1(&item)))
    };
    let Ok(written) = items() else {
        copy(text, done);
        return;
    };
    leptos::task::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(written).await.is_ok());
    });
}

/// For how long a file that was handed out can still be read, in milliseconds: some browsers read it only after asking
/// where to put it.
const HANDED_OUT_MS: u64 = 60_000;

/// Hands a file to the browser to be saved; false where it took none.
pub fn save(name: &str, kind: &str, content: &[u8]) -> bool {
    let saved = blob(kind, content).and_then(|blob| save_blob(name, &blob));
    saved.is_ok()
}

/// Hands a file that the browser has made to it to be saved.
///
/// # Errors
/// It took none.
pub fn save_blob(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&address);
        },
        std::time::Duration::from_millis(HANDED_OUT_MS),
    );
    Ok(())
}

/// The bytes of a file of a kind.
///
/// # Errors
/// The browser made none.
pub fn blob(kind: &str, content: &[u8]) -> Result<web_sys::Blob, JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// Whether the page stands in a frame of another.
pub fn is_framed() -> bool {
    let parent = window().parent().ok().flatten();
    parent.is_some_and(|parent| parent != window())
}

/// Moves the keyboard to the element of this id; false where there is none.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Whether the element of an id has the focus.
pub fn has_focus(id: &str) -> bool {
    focused().is_some_and(|element| element.id() == id)
}

/// What has the focus.
pub fn focused() -> Option<web_sys::Element> {
    document().active_element()
}

/// Gives the focus to an element where nothing else has it.
pub fn return_focus(element: Option<web_sys::Element>) {
    let is_free = focused().is_none_or(|focused| focused.tag_name() == "BODY");
    take_focus(element.filter(|_| is_free));
}

/// Gives the focus to an element that had it.
pub fn take_focus(element: Option<web_sys::Element>) {
    if let Some(element) = element {
        // What had the focus has this method, be it of HTML or of SVG.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Scrolls no further than until an element is in sight.
pub fn bring_into_view(element: Option<web_sys::Element>) {
    if let Some(element) = element {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Whether a dialog is open that keeps the reader from everything else.
pub fn has_modal() -> bool {
    document()
        .query_selector("dialog:modal")
        .ok()
        .flatten()
        .is_some()
}

/// Whether the reader is writing into a field now.
pub fn is_writing() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            && element
                .get_attribute("type")
                .is_none_or(|kind| !matches!(kind.as_str(), "checkbox" | "radio"))
    })
}

/// Whether a key belongs to an input method that composes. Of the key that ends a composition some engines tell that by
/// the code alone: [UI Events](https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode).
pub fn is_composing(event: &KeyboardEvent) -> bool {
    const OF_INPUT_METHOD: u32 = 229;
    event.is_composing() || event.key_code() == OF_INPUT_METHOD
}

/// Keeps a text under a name; false where the browser does not let a page remember.
pub fn store(name: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, value).is_ok())
}

/// The text that is kept under a name.
pub fn stored(name: &str) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(name).ok().flatten()
}

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    /// Tells whoever frames the page what is on screen, as a query string.
    #[wasm_bindgen(js_name = tellFrame)]
    pub fn tell_frame(query: &str);
}

/// Hands a panic to the page's own script, which can still say something when this module no longer can.
#[cfg(target_arch = "wasm32")]
pub fn report_panic(details: &str) {
    let _ = js_sys::Reflect::get(&window(), &"explorerTrouble".into())
        .and_then(|report| report.dyn_into::<js_sys::Function>())
        .and_then(|report| report.call2(&JsValue::NULL, &"panic".into(), &details.into()));
}

/// Whether the browser can hand a link on to the system's own ways of sharing.
pub fn can_hand_on() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Hands a link on to the system's own ways of sharing. A reader may turn back there, which is no error.
pub fn hand_on(title: &str, link: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(link);
    let shared = JsFuture::from(window().navigator().share_with_data(&data));
    leptos::task::spawn_local(async { drop(shared.await) });
}
