//! Where the links of the classroom lead.

use super::list_game::list_seed;
use crate::explore::{Setting, View, ViewState};
use crate::game::Level;

/// What stands in the address for the lesson that is being made.
pub const NEW: &str = "new";

/// The view for the class: language, data and frame of the present one stay.
pub fn class_state(state: &ViewState) -> ViewState {
    ViewState {
        view: View::Class,
        lang: state.lang,
        data: state.data.clone(),
        settings: state.settings.only(&[Setting::Embed, Setting::Scheme]),
        ..ViewState::default()
    }
}

/// The page of a lesson, by its id or as [`pack`](super::packed::pack) has it.
pub fn lesson_state(state: &ViewState, lesson: String) -> ViewState {
    let mut to = class_state(state);
    to.settings.set(Setting::Lesson, Some(lesson));
    to
}

/// Where the making of a lesson begins.
pub fn editor_state(state: &ViewState) -> ViewState {
    ViewState {
        view: View::Overview,
        ..lesson_state(state, NEW.to_owned())
    }
}

/// The present view without the lesson.
pub fn without_lesson(state: &ViewState) -> ViewState {
    let mut to = state.clone();
    for setting in [Setting::Lesson, Setting::Step, Setting::Answers] {
        to.settings.set(setting, None);
    }
    to
}

/// The game of a collection's records.
pub fn list_game(state: &ViewState, level: Level) -> ViewState {
    ViewState {
        list: state.list.clone(),
        ..game_state(state, list_seed(&state.list), level)
    }
}

/// The game of a seed; of the collection on screen, where that is its seed.
pub fn game_state(state: &ViewState, seed: &str, level: Level) -> ViewState {
    let mut to = class_state(state);
    if state.settings.of(Setting::Game) == Some(seed) {
        to.list = state.list.clone();
    }
    let level = level.key().map(str::to_owned);
    to.settings.set(Setting::Game, Some(seed.to_owned()));
    to.settings.set(Setting::Level, level);
    to
}

/// The address of the game on screen that is the same for everybody: no language, no frame, no open record, and nothing
/// played.
pub fn shared_game(state: &ViewState) -> String {
    let shared = ViewState {
        view: View::Class,
        list: state.list.clone(),
        data: state.data.clone(),
        settings: state.settings.only(&[Setting::Game, Setting::Level]),
        ..ViewState::default()
    };
    shared.to_query()
}

/// The address at which the game on screen goes on: without an open record.
pub fn played_game(state: &ViewState) -> String {
    let mut played = class_state(state);
    played.list = state.list.clone();
    for setting in [Setting::Game, Setting::Level, Setting::Answers] {
        let value = state.settings.of(setting).map(str::to_owned);
        played.settings.set(setting, value);
    }
    played.to_query()
}
