//! The view for the class.

use std::sync::Arc;

use super::said::word;
use leptos::prelude::*;

use super::focus::give_focus_later;
use super::lesson_list::LessonList;
use super::lesson_page::LessonPage;
use super::lessons::{Lessons, Sought};
use crate::dataset::Lesson;
use crate::explore::Setting;
use crate::ui::AppState;
use crate::ui::chunks::{self, ShowView};
use crate::ui::components::{Chunk, ChunkView};

/// What the view for the class shows. A lesson goes before a game.
#[derive(Clone, PartialEq)]
enum Shown {
    Game,
    Waiting,
    Lesson(Arc<Lesson>),
    List,
}

/// All lessons, one of them, or the game.
#[component]
pub fn ClassView() -> impl IntoView {
    let app = AppState::expect();
    let lessons = Lessons::expect();
    let plays = move || {
        app.settings
            .with(|settings| settings.of(Setting::Game).is_some())
    };
    let shown = Memo::new(move |_| match lessons.sought.get() {
        Sought::Lesson(lesson) => Shown::Lesson(lesson),
        Sought::Pending => Shown::Waiting,
        Sought::Nothing if plays() => Shown::Game,
        _ if lessons.all.with(Option::is_none) => Shown::Waiting,
        _ => Shown::List,
    });
    let view = move || {
        match shown.get() {
        Shown::Game => {
            view! { <ChunkView chunk=Chunk::new(chunks::game) show=|show: ShowView| { give_focus_later(); show() }/> }.into_any()
        }
        Shown::Waiting => view! { <Waiting/> }.into_any(),
        Shown::Lesson(lesson) => view! { <LessonPage lesson=lesson/> }.into_any(),
        Shown::List => view! { <LessonList/> }.into_any(),
    }
    };
    view! { {move || view()} }
}

/// That the lessons are on their way.
#[component]
fn Waiting() -> impl IntoView {
    view! {
        <h1 class="visually-hidden">{word(|words| words.view_class())}</h1>
        <p class="waiting" role="status" aria-busy="true">{word(|words| words.loading())}</p>
    }
}
