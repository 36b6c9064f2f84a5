//! What is for the class: lessons, the game, and sharing a view. It is a chunk of the program (see [`super::chunks`]).

mod answer;
mod attempt;
mod class_view;
mod clock;
mod editor;
mod event;
mod file;
mod focus;
pub mod game;
mod lesson_faults;
mod lesson_length;
mod lesson_list;
mod lesson_opening;
mod lesson_page;
mod lesson_place;
mod lesson_question;
mod lesson_report;
mod lesson_step;
mod lesson_verdict;
mod lessons;
mod links;
mod list_game;
mod own_file;
mod own_lessons;
mod packed;
mod progress;
mod record_link;
mod said;
mod share;
mod title;
mod worksheet;

use leptos::prelude::*;

use class_view::ClassView;
use editor::Draft;
use game::Judged;
use lesson_place::LessonPlace;
use lessons::Lessons;

pub use answer::{Answer, question_id};
pub use attempt::Attempt;
pub use editor::{LessonEditor, own_lesson, own_step};
pub use focus::focus_after;
pub use game::GameView;
pub use links::{NEW as NEW_LESSON, list_game};
pub use list_game::has_list_game;
pub use packed::{pack, unpack};
pub use progress::Progress;
pub use share::{ShareCode, ShareView, SharedView};

/// What the chunk offers the page.
#[derive(Clone, Copy)]
pub struct Views {
    /// Provides what lives as long as the page: the lessons, the draft of one, and the games. The page calls it once, in
    /// its own owner.
    pub provide: fn(),
    /// The view for the class: all lessons, one of them, or the game.
    pub class: fn() -> AnyView,
    /// What stands above every view: the lesson that is being taken or made.
    pub lesson: fn() -> AnyView,
    /// What the lesson or the game on screen is called; it follows the view state.
    pub title: fn() -> Option<String>,
}

/// What the chunk offers the page.
pub const VIEWS: Views = Views {
    provide: || {
        let lessons = Lessons::new();
        provide_context(lessons);
        provide_context(Draft::remembered());
        provide_context(Judged::default());
        focus::follow_steps();
        lesson_opening::open_lesson(lessons);
        lesson_report::report_lessons(lessons);
    },
    class: || view! { <ClassView/> }.into_any(),
    lesson: || view! { <LessonPlace/> }.into_any(),
    title: title::title,
};
