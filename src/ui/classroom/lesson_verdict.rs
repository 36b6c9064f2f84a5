//! Whether an answer was right, and why.

use leptos::prelude::*;

use super::record_link::RecordLink;
use super::said::said;
use crate::dataset::Question;
use crate::state::BundleCard;
use crate::ui::AppState;

/// Whether an answer was right, what is right and why, and the records that say so.
#[component]
pub fn LessonVerdict(
    /// The question.
    question: Question,
    /// The number of the choice that was taken, from 0.
    answer: usize,
) -> impl IntoView {
    let app = AppState::expect();
    let is_right = |choice: usize| {
        question
            .choices
            .get(choice)
            .is_some_and(|choice| choice.right)
    };
    let was_right = is_right(answer);
    let right = question.choices.iter().find(|choice| choice.right);
    let right = right.map(|choice| choice.text.clone());
    let verdict = app.say(move |words| match &right {
        None => words.lesson_answer().to_owned(),
        Some(_) if was_right => words.lesson_right().to_owned(),
        Some(right) => words.lesson_wrong(right.get(words.0)),
    });
    view! {
        <p class="lesson-verdict">{verdict}</p>
        <p class="lesson-reason">{said(&question.why)}</p>
        <VerdictRecords ids=question.records/>
    }
    .into_any()
}

/// The records in which it stands.
#[component]
fn VerdictRecords(ids: Vec<String>) -> impl IntoView {
    let app = AppState::expect();
    let shown = move || {
        let bundle = app.bundle.get()?;
        let cards: Vec<BundleCard> = ids
            .iter()
            .filter_map(|id| BundleCard::find(&bundle, id))
            .collect();
        let words = cards.first()?.words();
        let links = cards.into_iter().enumerate().map(|(place, card)| {
            let comma = (place > 0).then(|| words.comma());
            view! { {comma}<RecordLink card=card/> }
        });
        Some(
            view! { <p class="lesson-records">{words.lesson_records()}{links.collect_view()}</p> }
                .into_any(),
        )
    };
    view! { {move || shown()} }
}
