//! What is for the class: lessons, the game, and sharing a view. A module of its own draws it, `src/classroom.rs`; here
//! is what it shows and how it answers, which knows no browser.

mod desk;
mod dock;
mod maker;

use std::collections::BTreeMap;

use super::Words;
use super::markup::Markup;
use crate::address::Address;
use crate::dataset::{Bundle, Fault, Lang, Lesson};
use crate::explore::{Setting, View, ViewState};
use dock::Dock;
use maker::Maker;

/// The part of the page that something is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The view for the class: all lessons, one of them, or the game.
    Class,
    /// Above every view: the lesson that is being taken or made.
    Lesson,
}

/// What the room wants the page to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Draw this in a place.
    Draw(Place, String),
    /// Move the keyboard to the element of this id.
    Focus(&'static str),
    /// Go to a view, by its query string, in place of the present one.
    Go(String),
    /// Tell whoever keeps the score.
    Progress(Progress),
    /// Load a file of the data, and come back with it.
    Load(String),
    /// Unpack a lesson that an address holds, and come back with it.
    Unpack(String),
    /// Pack a lesson, so that an address can hold it, and go to its page.
    Try(String),
    /// Pack a lesson, and copy the link to it.
    CopyLink(String),
    /// Save a file of this name.
    Save(String, String),
    /// Remember the lesson that is being made.
    Remember(String),
    /// Print the page.
    Print,
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
    /// Files that were asked for, by name; a lesson out of an address by its code.
    files: BTreeMap<String, File>,
    maker: Maker,
    /// What is wrong with the file that was opened last.
    faults: Vec<Fault>,
    /// What is drawn in each place.
    drawn: BTreeMap<Place, String>,
    told: Option<Progress>,
}

/// A file that was asked for.
#[derive(Debug)]
enum File {
    /// It is on its way.
    Pending,
    /// It cannot be had or read.
    Absent,
    Cards(Box<Bundle>),
    Lessons(Vec<Lesson>),
    /// A lesson that is not one of the explorer's own, or what is wrong with it.
    Own(Result<Box<Lesson>, Vec<Fault>>),
}

/// The file of all lessons.
const LESSONS: &str = "lessons.json";
/// What stands in the address for the lesson that is being made.
const NEW: &str = "new";
/// How the lesson begins that an address holds itself.
const PACKED: char = '~';
/// What a lesson is called that is not one of the explorer's own.
const OWN_FILE: &str = "lesson.json";

