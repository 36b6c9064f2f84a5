//! How far a lesson or a game has come, as a learning platform keeps it.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// How far a lesson or a game has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many questions are answered, or cards placed.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// How many of them were right.
    pub right: usize,
    /// Whether all is done.
    pub complete: bool,
    /// Where to come back to, as a query string.
    pub query: String,
}

impl Progress {
    /// The part that was right, from 0 to 1; none before the first answer.
    pub fn score(&self) -> Option<f64> {
        (self.done > 0).then(|| self.right as f64 / self.of.max(1) as f64)
    }

    /// Tells the page's window, where the adapter of a learning platform may listen.
    pub fn report(&self) {
        let detail = Object::new();
        for (key, value) in [
            ("done", JsValue::from(self.done as f64)),
            ("of", JsValue::from(self.of as f64)),
            (
                "score",
                self.score().map_or(JsValue::NULL, JsValue::from_f64),
            ),
            ("complete", JsValue::from(self.complete)),
            ("address", JsValue::from(format!("?{}", self.query))),
        ] {
            let _ = Reflect::set(&detail, &key.into(), &value);
        }
        let init = CustomEventInit::new();
        init.set_detail(&detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict("explorer-progress", &init) {
            let _ = window().dispatch_event(&event);
        }
    }
}
