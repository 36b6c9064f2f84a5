//! What is for the class: lessons, the game, and sharing a view. A module of its own draws it, `src/classroom.rs`; here
//! is what it shows and how it answers, which knows no browser.

mod desk;
mod dock;

use std::collections::BTreeMap;

use super::Words;
use crate::address::Address;
use crate::dataset::{Bundle, Lang, Lesson};
use crate::explore::{Setting, View, ViewState};
use dock::Dock;

/// The part of the page that something is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The view for the class: all lessons, or the game.
    Class,
    /// Above every view: the lesson that is being taken.
    Lesson,
}

/// What the room wants the page to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Draw this in a place.
    Draw(Place, String),
    /// Move the keyboard to the element of this id.
    Focus(String),
    /// Go to a view, by its query string.
    Go(String),
    /// Tell whoever keeps the score.
    Progress(Progress),
    /// Load a file of the data, and come back with it.
    Load(String),
}

/// How far a lesson or a game has come: what a learning platform keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// How many questions are answered, or cards placed.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// How many of them were right.
    pub right: usize,
    /// Whether all is done.
    pub complete: bool,
    /// Where to come back to, as a query string.
    pub query: String,
}

/// The classroom.
#[derive(Debug, Default)]
pub struct Room {
    state: ViewState,
    lang: Lang,
    /// Files that were asked for: `None` while they are on their way or where they cannot be had.
    files: BTreeMap<String, Option<File>>,
    dock: Dock,
    /// What is drawn in each place.
    drawn: BTreeMap<Place, String>,
}

/// A file of the data that was read.
#[derive(Debug)]
enum File {
    Cards(Box<Bundle>),
    Lessons(Vec<Lesson>),
}

/// The file of all lessons.
const LESSONS: &str = "lessons.json";

impl Room {
    /// Follows the reader to a view, by its query string; `lang` is the page's language.
    pub fn show(&mut self, query: &str, lang: Lang) -> Vec<Told> {
        self.state = Address::read(query).state;
        self.lang = self.state.lang.unwrap_or(lang);
        self.draw()
    }

    /// Takes a file that was asked for; none where it could not be had.
    pub fn take(&mut self, name: &str, json: Option<&str>) -> Vec<Told> {
        let file = json.and_then(|json| {
            if name == LESSONS {
                Lesson::read_all(name, json).ok().map(File::Lessons)
            } else {
                let bundle = Bundle::read(name, json).ok()?;
                Some(File::Cards(Box::new(bundle)))
            }
        });
        self.files.insert(name.to_owned(), file);
        self.draw()
    }

    /// Answers to what was pressed: the value of its `data-act`.
    pub fn act(&mut self, act: &str) -> Vec<Told> {
        let mut told = Vec::new();
        if let Some(choice) = act.strip_prefix("choose ") {
            let lesson = self.lesson().cloned();
            if let (Some(lesson), Ok(choice)) = (lesson, choice.parse()) {
                told.extend(self.dock.choose(&lesson, &self.state, choice));
            }
        } else if act == "reveal" {
            let lesson = self.lesson().cloned();
            if let Some(lesson) = lesson {
                told.extend(self.dock.reveal(&lesson, &self.state));
            }
        }
        let focus: Vec<Told> = told.drain(..).collect();
        let mut all = self.draw();
        all.extend(focus);
        all
    }

    fn words(&self) -> Words {
        Words(self.lang)
    }

    fn lessons(&self) -> &[Lesson] {
        match self.files.get(LESSONS) {
            Some(Some(File::Lessons(lessons))) => lessons,
            _ => &[],
        }
    }

    fn cards(&self) -> Option<&Bundle> {
        match self.files.get(&self.cards_name()) {
            Some(Some(File::Cards(bundle))) => Some(bundle),
            _ => None,
        }
    }

    fn cards_name(&self) -> String {
        format!("cards.{}.json", self.lang.tag())
    }

    /// The lesson that is being taken.
    fn lesson(&self) -> Option<&Lesson> {
        let id = self.state.settings.of(Setting::Lesson)?;
        self.lessons().iter().find(|lesson| lesson.id == id)
    }

    /// Draws anew what has changed, and asks for what is missing.
    fn draw(&mut self) -> Vec<Told> {
        let mut told = Vec::new();
        let wants_class = self.state.view == View::Class;
        let takes_lesson = self.state.settings.of(Setting::Lesson).is_some();
        if wants_class || takes_lesson {
            for name in [LESSONS.to_owned(), self.cards_name()] {
                if !self.files.contains_key(&name) {
                    self.files.insert(name.clone(), None);
                    told.push(Told::Load(name));
                }
            }
        }
        let lesson = self.lesson().map_or_else(String::new, |lesson| {
            self.dock
                .markup(lesson, &self.state, self.words(), self.cards())
        });
        let class = if wants_class && !self.lessons().is_empty() {
            desk::markup(self.lessons(), &self.state, self.words())
        } else {
            String::new()
        };
        for (place, markup) in [(Place::Lesson, lesson), (Place::Class, class)] {
            if self.drawn.get(&place) != Some(&markup) {
                self.drawn.insert(place, markup.clone());
                told.push(Told::Draw(place, markup));
            }
        }
        told
    }
}
