//! A step of the lesson that is being taken.

use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::Attempt;
use super::lesson_question::LessonQuestion;
use super::lessons::attempt_at;
use super::links::without_lesson;
use super::record_link::RecordLink;
use super::said::{said, word};
use crate::address::Address;
use crate::dataset::Lesson;
use crate::state::BundleCard;
use crate::ui::AppState;

/// What to look at, what is asked, and the ways on.
#[component]
pub fn LessonStep(
    /// The lesson.
    lesson: Arc<Lesson>,
    /// The place of the step, from 0.
    place: usize,
) -> impl IntoView {
    let app = AppState::expect();
    let count = lesson.steps.len();
    let step = lesson.steps.get(place).cloned().unwrap_or_default();
    let attempt = attempt_at(lesson);
    let title = step.title.clone();
    let title = app.say(move |words| match title.get(words.0) {
        "" => words.lesson_of(place + 1, count),
        title => title.to_owned(),
    });
    view! {
        <section class="lesson" aria-labelledby="lesson-title">
            <StepHead attempt=attempt place=place/>
            <h2 class="lesson-title" id="lesson-title" tabindex="-1">{title}</h2>
            <p class="lesson-text">{said(&step.text)}</p>
            <StepRecord view=step.view/>
            {step.question.map(|question| view! {
                <LessonQuestion question=question attempt=attempt place=place/>
            })}
            <StepWays attempt=attempt place=place count=count/>
        </section>
    }
    .into_any()
}

/// Which lesson it is, which step, and the way out.
#[component]
fn StepHead(attempt: Memo<Attempt>, place: usize) -> impl IntoView {
    let app = AppState::expect();
    let title = attempt.with_untracked(|attempt| said(&attempt.lesson.title));
    let count = attempt.with_untracked(|attempt| attempt.lesson.steps.len());
    view! {
        <div class="lesson-head">
            <p class="lesson-of">
                <a href=ArcSignal::derive(move || attempt.with(Attempt::page_href))>{title}</a>
                <span class="lesson-step">{app.say(move |words| words.lesson_of(place + 1, count))}</span>
            </p>
            <a
                class="close"
                href=app.link(|state| *state = without_lesson(state))
                aria-label=word(|words| words.lesson_leave())
                title=word(|words| words.lesson_leave())
            >
                "×"
            </a>
        </div>
    }
    .into_any()
}

/// The record that the step's view opens, as a link: open, it would cover what is asked.
#[component]
fn StepRecord(
    /// The view, as a query string.
    view: String,
) -> impl IntoView {
    let app = AppState::expect();
    let id = Address::read(&view).state.id;
    let card = move || BundleCard::find(&app.bundle.get()?, id.as_ref()?);
    view! {
        {move || card().map(|card| view! { <p class="lesson-open"><RecordLink card=card/></p> }.into_any())}
    }
}

/// The ways to the steps before and after, and back to the step's own view.
#[component]
fn StepWays(attempt: Memo<Attempt>, place: usize, count: usize) -> impl IntoView {
    let app = AppState::expect();
    let href =
        move |place: usize| ArcSignal::derive(move || attempt.with(|attempt| attempt.href(place)));
    let is_last = place + 1 == count;
    let next = app.say(move |words| {
        if is_last {
            words.lesson_finish()
        } else {
            words.lesson_next()
        }
    });
    view! {
        <div class="lesson-steps">
            {place.checked_sub(1).map(|before| view! {
                <a class="button" href=href(before)>{word(|words| words.lesson_back())}</a>
            })}
            {move || attempt.with(Attempt::is_elsewhere).then(|| view! {
                <a class="button" href=href(place)>{word(|words| words.lesson_here())}</a>
            }.into_any())}
            <a class="button primary" id="lesson-next" href=href(place + 1)>{next}</a>
        </div>
    }
    .into_any()
}