impl Room {
    /// A room in which the making of a lesson goes on, if one was remembered.
    pub fn new(draft: Option<&str>) -> Self {
        let draft = draft.and_then(|json| Lesson::read_draft(json).ok());
        Self {
            maker: draft.map(Maker::of).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Follows the reader to a view, by its query string; `lang` is the page's language.
    pub fn show(&mut self, query: &str, lang: Lang) -> Vec<Told> {
        let before = std::mem::replace(&mut self.state, Address::read(query).state);
        self.lang = self.state.lang.unwrap_or(lang);
        let mut told = self.draw();
        told.extend(self.focus_after(&before).map(Told::Focus));
        told
    }

    /// Where the keyboard goes after a step from another view: to what is new.
    fn focus_after(&self, before: &ViewState) -> Option<&'static str> {
        let is_same = |setting| before.settings.of(setting) == self.state.settings.of(setting);
        let (was_class, is_class) = (before.view == View::Class, self.state.view == View::Class);
        let takes = self.state.settings.of(Setting::Lesson).is_some();
        if is_class && was_class && !is_same(Setting::Lesson) {
            Some("class-title")
        } else if takes && is_class && !was_class {
            Some("lesson-result")
        } else if takes && (was_class || is_same(Setting::Lesson) && !is_same(Setting::Step)) {
            Some("lesson-title")
        } else if takes && is_same(Setting::Lesson) && !is_same(Setting::Answers) {
            Some("lesson-why")
        } else {
            None
        }
    }

    /// Takes a file that was asked for; none where it could not be had.
    pub fn take(&mut self, name: &str, json: Option<&str>) -> Vec<Told> {
        let read = |json: &str| match name {
            LESSONS => Lesson::read_all(name, json).ok().map(File::Lessons),
            _ if name.starts_with(PACKED) => {
                let lesson = Lesson::read(OWN_FILE, json);
                Some(File::Own(lesson.map(Box::new)))
            }
            _ => Bundle::read(name, json)
                .ok()
                .map(|cards| File::Cards(Box::new(cards))),
        };
        let file = json.and_then(read).unwrap_or(File::Absent);
        self.files.insert(name.to_owned(), file);
        self.draw()
    }

    /// Answers to what was pressed: the value of its `data-act`.
    pub fn act(&mut self, act: &str) -> Vec<Told> {
        let (what, rest) = act.split_once(' ').unwrap_or((act, ""));
        match what {
            "choose" => {
                let choice = rest.parse().ok();
                let dock = self.dock().zip(choice);
                let query = dock.and_then(|(dock, choice)| dock.answered(choice));
                query.map(Told::Go).into_iter().collect()
            }
            "make" => self.make(rest),
            "print" => vec![Told::Print],
            _ => Vec::new(),
        }
    }

    /// Takes what was typed into a field of the lesson that is being made.
    pub fn write(&mut self, field: &str, value: &str) -> Vec<Told> {
        self.maker.write(field, value);
        self.remember()
    }

    /// Opens a lesson from a file that a teacher has kept; what is wrong with it is told.
    pub fn open(&mut self, json: &str) -> Vec<Told> {
        match Lesson::read(OWN_FILE, json) {
            Ok(_) => {
                self.faults.clear();
                vec![Told::Try(json.to_owned())]
            }
            Err(faults) => {
                self.faults = faults;
                let mut told = self.draw();
                told.push(Told::Focus("lesson-faults"));
                told
            }
        }
    }

    /// The words of the page's language.
    pub fn words(&self) -> Words {
        Words(self.lang)
    }

    fn make(&mut self, act: &str) -> Vec<Told> {
        let json = serde_json::to_string_pretty(&self.maker.draft).unwrap_or_default();
        let (what, rest) = act.split_once(' ').unwrap_or((act, ""));
        match what {
            "try" => return vec![Told::Try(json)],
            "link" => return vec![Told::CopyLink(json)],
            "file" => return vec![Told::Save(OWN_FILE.to_owned(), json)],
            "add" => drop(self.maker.add(&self.state)),
            "remove" => self.maker.remove(rest.parse().unwrap_or(usize::MAX)),
            _ => {}
        }
        let mut told = self.remember();
        told.extend(self.draw());
        told.push(Told::Focus("make-line"));
        told
    }

    fn remember(&self) -> Vec<Told> {
        let json = serde_json::to_string(&self.maker.draft).unwrap_or_default();
        vec![Told::Remember(json)]
    }

    fn lessons(&self) -> &[Lesson] {
        match self.files.get(LESSONS) {
            Some(File::Lessons(lessons)) => lessons,
            _ => &[],
        }
    }

    fn cards(&self) -> Option<&Bundle> {
        match self.files.get(&self.cards_name()) {
            Some(File::Cards(bundle)) => Some(bundle),
            _ => None,
        }
    }

    fn cards_name(&self) -> String {
        format!("cards.{}.json", self.lang.tag())
    }

    /// The lesson that the address names or holds.
    fn lesson(&self) -> Option<&Lesson> {
        let id = self.state.settings.of(Setting::Lesson)?;
        match self.files.get(id) {
            Some(File::Own(Ok(lesson))) => Some(lesson),
            _ => self.lessons().iter().find(|lesson| lesson.id == id),
        }
    }

    fn dock(&self) -> Option<Dock<'_>> {
        self.lesson().map(|lesson| Dock {
            lesson,
            state: &self.state,
            words: self.words(),
        })
    }

