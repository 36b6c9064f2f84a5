//! How far a lesson or a game has come, as a learning platform keeps it.

use wasm_bindgen::JsValue;

use super::event::dispatch;

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
    /// The part that was right, from 0 to 1. None before the first answer, and where there is nothing to be scored; who
    /// skips everything to the end has 0.
    pub fn score(&self) -> Option<f64> {
        let is_scored = self.of > 0 && (self.done > 0 || self.complete);
        is_scored.then(|| self.right as f64 / self.of as f64)
    }

    /// Tells the page's window, where the adapter of a learning platform may listen.
    pub fn report(&self) {
        let score = self.score().map_or(JsValue::NULL, JsValue::from_f64);
        dispatch(
            "explorer-progress",
            [
                ("done", JsValue::from(self.done as f64)),
                ("of", JsValue::from(self.of as f64)),
                ("score", score),
                ("complete", JsValue::from(self.complete)),
                ("address", JsValue::from(format!("?{}", self.query))),
            ],
        );
    }
}
