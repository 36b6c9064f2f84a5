//! A lesson held against the data: what its steps show and ask about must be there.

use super::{Dataset, Fault, Lesson, Text, Vocabulary};

/// What the view of a step says, as far as it can be held against the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepView {
    /// Parts of it that mean nothing.
    pub ignored: Vec<String>,
    /// The record that it opens.
    pub record: Option<String>,
}

/// What a lesson names that is not in the data: in the views of its steps, and as records of its questions. A text that
/// is the same in English and Chinese is a fault as well, since the explorer's own lessons are in all languages.
///
/// `read_view` reads the view of a step, as [`address::read_step_view`](crate::address::read_step_view) does; the data
/// itself knows nothing of addresses.
pub fn check_lesson(
    file: &str,
    lesson: &Lesson,
    dataset: &Dataset,
    read_view: impl Fn(&str, &Vocabulary) -> StepView,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |field: String, message: String| {
        faults.push(Fault::new(file, field, message));
    };
    // A record that was left out has faults of its own, which the lesson is not to blame for.
    let exists = |id: &String| dataset.was_given(id);
    for (i, step) in lesson.steps.iter().enumerate() {
        let view = read_view(&step.view, &dataset.vocabulary);
        for part in &view.ignored {
            fault(
                format!("steps[{i}].view"),
                format!(
                    "`{part}` means nothing; write the query string of a view as the page's address has it"
                ),
            );
        }
        let named = step.question.iter().flat_map(|question| &question.records);
        for id in named.chain(&view.record).filter(|id| !exists(id)) {
            fault(format!("steps[{i}]"), format!("`{id}` is no record"));
        }
    }
    for (field, text) in texts(lesson) {
        if text.en == text.zh_hant || text.en == text.zh_hans || text.en.is_empty() {
            let message = "is missing, or the same in English and Chinese; translate it";
            fault(field, message.to_owned());
        }
    }
    faults
}

/// The texts that every lesson has, by field.
fn texts(lesson: &Lesson) -> Vec<(String, &Text)> {
    let mut texts = vec![
        ("title".to_owned(), &lesson.title),
        ("summary".to_owned(), &lesson.summary),
    ];
    for (i, step) in lesson.steps.iter().enumerate() {
        texts.push((format!("steps[{i}].title"), &step.title));
        texts.push((format!("steps[{i}].text"), &step.text));
    }
    texts
}
