//! Where the focus goes after a step from one view to another: to what is new.

use leptos::prelude::*;

use super::links::shared_game;
use crate::explore::{Setting, View, ViewState};
use crate::ui::{AppState, browser};

/// What is to get the focus as soon as it is drawn.
#[derive(Clone, Copy)]
struct WantedFocus(StoredValue<Option<&'static str>>);

impl WantedFocus {
    /// Gives the focus, where what wants it is drawn.
    fn give(self) {
        if self.0.get_value().is_some_and(browser::focus) {
            self.0.set_value(None);
        }
    }
}

/// Moves the focus after each step, once what is new has been drawn.
pub fn follow_steps() {
    let app = AppState::expect();
    let wanted = WantedFocus(StoredValue::new(None));
    provide_context(wanted);
    Effect::watch(
        move || app.view_state.get(),
        move |now, before, _| {
            wanted
                .0
                .set_value(before.and_then(|before| focus_after(before, now)));
            request_animation_frame(move || wanted.give());
        },
        false,
    );
}

/// Gives the focus to what a chunk draws later than the step that led to it: as soon as that is on the page, so that it is
/// not taken from whoever has begun to write there.
pub fn give_focus_later() {
    let wanted = expect_context::<WantedFocus>();
    queue_microtask(move || wanted.give());
}

/// The id of the element that gets the focus after a step from one view to another; none where nothing is new.
pub fn focus_after(before: &ViewState, now: &ViewState) -> Option<&'static str> {
    let is_same = |setting| before.settings.of(setting) == now.settings.of(setting);
    let (was_class, is_class) = (before.view == View::Class, now.view == View::Class);
    let is_taken = now.settings.of(Setting::Lesson).is_some();
    let is_same_lesson = is_same(Setting::Lesson);
    if is_class && !is_taken && now.settings.of(Setting::Game).is_some() {
        let is_same_game = was_class && is_same_lesson && shared_game(before) == shared_game(now);
        (!is_same_game).then_some("game-title")
    } else if is_class && was_class {
        let is_same_game = shared_game(before) == shared_game(now);
        (!is_same_lesson || !is_same_game).then_some("class-title")
    } else if is_class {
        is_taken.then_some("lesson-result")
    } else if is_taken && (was_class || !is_same_lesson || !is_same(Setting::Step)) {
        Some("lesson-title")
    } else {
        None
    }
}
