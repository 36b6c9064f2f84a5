//! What an entry of the browser's history remembers, over Back, Forward and Reload.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Under which name an entry remembers that this page pushed it.
pub const STEP: &str = "step";
/// Under which name an entry remembers how far it was scrolled; `modules.js` writes it as well.
pub const TOP: &str = "top";
/// Under which name each entry of a package remembers that a platform launched it; `cmi5.js` asks for it after Reload.
const LAUNCHED: &str = "isLaunched";

/// A number that the present entry remembers.
pub fn number(name: &str) -> Option<f64> {
    remembered(name)?.as_f64()
}

/// What the present entry remembers, and these numbers.
pub fn note_with(numbers: &[(&'static str, f64)]) -> JsValue {
    let note = Object::new();
    if let Some(present) = present().dyn_ref::<Object>() {
        Object::assign(&note, present);
    }
    set_all(&note, numbers)
}

/// These numbers, and of what the present entry remembers only what holds for the whole page.
pub fn fresh_note(numbers: &[(&'static str, f64)]) -> JsValue {
    let note = Object::new();
    if let Some(launched) = remembered(LAUNCHED) {
        let _ = Reflect::set(&note, &LAUNCHED.into(), &launched);
    }
    set_all(&note, numbers)
}

fn set_all(note: &Object, numbers: &[(&'static str, f64)]) -> JsValue {
    for (name, value) in numbers {
        let _ = Reflect::set(note, &(*name).into(), &(*value).into());
    }
    note.into()
}

fn present() -> JsValue {
    let history = window().history();
    history
        .and_then(|history| history.state())
        .unwrap_or_default()
}

fn remembered(name: &str) -> Option<JsValue> {
    let value = Reflect::get(&present(), &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}