    /// Asks for what is missing of what is shown.
    fn ask(&mut self, wanted: Option<&str>) -> Vec<Told> {
        let mut told = Vec::new();
        let packed = wanted
            .filter(|id| id.starts_with(PACKED))
            .map(str::to_owned);
        for name in [LESSONS.to_owned(), self.cards_name()]
            .into_iter()
            .chain(packed)
        {
            if self.files.contains_key(&name) {
                continue;
            }
            self.files.insert(name.clone(), File::Pending);
            told.push(if name.starts_with(PACKED) {
                Told::Unpack(name)
            } else {
                Told::Load(name)
            });
        }
        told
    }

    /// Draws anew what has changed, asks for what is missing, and tells how far a lesson has come.
    fn draw(&mut self) -> Vec<Told> {
        let in_class = self.state.view == View::Class;
        let wanted = self.state.settings.of(Setting::Lesson).map(str::to_owned);
        let mut told = Vec::new();
        if in_class || wanted.is_some() {
            told = self.ask(wanted.as_deref());
        }
        let class = if in_class {
            self.class(wanted.as_deref())
        } else {
            String::new()
        };
        let lesson = match wanted.as_deref() {
            Some(NEW) => self.maker.markup(&self.state, self.words()),
            Some(_) if !in_class => self
                .dock()
                .map(|dock| dock.markup(self.cards()))
                .unwrap_or_default(),
            _ => String::new(),
        };
        for (place, markup) in [(Place::Lesson, lesson), (Place::Class, class)] {
            if self.drawn.get(&place) != Some(&markup) {
                self.drawn.insert(place, markup.clone());
                told.push(Told::Draw(place, markup));
            }
        }
        let progress = self.dock().map(Dock::progress);
        if let Some(progress) = progress
            && (progress.done > 0 || progress.complete)
            && self.told.as_ref() != Some(&progress)
        {
            self.told = Some(progress.clone());
            told.push(Told::Progress(progress));
        }
        told
    }

    /// Writes the view for the class; nothing while what it needs is on its way.
    fn class(&self, wanted: Option<&str>) -> String {
        let words = self.words();
        let is_pending = |name: &str| matches!(self.files.get(name), Some(File::Pending));
        if is_pending(LESSONS) || wanted.is_some_and(is_pending) {
            return String::new();
        }
        let mut markup = Markup::default();
        if let Some(dock) = self.dock() {
            desk::lesson(&mut markup, dock);
            return markup.finish();
        }
        desk::lessons(&mut markup, self.lessons(), &self.state, words);
        if let Some(id) = wanted.filter(|id| *id != NEW) {
            match self.files.get(id) {
                Some(File::Own(Err(faults))) => faulty(&mut markup, faults, words),
                Some(File::Absent) => faulty(&mut markup, &[], words),
                _ => {
                    markup.open("p", &[("class", "trouble-sentence"), ("role", "alert")]);
                    markup.text(&words.lesson_absent(id)).close();
                }
            }
        }
        if !self.faults.is_empty() {
            faulty(&mut markup, &self.faults, words);
        }
        desk::own(&mut markup, &self.state, words);
        markup.finish()
    }
}

/// How many faults of a file are told at most.
const MOST_FAULTS: usize = 12;

/// Writes what is wrong with a lesson.
fn faulty(markup: &mut Markup, faults: &[Fault], words: Words) {
    let alert = [
        ("class", "trouble"),
        ("id", "lesson-faults"),
        ("tabindex", "-1"),
        ("role", "alert"),
    ];
    markup.open("div", &alert);
    markup.leaf("p", "trouble-sentence", words.lesson_unreadable());
    markup.open("ul", &[]);
    for fault in faults.iter().take(MOST_FAULTS) {
        markup.leaf("li", "trouble-detail", &fault.to_string());
    }
    if faults.is_empty() {
        markup.leaf("li", "trouble-detail", OWN_FILE);
    }
    markup.close().close();
}
