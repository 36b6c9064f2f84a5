//! A step of the lesson that is being taken.

use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::Attempt;
use super::lesson_question::LessonQuestion;
use super::links::without_lesson;
use super::record_link::RecordLink;
use super::said::said;
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
    let attempt = Memo::new(move |_| Attempt {
        lesson: Arc::clone(&lesson),
        state: app.view_state.get(),
    });
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
    let title = move || attempt.with(|attempt| attempt.lesson.title.get(app.lang.get()).to_owned());
    let count = move || attempt.with(|attempt| attempt.lesson.steps.len());
    view! {
        <div class="lesson-head">
            <p class="lesson-of">
                <a href=move || attempt.with(Attempt::page_href)>{title}</a>
                <span class="lesson-step">{app.say(move |words| words.lesson_of(place + 1, count()))}</span>
            </p>
            <a
                class="close"
                href=app.link(|state| *state = without_lesson(state))
                aria-label=app.say(|words| words.lesson_leave())
                title=app.say(|words| words.lesson_leave())
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
    move || {
        let card = BundleCard::find(&app.bundle.get()?, id.as_ref()?)?;
        Some(view! { <p class="lesson-open"><RecordLink card=card/></p> })
    }
}

/// The ways to the steps before and after, and back to the step's own view.
#[component]
fn StepWays(attempt: Memo<Attempt>, place: usize, count: usize) -> impl IntoView {
    let app = AppState::expect();
    let href = move |place: usize| move || attempt.with(|attempt| attempt.href(place));
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
                <a class="button" href=href(before)>{app.say(|words| words.lesson_back())}</a>
            })}
            <Show when=move || attempt.with(Attempt::is_elsewhere)>
                <a class="button" href=href(place)>{app.say(|words| words.lesson_here())}</a>
            </Show>
            <a class="button primary" id="lesson-next" href=href(place + 1)>{next}</a>
        </div>
    }
    .into_any()
}
