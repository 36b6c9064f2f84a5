//! The view for the class: the lessons there are, or one of them with its worksheet.

use super::dock::Dock;
use crate::dataset::Lesson;
use crate::explore::{Setting, View, ViewState};
use crate::ui::Words;
use crate::ui::markup::Markup;

/// The state of a page for the class: of the present one, language, data and frame stay.
pub(super) fn class_state(state: &ViewState) -> ViewState {
    ViewState {
        view: View::Class,
        lang: state.lang,
        data: state.data.clone(),
        settings: state.settings.only(&[Setting::Embed, Setting::Scheme]),
        ..ViewState::default()
    }
}

/// Writes the lessons, each with a way in.
pub(super) fn lessons(markup: &mut Markup, lessons: &[Lesson], state: &ViewState, words: Words) {
    let lang = words.0;
    title(markup, words.view_class());
    markup.leaf("p", "class-intro", words.class_intro());
    if lessons.is_empty() {
        return;
    }
    markup.leaf("h2", "section-title", words.class_lessons());
    markup.begin("ul", "lesson-list");
    for lesson in lessons {
        let mut to = class_state(state);
        to.settings.set(Setting::Lesson, Some(lesson.id.clone()));
        markup.begin("li", "lesson-item");
        markup.open("h3", &[]).open("a", &[("href", &to.to_href())]);
        markup.text(lesson.title.get(lang)).close().close();
        markup.leaf("p", "lesson-summary", lesson.summary.get(lang));
        length(markup, lesson, words);
        markup.close();
    }
    markup.close();
}

/// Writes what a teacher may do: make a lesson, and open one from a file.
pub(super) fn own(markup: &mut Markup, state: &ViewState, words: Words) {
    markup.leaf("h2", "section-title", words.make_own());
    markup.leaf("p", "class-intro", words.make_hint());
    markup.begin("p", "class-ways");
    let mut to = class_state(state);
    to.view = View::Overview;
    to.settings
        .set(Setting::Lesson, Some(super::NEW.to_owned()));
    markup.open("a", &[("class", "button primary"), ("href", &to.to_href())]);
    markup.text(words.make_begin()).close();
    markup.begin("label", "button file-button");
    markup.text(words.make_open());
    let file = [
        ("type", "file"),
        ("accept", ".json,application/json"),
        ("data-open", ""),
    ];
    markup.empty("input", &file).close().close();
}

fn title(markup: &mut Markup, title: &str) {
    let heading = [
        ("class", "class-title"),
        ("id", "class-title"),
        ("tabindex", "-1"),
    ];
    markup.open("h1", &heading).text(title).close();
}

fn length(markup: &mut Markup, lesson: &Lesson, words: Words) {
    markup.begin("p", "lesson-length");
    markup.plain("span", &words.lesson_minutes(lesson.minutes));
    if let [from, to] = lesson.ages[..] {
        markup.plain("span", &words.lesson_ages(from, to));
    }
    markup.close();
}

/// Writes a lesson with its aims, its way in, what came of it, its worksheet and its answers.
pub(super) fn lesson(markup: &mut Markup, dock: Dock<'_>) {
    let (lesson, words) = (dock.lesson, dock.words);
    let lang = words.0;
    markup.begin("p", "crumb");
    markup.open("a", &[("href", &class_state(dock.state).to_href())]);
    markup.text(words.lesson_all()).close().close();
    title(markup, lesson.title.get(lang));
    let progress = dock.progress();
    if progress.complete {
        markup.open(
            "div",
            &[
                ("class", "lesson-result"),
                ("id", "lesson-result"),
                ("tabindex", "-1"),
            ],
        );
        markup.leaf("p", "lesson-verdict", words.lesson_done());
        if progress.of > 0 {
            markup.leaf(
                "p",
                "lesson-score",
                &words.lesson_score(progress.right, progress.of),
            );
        }
        markup.close();
    }
    markup.leaf("p", "class-intro", lesson.summary.get(lang));
    length(markup, lesson, words);
    if !lesson.aims.is_empty() {
        markup.plain("h2", words.lesson_aims());
        markup.begin("ul", "lesson-aims");
        for aim in &lesson.aims {
            markup.plain("li", aim.get(lang));
        }
        markup.close();
    }
    markup.begin("p", "class-ways");
    markup.open(
        "a",
        &[("class", "button primary"), ("href", &dock.begin_href())],
    );
    let begin = if progress.done > 0 {
        words.lesson_again()
    } else {
        words.lesson_begin()
    };
    markup.text(begin).close();
    let print = [
        ("type", "button"),
        ("class", "button"),
        ("data-act", "print"),
    ];
    markup
        .open("button", &print)
        .text(words.lesson_print())
        .close()
        .close();
    worksheet(markup, dock);
    answers(markup, dock);
}

/// Writes the worksheet, with room to write by hand.
fn worksheet(markup: &mut Markup, dock: Dock<'_>) {
    let (words, lang) = (dock.words, dock.words.0);
    markup.open(
        "section",
        &[("class", "sheet-paper"), ("aria-labelledby", "worksheet")],
    );
    markup
        .open("h2", &[("id", "worksheet")])
        .text(words.lesson_sheet())
        .close();
    markup.begin("p", "sheet-who");
    for what in [words.class_name(), words.class_class(), words.class_date()] {
        markup.leaf("span", "sheet-blank", what);
    }
    markup.close().begin("ol", "sheet-steps");
    for step in &dock.lesson.steps {
        markup.open("li", &[]);
        if !step.title.get(lang).is_empty() {
            markup.plain("h3", step.title.get(lang));
        }
        markup.plain("p", step.text.get(lang));
        if let Some(question) = &step.question {
            markup.leaf("p", "lesson-asked", question.text.get(lang));
            if question.is_open() {
                markup.begin("p", "sheet-lines").close();
            } else {
                markup.begin("ul", "sheet-choices");
                for choice in &question.choices {
                    markup.plain("li", choice.text.get(lang));
                }
                markup.close();
            }
        }
        markup.close();
    }
    markup.close().close();
}

/// Writes the answers, folded away.
fn answers(markup: &mut Markup, dock: Dock<'_>) {
    let (words, lang) = (dock.words, dock.words.0);
    markup.begin("details", "lesson-answers");
    markup
        .plain("summary", words.lesson_answers())
        .open("ol", &[]);
    for step in &dock.lesson.steps {
        markup.open("li", &[]);
        if let Some(question) = &step.question {
            markup.plain("p", question.text.get(lang));
            let right = question.choices.iter().find(|choice| choice.right);
            if let Some(right) = right {
                markup
                    .open("p", &[])
                    .plain("strong", right.text.get(lang))
                    .close();
            }
            markup.plain("p", question.why.get(lang));
        } else {
            markup.plain("p", "–");
        }
        markup.close();
    }
    markup.close().close();
}
