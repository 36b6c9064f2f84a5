//! The lessons there are, and the one that the address asks for.

use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::Attempt;
use super::file::{FileKey, file};
use super::links::NEW;
use super::packed::{is_packed, unpack};
use crate::dataset::{Fault, Lesson};
use crate::explore::Setting;
use crate::state::Loaded;
use crate::ui::{AppState, LoadError};

/// What a lesson is called in faults and as a file, where it is not one of the explorer's own.
pub const OWN_FILE: &str = "lesson.json";

/// The file of the explorer's own lessons.
const FILE: &str = "lessons.json";

/// The lessons, which are loaded when they are first read.
#[derive(Clone, Copy)]
pub struct Lessons {
    app: AppState,
    /// The explorer's own.
    pub all: Loaded<Vec<Arc<Lesson>>>,
    /// Counts the attempts, so that a retry is a new one.
    attempts: RwSignal<usize>,
    /// What the address asks for.
    pub sought: Memo<Sought>,
}

/// What the address asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sought {
    /// No lesson.
    Nothing,
    /// The lesson that is being made.
    Draft,
    /// A lesson that is on its way.
    Pending,
    /// This lesson.
    Lesson(Arc<Lesson>),
    /// A lesson that could not be loaded.
    NotLoaded(LoadError),
    /// A lesson that the address itself holds, with what is wrong with it; nothing where it cannot even be unpacked.
    Faulty(Vec<Fault>),
    /// A lesson that there is not, by its id.
    Unknown(String),
}

impl Lessons {
    /// The lessons of the data set in force.
    pub fn new() -> Self {
        let app = AppState::expect();
        let attempts = RwSignal::new(0);
        let is_elsewhere = Memo::new(move |_| app.view_state.with(|state| state.data.is_some()));
        let file = file(move || {
            (!is_elsewhere.get()).then(|| FileKey {
                data: None,
                name: FILE.to_owned(),
                attempt: attempts.get(),
            })
        });
        let all = Memo::new(move |_| {
            if is_elsewhere.get() {
                // A data set from elsewhere has no lessons.
                return Some(Ok(Vec::new()));
            }
            Some(file.get()?.and_then(|json| read(&json)))
        });
        let id = Memo::new(move |_| {
            app.settings
                .with(|settings| settings.of(Setting::Lesson).map(str::to_owned))
        });
        let sought = Memo::new(move |_| id.get().map_or(Sought::Nothing, |id| seek(id, all)));
        Self {
            app,
            all,
            attempts,
            sought,
        }
    }

    /// The lessons of the page around a component.
    ///
    /// # Panics
    /// Outside the classroom.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Tries again to load them.
    pub fn retry(self) {
        self.attempts.update(|attempts| *attempts += 1);
    }

    /// The lesson that the address asks for, as far as it was taken.
    pub fn attempt(self) -> Option<Attempt> {
        match self.sought.get() {
            Sought::Lesson(lesson) => Some(Attempt {
                lesson,
                state: self.app.view_state.get(),
            }),
            _ => None,
        }
    }
}

fn seek(id: String, all: Loaded<Vec<Arc<Lesson>>>) -> Sought {
    if id == NEW {
        return Sought::Draft;
    }
    if is_packed(&id) {
        let lesson = unpack(&id).ok_or_else(Vec::new);
        return match lesson.and_then(|json| Lesson::read(OWN_FILE, &json)) {
            Ok(lesson) => Sought::Lesson(Arc::new(lesson)),
            Err(faults) => Sought::Faulty(faults),
        };
    }
    match all.get() {
        None => Sought::Pending,
        Some(Err(error)) => Sought::NotLoaded(error),
        Some(Ok(lessons)) => {
            let lesson = lessons.into_iter().find(|lesson| lesson.id == id);
            lesson.map_or(Sought::Unknown(id), Sought::Lesson)
        }
    }
}

fn read(json: &str) -> Result<Vec<Arc<Lesson>>, LoadError> {
    let lessons = Lesson::read_all(FILE, json)?;
    Ok(lessons.into_iter().map(Arc::new).collect())
}

/// A lesson as far as it was taken, which follows the view state.
pub fn attempt_at(lesson: Arc<Lesson>) -> Memo<Attempt> {
    let app = AppState::expect();
    Memo::new(move |_| Attempt {
        lesson: Arc::clone(&lesson),
        state: app.view_state.get(),
    })
}
