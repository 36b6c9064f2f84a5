//! The lesson that is being made, which the browser keeps.

use leptos::prelude::*;

use super::own_lesson::{own_lesson, own_step};
use crate::dataset::{Lesson, MOST_STEPS, Step};
use crate::explore::ViewState;
use crate::ui::browser;

/// The key under which the browser keeps it.
const KEY: &str = "explorer-lesson";

/// The lesson that is being made, and what stands in the fields of its next step. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Its title.
    pub title: RwSignal<String>,
    /// Its steps, in order.
    pub steps: RwSignal<Vec<DraftStep>>,
    /// What the class looks at or does in the next step.
    pub line: RwSignal<String>,
    /// What it is asked.
    pub question: RwSignal<String>,
    /// A possible answer.
    pub answer: RwSignal<String>,
    /// All of it as a lesson.
    pub lesson: Memo<Lesson>,
}

/// A step, and a key that no other step of the draft has or had.
#[derive(Clone)]
pub struct DraftStep {
    /// The key.
    pub key: usize,
    /// The step.
    pub step: Step,
}

impl Draft {
    /// The draft that the browser keeps, else an empty one. Each change is kept.
    pub fn remembered() -> Self {
        let kept = browser::stored(KEY).and_then(|json| Lesson::read_draft(&json).ok());
        let kept = kept.unwrap_or_default();
        let steps = kept.steps.into_iter().enumerate();
        let steps = steps.map(|(key, step)| DraftStep { key, step }).collect();
        let (title, steps) = (RwSignal::new(kept.title.en), RwSignal::new(steps));
        let lesson = Memo::new(move |_| {
            steps.with(|steps: &Vec<DraftStep>| {
                own_lesson(&title.read(), steps.iter().map(|one| one.step.clone()))
            })
        });
        Effect::watch(
            move || lesson.get(),
            |lesson, _, _| {
                let json = serde_json::to_string(lesson).unwrap_or_default();
                browser::store(KEY, &json);
            },
            false,
        );
        Self {
            title,
            steps,
            line: RwSignal::default(),
            question: RwSignal::default(),
            answer: RwSignal::default(),
            lesson,
        }
    }

    /// The draft of the page around a component.
    ///
    /// # Panics
    /// Outside the classroom.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Adds a view with what stands in the fields, and empties them; false without a line.
    pub fn add(self, state: &ViewState) -> bool {
        let (line, question, answer) = (self.line.read(), self.question.read(), self.answer.read());
        let Some(step) = own_step(state, &line, &question, &answer) else {
            return false;
        };
        drop((line, question, answer));
        self.push(step);
        for field in [self.line, self.question, self.answer] {
            field.set(String::new());
        }
        true
    }

    /// Adds a step for each of some records, with its name as the line, as far as a lesson has room, and takes the title of
    /// their collection where the lesson has none.
    pub fn add_each(self, state: &ViewState, records: &[(String, String)]) {
        if self.title.with_untracked(|title| title.trim().is_empty()) {
            self.title.set(state.list.title.clone());
        }
        for (id, name) in records {
            let view = ViewState {
                id: Some(id.clone()),
                ..state.clone()
            };
            if let Some(step) = own_step(&view, name, "", "") {
                self.push(step);
            }
        }
    }

    /// Adds a step, where a lesson has room for it.
    fn push(self, step: Step) {
        self.steps.update(|steps| {
            let key = steps.iter().map(|one| one.key + 1).max().unwrap_or(0);
            if steps.len() < MOST_STEPS {
                steps.push(DraftStep { key, step });
            }
        });
    }

    /// Removes the step of a key.
    pub fn remove(self, key: usize) {
        self.steps
            .update(|steps| steps.retain(|one| one.key != key));
    }

    /// Whether it has what a lesson needs.
    pub fn is_whole(self) -> bool {
        let has_title = self.title.with(|title| !title.trim().is_empty());
        has_title && self.steps.with(|steps| !steps.is_empty())
    }

    /// The lesson as a file has it.
    pub fn json(self) -> String {
        let json = self.lesson.with_untracked(serde_json::to_string_pretty);
        json.unwrap_or_default()
    }
}
