//! A lesson as far as it was taken. All of that is in the address, so a link comes back to it.

use std::sync::Arc;

use super::answer::{Answer, question_id};
use super::links::{class_state, lesson_state};
use super::progress::Progress;
use crate::address::Address;
use crate::dataset::{Lang, Lesson, Question, Step, Text};
use crate::explore::{Setting, View, ViewState};

/// A lesson, and the view state that says how far it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The lesson.
    pub lesson: Arc<Lesson>,
    /// The view on screen.
    pub state: ViewState,
}

impl Attempt {
    /// The place of the step in force, from 0; after the last there is the result.
    pub fn place(&self) -> usize {
        let step = self.state.settings.of(Setting::Step);
        let step: usize = step.and_then(|step| step.parse().ok()).unwrap_or(1);
        step.saturating_sub(1).min(self.lesson.steps.len())
    }

    /// The step in force; none where the view for the class is shown, or all are done.
    pub fn step(&self) -> Option<&Step> {
        let is_shown = self.state.view != View::Class;
        self.lesson.steps.get(self.place()).filter(|_| is_shown)
    }

    /// A link to a step, from 0, with its view and all answers so far.
    pub fn href(&self, place: usize) -> String {
        format!("?{}", self.query(place))
    }

    fn query(&self, place: usize) -> String {
        let mut to = match self.lesson.steps.get(place) {
            Some(step) => Address::read(&step.view).state,
            None => ViewState {
                view: View::Class,
                ..ViewState::default()
            },
        };
        // An open record would cover what is asked; the step links to it.
        to.id = None;
        to.settings = self.state.settings.clone();
        let step = (place > 0).then(|| (place + 1).to_string());
        to.settings.set(Setting::Step, step);
        to.data.clone_from(&self.state.data);
        to.lang = self.state.lang;
        to.to_query()
    }

    /// A link to the first step, without what was answered.
    pub fn begin_href(&self) -> String {
        let mut state = self.state.clone();
        state.settings.set(Setting::Answers, None);
        let lesson = Arc::clone(&self.lesson);
        Self { lesson, state }.href(0)
    }

    /// A link to the page of the lesson, with what was answered.
    pub fn page_href(&self) -> String {
        let lesson = self.state.settings.of(Setting::Lesson).unwrap_or_default();
        let mut to = lesson_state(&self.state, lesson.to_owned());
        let answers = self.state.settings.of(Setting::Answers);
        to.settings
            .set(Setting::Answers, answers.map(str::to_owned));
        to.to_href()
    }

    /// A link to all lessons.
    pub fn lessons_href(&self) -> String {
        class_state(&self.state).to_href()
    }

    /// Whether the address names the lesson and nothing else, as a link that a teacher has written: no view, no step.
    pub fn is_only_named(&self) -> bool {
        let state = &self.state;
        let is_begun = [Setting::Step, Setting::Answers]
            .iter()
            .any(|&setting| state.settings.of(setting).is_some());
        state.view == View::default() && state.id.is_none() && !state.is_narrowed() && !is_begun
    }

    /// Whether another view is on screen than the one that the step in force looks at.
    pub fn is_elsewhere(&self) -> bool {
        let present = ViewState {
            id: None,
            ..self.state.clone()
        };
        self.query(self.place()) != present.to_query()
    }

    /// The number of the choice taken at a step; both are counted from 0.
    pub fn answer(&self, place: usize) -> Option<usize> {
        let answers = self.state.settings.of(Setting::Answers)?;
        let letter = *answers.as_bytes().get(place)?;
        letter
            .is_ascii_lowercase()
            .then(|| usize::from(letter - b'a'))
    }

    /// This view with an answer given at the step in force; none where one was given, since the first one counts.
    pub fn answered(&self, choice: usize) -> Option<ViewState> {
        let place = self.place();
        let steps = self.lesson.steps.len();
        if self.answer(place).is_some() || place >= steps {
            return None;
        }
        let letter = |at: usize| {
            let choice = if at == place {
                Some(choice)
            } else {
                self.answer(at)
            };
            let letter =
                |choice: usize| u8::try_from(choice.min(25)).map_or('-', |n| (b'a' + n).into());
            choice.map_or('-', letter)
        };
        let answers: String = (0..steps).map(letter).collect();
        let answers = answers.trim_end_matches('-').to_owned();
        let mut to = self.state.clone();
        to.settings.set(Setting::Answers, Some(answers));
        Some(to)
    }

    /// What is told of an answer to the step in force, in a language; none of an open question, which has no right one.
    pub fn told(&self, choice: usize, lang: Lang) -> Option<Answer> {
        let question = self.step()?.question.as_ref()?;
        let text = |text: &Text| text.get(lang).to_owned();
        Some(Answer {
            id: question_id(self.place() + 1, &question.text.en),
            question: text(&question.text),
            choices: question
                .choices
                .iter()
                .map(|choice| text(&choice.text))
                .collect(),
            lang,
            response: choice,
            correct: question.choices.iter().position(|choice| choice.right)?,
            query: self.state.to_query(),
        })
    }

    /// How far the lesson has come. Open questions are not counted.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress {
            complete: self.place() >= self.lesson.steps.len(),
            query: self.state.to_query(),
            ..Progress::default()
        };
        for (place, step) in self.lesson.steps.iter().enumerate() {
            let counted = |question: &&Question| !question.is_open();
            let Some(question) = step.question.as_ref().filter(counted) else {
                continue;
            };
            progress.of += 1;
            if let Some(choice) = self.answer(place) {
                progress.done += 1;
                let choice = question.choices.get(choice);
                progress.right += usize::from(choice.is_some_and(|choice| choice.right));
            }
        }
        progress
    }
}
