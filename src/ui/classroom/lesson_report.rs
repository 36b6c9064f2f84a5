//! What a learning platform is told of lessons.

use leptos::prelude::*;

use super::lessons::Lessons;

/// Reports the progress of lessons, from the first answer on.
pub fn report_lessons(lessons: Lessons) {
    let progress = Memo::new(move |_| {
        let attempt = lessons.attempt()?;
        let progress = attempt.progress();
        (progress.done > 0 || progress.complete).then_some(progress)
    });
    Effect::new(move || {
        if let Some(progress) = progress.get() {
            progress.report();
        }
    });
}
