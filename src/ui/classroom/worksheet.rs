//! A lesson on paper: the worksheet, and the answers for teachers, who may take its questions away.

use std::sync::Arc;

use leptos::prelude::*;

use super::own_file::save;
use super::said::{said, word};
use crate::dataset::{Lang, Lesson, Question, Step};
use crate::export::{gift, moodle_xml};
use crate::ui::{AppState, Words};

/// The worksheet, with room to write by hand.
#[component]
pub fn Worksheet(lesson: Arc<Lesson>) -> impl IntoView {
    let blanks = [Words::class_name, Words::class_class, Words::class_date];
    let blanks = blanks.map(|blank| view! { <span class="sheet-blank">{word(blank)}</span> });
    let steps = lesson
        .steps
        .iter()
        .map(|step| view! { <SheetStep step=step.clone()/> });
    view! {
        <section class="sheet-paper" aria-labelledby="worksheet">
            <h2 id="worksheet">{word(|words| words.lesson_sheet())}</h2>
            <p class="sheet-who">{blanks.collect_view()}</p>
            <ol class="sheet-steps">{steps.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// A step on the worksheet.
#[component]
fn SheetStep(step: Step) -> impl IntoView {
    let title = (!step.title.is_empty()).then(|| view! { <h3>{said(&step.title)}</h3> });
    view! {
        <li>
            {title}
            <p>{said(&step.text)}</p>
            {step.question.map(|question| view! { <SheetQuestion question=question/> })}
        </li>
    }
    .into_any()
}

/// A question, with lines to write on, or choices to tick.
#[component]
fn SheetQuestion(question: Question) -> impl IntoView {
    let choices = question.choices.iter();
    let choices = choices.map(|choice| view! { <li>{said(&choice.text)}</li> });
    view! {
        <p class="lesson-asked">{said(&question.text)}</p>
        {if question.is_open() {
            view! { <p class="sheet-lines"></p> }.into_any()
        } else {
            view! { <ul class="sheet-choices">{choices.collect_view()}</ul> }.into_any()
        }}
    }
}

/// The answers, folded away.
#[component]
pub fn LessonAnswers(lesson: Arc<Lesson>) -> impl IntoView {
    let answers = lesson.steps.iter().map(|step| match &step.question {
        Some(question) => view! { <Answer question=question.clone()/> }.into_any(),
        None => view! { <li><p>"–"</p></li> }.into_any(),
    });
    view! {
        <details class="lesson-answers">
            <summary>{word(|words| words.lesson_answers())}</summary>
            <ol>{answers.collect_view()}</ol>
            <p>{word(|words| words.lesson_questions())}</p>
            <p class="class-ways">
                <TakeQuestions lesson=lesson.clone() name="GIFT" ending=".gift.txt" media_type="text/plain" write=gift/>
                <TakeQuestions lesson=lesson.clone() name="Moodle XML" ending=".xml" media_type="text/xml" write=moodle_xml/>
            </p>
        </details>
    }
    .into_any()
}

/// A button that hands out the questions of a lesson for a question bank, in the language in force.
#[component]
fn TakeQuestions(
    lesson: Arc<Lesson>,
    /// What the format is called.
    name: &'static str,
    /// How the file's name ends.
    ending: &'static str,
    /// The file's media type.
    media_type: &'static str,
    /// Writes the questions.
    write: fn(&Lesson, Lang) -> String,
) -> impl IntoView {
    let app = AppState::expect();
    let take = move |_| {
        let lang = app.lang.get_untracked();
        let file = format!("{}-{}{ending}", lesson.id, lang.tag());
        let _ = save(&file, media_type, &write(&lesson, lang));
    };
    view! { <button type="button" class="button" on:click=take>{name}</button> }
}

/// What is right, and why.
#[component]
fn Answer(question: Question) -> impl IntoView {
    let right = question.choices.iter().find(|choice| choice.right);
    view! {
        <li>
            <p>{said(&question.text)}</p>
            {right.map(|right| view! { <p><strong>{said(&right.text)}</strong></p> })}
            <p>{said(&question.why)}</p>
        </li>
    }
}
