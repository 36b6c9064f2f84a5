//! The lessons there are, and what else there is for a class.

use std::sync::Arc;

use leptos::prelude::*;

use super::game::GameWays;
use super::lesson_faults::LessonFaults;
use super::lesson_length::LessonLength;
use super::lessons::{Lessons, Sought};
use super::links::lesson_state;
use super::own_lessons::OwnLessons;
use super::said::said;
use crate::dataset::Lesson;
use crate::ui::AppState;
use crate::ui::components::{Heading, LoadErrorSentence};

/// All lessons, the ways into a game, and what a teacher may do.
#[component]
pub fn LessonList() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <Heading level=1 class="class-title" id="class-title" is_target=true>
            {app.say(|words| words.view_class())}
        </Heading>
        <p class="class-intro">{app.say(|words| words.class_intro())}</p>
        <LessonItems/>
        <SoughtInVain/>
        <h2 class="section-title">{app.say(|words| words.game_title())}</h2>
        <p class="class-intro">{app.say(|words| words.game_about())}</p>
        <GameWays/>
        <OwnLessons/>
    }
    .into_any()
}

/// The explorer's own lessons, or why they could not be loaded.
#[component]
fn LessonItems() -> impl IntoView {
    let app = AppState::expect();
    let lessons = Lessons::expect();
    let loaded = move || match lessons.all.get() {
        Some(Ok(lessons)) => lessons,
        _ => Vec::new(),
    };
    let error = move || lessons.all.get().and_then(Result::err);
    view! {
        <Show when=move || !loaded().is_empty()>
            <h2 class="section-title">{app.say(|words| words.class_lessons())}</h2>
            <ul class="lesson-list">
                <For each=loaded key=|lesson| lesson.id.clone() children=|lesson| view! { <LessonItem lesson=lesson/> }/>
            </ul>
        </Show>
        {move || error().map(|error| view! {
            <LoadErrorSentence error=error retry=move |()| lessons.retry()/>
        })}
    }
    .into_any()
}

/// A lesson in short, with the way to its page.
#[component]
fn LessonItem(lesson: Arc<Lesson>) -> impl IntoView {
    let app = AppState::expect();
    let id = lesson.id.clone();
    let href = app.link(move |state| *state = lesson_state(state, id.clone()));
    view! {
        <li class="lesson-item">
            <h3><a href=href>{said(&lesson.title)}</a></h3>
            <p class="lesson-summary">{said(&lesson.summary)}</p>
            <LessonLength lesson=lesson/>
        </li>
    }
    .into_any()
}

/// That there is no such lesson as the address asks for, or what is wrong with it.
#[component]
fn SoughtInVain() -> impl IntoView {
    let app = AppState::expect();
    let lessons = Lessons::expect();
    move || {
        match lessons.sought.get() {
        Sought::Faulty(faults) => view! { <LessonFaults faults=faults/> }.into_any(),
        Sought::Unknown(id) => view! {
            <p class="trouble-sentence" role="alert">{app.say(move |words| words.lesson_absent(&id))}</p>
        }
        .into_any(),
        _ => ().into_any(),
    }
    }
}
