//! A lesson that a teacher makes by walking through the explorer.

mod draft;
mod fields;
mod own_lesson;
mod steps;
mod ways;

use crate::ui::classroom::said::word;
use leptos::html::Input;
use leptos::prelude::*;

use super::links::without_lesson;
use crate::ui::AppState;
pub use draft::Draft;
use fields::{EditorField, NextStep};
pub use own_lesson::{own_lesson, own_step};
use steps::EditorSteps;
use ways::EditorWays;

/// The editor, above the view that is on screen.
#[component]
pub fn LessonEditor() -> impl IntoView {
    let draft = Draft::expect();
    // After each change to the steps one goes on with the next.
    let line = NodeRef::<Input>::new();
    let go_on = move |()| {
        if let Some(line) = line.get_untracked() {
            let _ = line.focus();
        }
    };
    view! {
        <section class="lesson maker" aria-labelledby="lesson-title">
            <EditorHead/>
            <p class="lesson-text">{word(|words| words.make_hint())}</p>
            <EditorField id="make-title" label=|words| words.make_title() value=draft.title/>
            <EditorSteps removed=go_on/>
            <NextStep line=line/>
            <EditorWays added=go_on/>
        </section>
    }
    .into_any()
}

/// What is done here, and the way out.
#[component]
fn EditorHead() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <div class="lesson-head">
            <h2 class="lesson-title" id="lesson-title" tabindex="-1">{word(|words| words.make_own())}</h2>
            <a
                class="close"
                href=app.link(|state| *state = without_lesson(state))
                aria-label=word(|words| words.make_stop())
                title=word(|words| words.make_stop())
            >
                "×"
            </a>
        </div>
    }
}
