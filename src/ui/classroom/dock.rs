//! The lesson that is being taken, above the view that its step looks at.

use std::collections::BTreeMap;

use super::{Progress, Told};
use crate::address::Address;
use crate::dataset::{Bundle, Lesson, Step};
use crate::explore::{Setting, ViewState};
use crate::ui::Words;
use crate::ui::markup::Markup;

/// What the class has answered so far, by lesson and step.
#[derive(Debug, Default)]
pub(super) struct Dock {
    /// The choice taken first at each step counted from 0; an open question is answered when its answer is shown.
    answers: BTreeMap<(String, usize), usize>,
}

impl Dock {
    pub(super) fn choose(
        &mut self,
        lesson: &Lesson,
        state: &ViewState,
        choice: usize,
    ) -> Vec<Told> {
        let step = step_of(lesson, state);
        self.answers
            .entry((lesson.id.clone(), step))
            .or_insert(choice);
        vec![
            Told::Progress(self.progress(lesson, state)),
            Told::Focus("lesson-why".to_owned()),
        ]
    }

    pub(super) fn reveal(&mut self, lesson: &Lesson, state: &ViewState) -> Vec<Told> {
        self.choose(lesson, state, 0)
    }

    fn progress(&self, lesson: &Lesson, state: &ViewState) -> Progress {
        let _ = (lesson, state);
        Progress::default()
    }

    pub(super) fn markup(
        &self,
        lesson: &Lesson,
        state: &ViewState,
        words: Words,
        cards: Option<&Bundle>,
    ) -> String {
        let _ = cards;
        let lang = words.0;
        let place = step_of(lesson, state);
        let mut markup = Markup::default();
        let Some(step) = lesson.steps.get(place) else {
            return String::new();
        };
        markup.leaf("h2", "lesson-title", step.title.get(lang));
        markup.finish()
    }
}

/// At which step a lesson stands, from 0.
pub(super) fn step_of(lesson: &Lesson, state: &ViewState) -> usize {
    let step = state.settings.of(Setting::Step);
    let step: usize = step.and_then(|step| step.parse().ok()).unwrap_or(1);
    step.saturating_sub(1)
        .min(lesson.steps.len().saturating_sub(1))
}

/// A link to a step of a lesson, counted from 1: its view, with the lesson beside it.
pub(super) fn step_href(lesson: &Lesson, state: &ViewState, step: usize) -> String {
    let view = lesson
        .steps
        .get(step - 1)
        .map(|step: &Step| step.view.as_str());
    let mut to = Address::read(view.unwrap_or_default()).state;
    to.settings = state.settings.clone();
    to.settings.set(Setting::Lesson, Some(lesson.id.clone()));
    to.settings
        .set(Setting::Step, (step > 1).then(|| step.to_string()));
    (to.lang, to.data) = (state.lang, state.data.clone());
    to.to_href()
}
