//! How a lesson opens that the page's address names.

use leptos::prelude::*;

use super::lessons::Lessons;
use crate::state::Entry;
use crate::ui::AppState;

/// Shows a lesson that the page's address names, and nothing else, in the view of its first step. Which that is, is known
/// when the lessons are here.
pub fn open_lesson(lessons: Lessons) {
    let app = AppState::expect();
    let is_open = StoredValue::new(false);
    Effect::new(move || {
        let Some(attempt) = lessons.attempt() else {
            return;
        };
        let is_first = !is_open.get_value();
        is_open.set_value(true);
        if is_first && attempt.is_only_named() {
            app.follow(&attempt.href(0), Entry::Replace);
        }
    });
}
