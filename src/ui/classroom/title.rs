//! What the lesson or the game on screen is called.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::lessons::Lessons;
use crate::explore::{Setting, View};
use crate::ui::{AppState, Words, format};

/// The title of the game, of the lesson, or of the step of a lesson; it follows the view state.
pub fn title() -> Option<String> {
    let app = AppState::expect();
    let words = app.words();
    let is_class = app.view.get() == View::Class;
    let sets = |setting| app.settings.with(|settings| settings.of(setting).is_some());
    if is_class && sets(Setting::Game) && !sets(Setting::Lesson) {
        return Some(words.game_title().to_owned());
    }
    Some(of_lesson(&Lessons::expect().attempt()?, words))
}

fn of_lesson(attempt: &Attempt, words: Words) -> String {
    let title = format::isolated(attempt.lesson.title.get(words.0)).into_owned();
    if attempt.step().is_none() {
        return title;
    }
    let step = words.lesson_of(attempt.place() + 1, attempt.lesson.steps.len());
    [&step, " · ", &title].concat()
}
