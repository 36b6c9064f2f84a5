//! Words and texts in the page's language.

use leptos::prelude::*;

use crate::dataset::Text;
use crate::ui::{AppState, Words};

/// A text in the language in force, which follows it.
pub fn said(text: &Text) -> ArcSignal<String> {
    let text = text.clone();
    AppState::expect().say(move |words| text.get(words.0).to_owned())
}

/// Words of the interface in the language in force, which follow it.
pub fn word(word: fn(Words) -> &'static str) -> ArcSignal<String> {
    AppState::expect().say(word)
}
