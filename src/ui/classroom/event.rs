//! Events on the page's window, by which the classroom tells whoever listens what a learner does.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Dispatches an event with such a `detail`.
pub fn dispatch<const N: usize>(name: &str, detail: [(&str, JsValue); N]) {
    let object = Object::new();
    for (key, value) in detail {
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    let init = CustomEventInit::new();
    init.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = window().dispatch_event(&event);
    }
}
