//! The lesson that a teacher's words and views become. A teacher writes in one language, which stands for all.

use crate::dataset::{Lesson, Question, Step, Text};
use crate::explore::{Settings, ViewState};

/// A lesson of steps. What else a lesson needs is as usual: a lesson of fifteen minutes for secondary schools.
pub fn own_lesson(title: &str, steps: impl Iterator<Item = Step>) -> Lesson {
    Lesson {
        id: "own".to_owned(),
        title: in_all_languages(title),
        ages: vec![12, 18],
        minutes: 15,
        steps: steps.collect(),
        ..Lesson::default()
    }
}

/// A step that looks at a view, with a line for the class; none without a line. The question is an open one, and may be
/// missing.
pub fn own_step(state: &ViewState, line: &str, question: &str, answer: &str) -> Option<Step> {
    let (line, question, answer) = (line.trim(), question.trim(), answer.trim());
    let view = ViewState {
        settings: Settings::default(),
        lang: None,
        data: None,
        ..state.clone()
    };
    let question = (!question.is_empty()).then(|| Question {
        text: in_all_languages(question),
        why: in_all_languages(if answer.is_empty() { "–" } else { answer }),
        ..Question::default()
    });
    (!line.is_empty()).then(|| Step {
        title: Text::default(),
        text: in_all_languages(line),
        view: view.to_query(),
        question,
    })
}

fn in_all_languages(text: &str) -> Text {
    let text = text.trim();
    Text {
        en: text.to_owned(),
        zh_hant: text.to_owned(),
        zh_hans: text.to_owned(),
    }
}
