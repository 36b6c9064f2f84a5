//! How long a lesson takes, and for whom it is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Lesson;
use crate::ui::AppState;

/// How many minutes a lesson takes, and from which age to which it is made.
#[component]
pub fn LessonLength(lesson: Arc<Lesson>) -> impl IntoView {
    let app = AppState::expect();
    let minutes = lesson.minutes;
    let ages = match lesson.ages[..] {
        [from, to] => Some((from, to)),
        _ => None,
    };
    view! {
        <p class="lesson-length">
            <span>{app.say(move |words| words.lesson_minutes(minutes.into()))}</span>
            {ages.map(|(from, to)| view! {
                <span>{app.say(move |words| words.lesson_ages(from, to))}</span>
            })}
        </p>
    }
}
