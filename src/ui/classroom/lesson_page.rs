//! The page of a lesson.

use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::Attempt;
use super::lesson_length::LessonLength;
use super::lessons::attempt_at;
use super::said::{said, word};
use super::worksheet::{LessonAnswers, Worksheet};
use crate::dataset::{Lesson, Text};
use crate::ui::AppState;
use crate::ui::components::Heading;

/// A lesson with its aims, its way in, what came of it, its worksheet and its answers.
#[component]
pub fn LessonPage(lesson: Arc<Lesson>) -> impl IntoView {
    let attempt = attempt_at(Arc::clone(&lesson));
    let (title, summary) = (said(&lesson.title), said(&lesson.summary));
    view! {
        <p class="crumb">
            <a href=ArcSignal::derive(move || attempt.with(Attempt::lessons_href))>{word(|words| words.lesson_all())}</a>
        </p>
        <Heading level=1 class="class-title" id="class-title" is_target=true>{title}</Heading>
        <LessonResult attempt=attempt/>
        <p class="class-intro">{summary}</p>
        <LessonLength lesson=lesson.clone()/>
        <LessonAims aims=lesson.aims.clone()/>
        <PageWays attempt=attempt/>
        <Worksheet lesson=lesson.clone()/>
        <LessonAnswers lesson=lesson/>
    }
    .into_any()
}

/// That the lesson is finished, and how much was right.
#[component]
fn LessonResult(attempt: Memo<Attempt>) -> impl IntoView {
    let app = AppState::expect();
    let result = move || {
        let progress = attempt.with(Attempt::progress);
        let score = app.words().lesson_score(progress.right, progress.of);
        let score = (progress.of > 0).then(|| view! { <p class="lesson-score">{score}</p> });
        let result = || {
            view! {
                <div class="lesson-result" id="lesson-result" tabindex="-1">
                    <p class="lesson-verdict">{word(|words| words.lesson_done())}</p>
                    {score}
                </div>
            }
        };
        progress.complete.then(|| result().into_any())
    };
    view! { {move || result()} }
}

/// What the class can do afterwards.
#[component]
fn LessonAims(aims: Vec<Text>) -> impl IntoView {
    (!aims.is_empty()).then(|| {
        let aims = aims.iter().map(|aim| view! { <li>{said(aim)}</li> });
        view! {
            <h2>{word(|words| words.lesson_aims())}</h2>
            <ul class="lesson-aims">{aims.collect_view()}</ul>
        }
    })
}

/// The way to the first step, and onto paper.
#[component]
fn PageWays(attempt: Memo<Attempt>) -> impl IntoView {
    let app = AppState::expect();
    let begin = app.say(move |words| {
        if attempt.with(|attempt| attempt.progress().done > 0) {
            words.lesson_again()
        } else {
            words.lesson_begin()
        }
    });
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <p class="class-ways">
            <a class="button primary" href=ArcSignal::derive(move || attempt.with(Attempt::begin_href))>{begin}</a>
            <button type="button" class="button" on:click=print>{word(|words| words.lesson_print())}</button>
        </p>
    }
}
