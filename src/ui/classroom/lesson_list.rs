//! The lessons there are, and what else there is for a class.

use std::sync::Arc;

use leptos::prelude::*;

use super::game::GameWays;
use super::lesson_faults::LessonFaults;
use super::lesson_length::LessonLength;
use super::lessons::{Lessons, Sought};
use super::links::lesson_state;
use super::own_lessons::OwnLessons;
use super::said::{said, word};
use crate::dataset::Lesson;
use crate::ui::AppState;
use crate::ui::components::{Heading, LoadErrorSentence};

/// All lessons, the ways into a game, and what a teacher may do.
#[component]
pub fn LessonList() -> impl IntoView {
    view! {
        <Heading level=1 class="class-title" id="class-title" is_target=true>
            {word(|words| words.view_class())}
        </Heading>
        <p class="class-intro">{word(|words| words.class_intro())}</p>
        <LessonItems/>
        <SoughtInVain/>
        <h2 class="section-title">{word(|words| words.game_title())}</h2>
        <p class="class-intro">{word(|words| words.game_about())}</p>
        <GameWays/>
        <OwnLessons/>
    }
    .into_any()
}

/// The explorer's own lessons, or why they could not be loaded.
#[component]
fn LessonItems() -> impl IntoView {
    let lessons = Lessons::expect();
    let items = move || match lessons.all.get()? {
        Ok(lessons) if lessons.is_empty() => None,
        Ok(lessons) => Some(view! { <ListedLessons lessons=lessons/> }.into_any()),
        Err(error) => Some(
            view! { <LoadErrorSentence error=error retry=move |()| lessons.retry()/> }.into_any(),
        ),
    };
    view! { {move || items()} }
}

/// The lessons under their heading.
#[component]
fn ListedLessons(lessons: Vec<Arc<Lesson>>) -> impl IntoView {
    let items = lessons.into_iter();
    let items = items.map(|lesson| view! { <LessonItem lesson=lesson/> });
    view! {
        <h2 class="section-title">{word(|words| words.class_lessons())}</h2>
        <ul class="lesson-list">{items.collect_view()}</ul>
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
    let note = move || {
        match lessons.sought.get() {
        Sought::Faulty(faults) => Some(view! { <LessonFaults faults=faults/> }.into_any()),
        Sought::Unknown(id) => Some(
            view! {
                <p class="trouble-sentence" role="alert">{app.say(move |words| words.lesson_absent(&id))}</p>
            }
            .into_any(),
        ),
        _ => None,
    }
    };
    view! { {move || note()} }
}
