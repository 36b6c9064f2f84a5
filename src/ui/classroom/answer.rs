//! An answer that was given, as a learning platform keeps it.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::event::dispatch;
use crate::dataset::Lang;

/// How much of a question its id tells, in characters.
const LONGEST: usize = 60;

/// An answer to a question with choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What names the question in its lesson or game, in letters that every platform takes.
    pub id: String,
    /// What was asked.
    pub question: String,
    /// From what was chosen.
    pub choices: Vec<String>,
    /// The language of both.
    pub lang: Lang,
    /// The choice that was taken, from 0.
    pub response: usize,
    /// The right one, from 0.
    pub correct: usize,
    /// Where it was asked, as a query string.
    pub query: String,
}

impl Answer {
    /// Tells the page's window, where the adapter of a learning platform may listen, with the seconds that it took.
    pub fn report(&self, seconds: f64) {
        let choices: Array = self.choices.iter().map(JsValue::from).collect();
        dispatch(
            "explorer-answer",
            [
                ("id", JsValue::from(&self.id)),
                ("question", JsValue::from(&self.question)),
                ("choices", choices.into()),
                ("lang", JsValue::from(self.lang.tag())),
                ("response", JsValue::from(self.response as f64)),
                ("correct", JsValue::from(self.correct as f64)),
                ("seconds", JsValue::from(seconds)),
                ("address", JsValue::from(format!("?{}", self.query))),
            ],
        );
    }
}

/// A question by its step, from 1, and its words: `step-2-Who-paid`. Platforms take ASCII without spaces.
pub fn question_id(step: usize, words: &str) -> String {
    let mut id = format!("step-{step}");
    let words = words.split(|c: char| !c.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        if id.len() + word.len() >= LONGEST {
            break;
        }
        id = [&id, "-", word].concat();
    }
    id
}
