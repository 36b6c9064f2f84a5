//! A lesson held against the data: what its steps show and ask about must be there.

use super::check::is_id;
use super::{Dataset, Fault, Lesson, List, Vocabulary};

/// What the view of a step says, as far as it can be held against the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepView {
    /// Parts of it that mean nothing.
    pub ignored: Vec<String>,
    /// The records that it names: those of its list, and the one that it opens.
    pub records: Vec<String>,
}

/// What a lesson names that is not in the data: in the views of its steps, and as records of its questions.
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
    // Where an entry has no id that is one, a view may name it, and the vocabulary is told.
    let vocabulary = &dataset.vocabulary;
    let mut ids = List::ALL
        .into_iter()
        .flat_map(|list| vocabulary.list(list).map(|(id, _)| id));
    let has_all_ids = ids.all(is_id);
    for (i, step) in lesson.steps.iter().enumerate() {
        let view = read_view(&step.view, vocabulary);
        for part in view.ignored.iter().filter(|_| has_all_ids) {
            fault(
                format!("steps[{i}].view"),
                format!(
                    "`{part}` means nothing; write the query string of a view as the page's address has it"
                ),
            );
        }
        let records = step.question.iter().flat_map(|question| &question.records);
        let records = records
            .enumerate()
            .map(|(j, id)| (format!("steps[{i}].question.records[{j}]"), id));
        let named = view
            .records
            .iter()
            .map(|id| (format!("steps[{i}].view"), id));
        for (field, id) in records.chain(named).filter(|(_, id)| !exists(id)) {
            let message = format!("`{id}` is no record; write the id of one");
            fault(field, message);
        }
    }
    faults
}
