//! Words and texts in the page's language.

use leptos::prelude::*;

use crate::dataset::Text;
use crate::ui::{AppState, Words};

/// A text in the language in force, which follows it.
pub fn said(text: &Text) -> impl Fn() -> String + Clone + Send + Sync + 'static + use<> {
    let app = AppState::expect();
    let text = text.clone();
    move || text.get(app.lang.get()).to_owned()
}

/// Words of the interface in the language in force, which follow it.
pub fn word(
    word: fn(Words) -> &'static str,
) -> impl Fn() -> &'static str + Clone + Send + Sync + 'static {
    let app = AppState::expect();
    move || word(app.words())
}
