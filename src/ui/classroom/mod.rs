//! What is for the class: lessons, the game, and sharing a view. A module of its own draws it, `src/classroom.rs`; here
//! is what it shows and how it answers, which knows no browser.

mod desk;
mod dock;
mod line;
mod play;
mod table;
mod ways;

use std::collections::BTreeMap;

use super::Words;
use crate::address::Address;
use crate::dataset::{Bundle, Initiative, Lang, Lesson};
use crate::explore::{Setting, View, ViewState};
use dock::Dock;
use table::{Around, Table};

/// The part of the page that something is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The view for the class: all lessons, or the game.
    Class,
    /// Above every view: the lesson that is being taken.
    Lesson,
    /// Within the game: where the record that was placed last has its facts from.
    Why,
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
    /// Put a text on the clipboard, and come back with this act and whether it is there: `true` or `false`.
    Copy(String, &'static str),
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
    table: Table,
    /// The day in Hong Kong, such as 2026-11-27, from which the daily game is drawn.
    today: String,
    /// The page's own address, without a query.
    page: String,
    /// What is drawn in each place.
    drawn: BTreeMap<Place, String>,
}

/// A file of the data that was read.
#[derive(Debug)]
enum File {
    Cards(Box<Bundle>),
    Lessons(Vec<Lesson>),
    Record(Box<Initiative>),
}

/// The file of all lessons.
const LESSONS: &str = "lessons.json";

impl Room {
    /// A classroom on a day, such as 2026-11-27, in the page of an address.
    pub fn new(today: String, page: String) -> Self {
        Self {
            today,
            page,
            ..Self::default()
        }
    }

    /// Follows the reader to a view, by its query string; `lang` is the page's language.
    pub fn show(&mut self, query: &str, lang: Lang) -> Vec<Told> {
        self.state = Address::read(query).state;
        self.lang = self.state.lang.unwrap_or(lang);
        let is_other_game = self.table.enter(&self.state);
        let mut told = self.draw();
        if is_other_game {
            told.push(Told::Focus("game-title".to_owned()));
        }
        told
    }

    /// Takes a file that was asked for; none where it could not be had.
    pub fn take(&mut self, name: &str, json: Option<&str>) -> Vec<Told> {
        let file = json.and_then(|json| {
            if name == LESSONS {
                Lesson::read_all(name, json).ok().map(File::Lessons)
            } else if name.starts_with("initiatives/") {
                let record = Initiative::read(name, json).ok()?;
                Some(File::Record(Box::new(record)))
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
        } else if let Some(act) = act.strip_prefix("game ") {
            let mut table = std::mem::take(&mut self.table);
            if let Some(around) = self.around() {
                told.extend(table.act(act, &around));
            }
            self.table = table;
        }
        let mut all = self.draw();
        all.extend(told);
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

    /// What a game stands in, once the cards are here.
    fn around(&self) -> Option<Around<'_>> {
        Some(Around {
            state: &self.state,
            words: self.words(),
            bundle: self.cards()?,
            today: &self.today,
            page: &self.page,
        })
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
        let around = self.around().filter(|_| wants_class);
        let plays = self.state.settings.of(Setting::Game).is_some();
        let class = match &around {
            Some(around) if plays => self.table.markup(around),
            Some(around) => {
                let desk = desk::markup(self.lessons(), &self.state, self.words());
                desk + &ways::markup(around)
            }
            None => String::new(),
        };
        let record = around.as_ref().filter(|_| plays);
        let record = record.and_then(|around| self.table.wanted(around));
        let why = match record.as_ref().and_then(|name| self.files.get(name)) {
            Some(Some(File::Record(record))) => play::why(record, self.words()),
            _ => String::new(),
        };
        if let Some(name) = record.filter(|name| !self.files.contains_key(name)) {
            self.files.insert(name.clone(), None);
            told.push(Told::Load(name));
        }
        for (place, markup) in [
            (Place::Lesson, lesson),
            (Place::Class, class),
            (Place::Why, why),
        ] {
            if self.drawn.get(&place) != Some(&markup) {
                if place == Place::Class {
                    // It lies within.
                    self.drawn.remove(&Place::Why);
                }
                self.drawn.insert(place, markup.clone());
                told.push(Told::Draw(place, markup));
            }
        }
        told
    }
}
