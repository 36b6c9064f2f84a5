//! What a step asks.

use leptos::html::Div;
use leptos::prelude::*;

use super::attempt::Attempt;
use super::clock::Clock;
use super::lesson_verdict::LessonVerdict;
use super::said::{said, word};
use crate::dataset::{Choice, Question};
use crate::state::Entry;
use crate::ui::AppState;

/// The question of a step, with choices or open, and once it is answered, whether that was right.
#[component]
pub fn LessonQuestion(question: Question, attempt: Memo<Attempt>, place: usize) -> impl IntoView {
    let app = AppState::expect();
    let answer = Memo::new(move |_| attempt.with(|attempt| attempt.answer(place)));
    let clock = Clock::new();
    let choose = Callback::new(move |choice: usize| {
        let before = attempt.get_untracked();
        if let Some(state) = before.answered(choice) {
            if let Some(answer) = before.told(choice, app.lang.get_untracked()) {
                answer.report(clock.seconds());
            }
            app.navigate(state, Entry::Replace);
        }
    });
    let verdict = NodeRef::<Div>::new();
    Effect::watch(
        move || answer.get(),
        move |answer, _, _| {
            if let Some(verdict) = verdict.get_untracked().filter(|_| answer.is_some()) {
                let _ = verdict.focus();
            }
        },
        false,
    );
    let (text, choices) = (said(&question.text), question.choices.clone());
    view! {
        <div class="lesson-question" role="group" aria-labelledby="lesson-question">
            <p id="lesson-question" class="lesson-asked">{text}</p>
            {if choices.is_empty() {
                view! { <Reveal answer=answer choose=choose/> }.into_any()
            } else {
                view! { <Choices choices=choices answer=answer choose=choose/> }.into_any()
            }}
            <div id="lesson-why" tabindex="-1" role="status" node_ref=verdict>
                {move || answer.get().map(|answer| view! {
                    <LessonVerdict question=question.clone() answer=answer/>
                }.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// The button that shows a possible answer to an open question, until that is shown.
#[component]
fn Reveal(answer: Memo<Option<usize>>, choose: Callback<usize>) -> impl IntoView {
    view! {
        {move || answer.get().is_none().then(|| view! {
            <button type="button" class="button" on:click=move |_| choose.run(0)>
                {word(|words| words.lesson_reveal())}
            </button>
        }.into_any())}
    }
}

/// The answers to choose from.
#[component]
fn Choices(
    choices: Vec<Choice>,
    answer: Memo<Option<usize>>,
    choose: Callback<usize>,
) -> impl IntoView {
    let choices = choices.into_iter().enumerate().map(|(number, choice)| {
        view! { <ChoiceItem choice=choice number=number answer=answer choose=choose/> }
    });
    view! { <ul class="lesson-choices">{choices.collect_view()}</ul> }
}

/// An answer: a button, and once one was chosen, whether this one is right. The first choice counts, so the others say
/// that they are of no use any more, and keep the focus.
#[component]
fn ChoiceItem(
    choice: Choice,
    /// Its number, from 0.
    number: usize,
    answer: Memo<Option<usize>>,
    choose: Callback<usize>,
) -> impl IntoView {
    let is_right = choice.right;
    let mark = move || match answer.get() {
        Some(_) if is_right => ("✓", "choice choice-right"),
        Some(taken) if taken == number => ("✗", "choice choice-wrong"),
        _ => ("", "choice"),
    };
    view! {
        <li>
            <button
                type="button"
                class=Signal::derive(move || mark().1)
                aria-disabled=Signal::derive(move || answer.get().map(|_| "true"))
                aria-pressed=Signal::derive(move || (answer.get() == Some(number)).then_some("true"))
                on:click=move |_| choose.run(number)
            >
                <span class="choice-sign" aria-hidden="true">{move || mark().0}</span>
                <span>{said(&choice.text)}</span>
            </button>
        </li>
    }
    .into_any()
}
