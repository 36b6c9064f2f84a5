//! Texts of a lesson in the page's language.

use leptos::prelude::*;

use crate::dataset::Text;
use crate::ui::AppState;

/// A text in the language in force, which follows it.
pub fn said(text: &Text) -> impl Fn() -> String + Clone + Send + Sync + 'static + use<> {
    let app = AppState::expect();
    let text = text.clone();
    move || text.get(app.lang.get()).to_owned()
}
