//! What stands above every view: the lesson that is being taken, or made.

use std::sync::Arc;

use leptos::prelude::*;

use super::focus::give_focus_later;
use super::lesson_step::LessonStep;
use super::lessons::{Lessons, Sought};
use crate::dataset::Lesson;
use crate::explore::View;
use crate::ui::AppState;
use crate::ui::chunks::{self, ShowView};
use crate::ui::components::{Chunk, ChunkView, LoadErrorSentence};

/// The step in force of the lesson that the address asks for, or the editor of a lesson.
#[component]
pub fn LessonPlace() -> impl IntoView {
    let app = AppState::expect();
    let lessons = Lessons::expect();
    let step = Memo::new(move |_| {
        let attempt = lessons.attempt()?;
        attempt.step()?;
        Some((Arc::clone(&attempt.lesson), attempt.place()))
    });
    let is_draft = Memo::new(move |_| lessons.sought.with(|sought| *sought == Sought::Draft));
    let error = move || match lessons.sought.get() {
        // The view for the class says so itself.
        Sought::NotLoaded(error) if app.view.get() != View::Class => Some(error),
        _ => None,
    };
    view! {
        {move || is_draft.get().then(|| view! { <ChunkView chunk=Chunk::new(chunks::lesson_editor) show=|show: ShowView| { give_focus_later(); show() }/> }.into_any())}
        // Each step is drawn anew, so that nobody hears of a new step as of a change in the one before.
        <For
            each=move || step.get()
            key=|(lesson, place): &(Arc<Lesson>, usize)| (Arc::as_ptr(lesson).addr(), *place)
            children=|(lesson, place)| view! { <LessonStep lesson=lesson place=place/> }
        />
        {move || error().map(|error| view! {
            <LoadErrorSentence error=error retry=move |()| lessons.retry()/>
        }.into_any())}
    }
    .into_any()
}
