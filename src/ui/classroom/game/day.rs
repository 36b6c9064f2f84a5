//! The day from which the daily set is drawn, and what sets are called.

use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::dataset::PartialDate;
use crate::ui::{Words, format};

/// How far Hong Kong's clocks are ahead of universal time, in milliseconds.
const AHEAD: f64 = 8.0 * 60.0 * 60.0 * 1000.0;

/// The day in Hong Kong, such as 2026-11-27.
pub fn today() -> String {
    let now = Date::new(&JsValue::from(Date::now() + AHEAD));
    String::from(now.to_iso_string()).chars().take(10).collect()
}

/// What a set is called: today's, that of a day, or a class's.
pub fn set_name(words: Words, seed: &str, today: &str) -> String {
    let day: Option<PartialDate> = seed.parse().ok();
    match day.filter(|day| day.day().is_some()) {
        Some(day) if seed == today => {
            let day = format::date(words.0, day);
            [words.game_today(), " · ", &day].concat()
        }
        Some(day) => words.game_of_day(format::date(words.0, day)),
        None => words.game_of_class(seed),
    }
}
