//! What is for the class: lessons, the game, and sharing a view. It is a chunk of the program (see [`super::chunks`]).
//! `mounted.rs` draws it in the page; the rest is what it shows and how it answers, which knows no browser.

mod desk;
mod dock;
mod drag;
mod hands;
mod line;
mod maker;
mod mounted;
mod play;
mod share;
mod table;
mod ways;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Words;
use super::markup::Markup;
use crate::dataset::{Bundle, Fault, Initiative, Lang, Lesson};
use crate::explore::{Setting, View, ViewState};
use dock::Dock;
use maker::Maker;
use share::Share;
use table::{Around, Table};

pub use mounted::{Classroom, ClassroomHost, FileText, OpenClassroom, open};

/// The part of the page that something is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The view for the class: all lessons, one of them, or the game.
    Class,
    /// Above every view: the lesson that is being taken or made.
    Lesson,
    /// The dialog that hands on a view; open while something is drawn in it.
    Share,
    /// Within the game: where the record that was placed last has its facts from.
    Why,
}

/// What the room wants the page to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Draw this in a place.
    Draw(Place, String),
    /// Move the keyboard to the element of this id.
    Focus(&'static str),
    /// Go to a view in place of the present one.
    Go(Box<ViewState>),
    /// Go to a view as a step of its own.
    Visit(Box<ViewState>),
    /// Tell whoever keeps the score.
    Progress(Progress),
    /// Load a file of the data, and come back with it.
    Load(String),
    /// Unpack a lesson that an address holds, and come back with it.
    Unpack(String),
    /// Pack a lesson, so that an address can hold it, and go to its page.
    Try(String),
    /// Put a text on the clipboard, and come back with this act and whether it is there: `true` or `false`.
    Copy(String, &'static str),
    /// Pack a lesson, and copy the link to it.
    CopyLink(String),
    /// Copy a text, and say in the element of this id whether that worked.
    CopyNoted(String, &'static str),
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

/// Where and when the classroom is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The day in Hong Kong, such as 2026-11-27, from which the daily game is drawn.
    pub today: String,
    /// The page's own address, without a query.
    pub page: String,
}

/// The classroom.
#[derive(Debug, Default)]
pub struct Room {
    state: ViewState,
    lang: Lang,
    /// The records that the page shows, once they are loaded.
    cards: Option<Arc<Bundle>>,
    /// Files that were asked for, by name; a lesson out of an address by its code.
    files: BTreeMap<String, File>,
    maker: Maker,
    share: Option<Share>,
    table: Table,
    here: Here,
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
    Lessons(Vec<Lesson>),
    Record(Box<Initiative>),
    /// A lesson that is not one of the explorer's own, or what is wrong with it.
    Own(Result<Box<Lesson>, Vec<Fault>>),
}

/// The file of all lessons.
const LESSONS: &str = "lessons.json";
/// How the files of records begin.
const RECORDS: &str = "initiatives/";
/// What stands in the address for the lesson that is being made.
const NEW: &str = "new";
/// How the lesson begins that an address holds itself.
const PACKED: char = '~';
/// What a lesson is called that is not one of the explorer's own.
const OWN_FILE: &str = "lesson.json";

impl Room {
    /// A room in which the making of a lesson goes on, if one was remembered.
    pub fn new(draft: Option<&str>, here: Here) -> Self {
        let draft = draft.and_then(|json| Lesson::read_draft(json).ok());
        Self {
            maker: draft.map(Maker::of).unwrap_or_default(),
            here,
            ..Self::default()
        }
    }

    /// Follows the reader to a view; `lang` is the page's language, `cards` the records that it shows once they are
    /// loaded.
    pub fn show(&mut self, state: ViewState, lang: Lang, cards: Option<Arc<Bundle>>) -> Vec<Told> {
        let before = std::mem::replace(&mut self.state, state);
        self.lang = lang;
        self.cards = cards;
        if before.data != self.state.data {
            // Files of another data set may have the same names.
            self.files.clear();
        }
        let is_other_game = self.table.enter(&self.state);
        let mut told = self.draw();
        told.extend(self.focus_after(&before).map(Told::Focus));
        if is_other_game {
            told.push(Told::Focus("game-title"));
        }
        told
    }

    /// Where the keyboard goes after a step from another view: to what is new.
    fn focus_after(&self, before: &ViewState) -> Option<&'static str> {
        let is_same = |setting| before.settings.of(setting) == self.state.settings.of(setting);
        if *before == self.state {
            return None;
        }
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
            _ if name.starts_with(RECORDS) => {
                let record = Initiative::read(name, json);
                record.ok().map(|record| File::Record(Box::new(record)))
            }
            _ => None,
        };
        let file = json.and_then(read).unwrap_or(File::Absent);
        self.files.insert(name.to_owned(), file);
        self.draw()
    }

    /// Offers ways to hand on a view; the rest as for [`Room::show`].
    pub fn share(&mut self, state: ViewState, lang: Lang, cards: Option<Arc<Bundle>>) -> Vec<Told> {
        self.state = state;
        self.lang = lang;
        self.cards = cards;
        self.share = Some(Share::new(self.state.clone(), &self.here.page));
        let mut told = self.draw();
        told.push(Told::Focus("share-title"));
        told
    }

    /// Answers to what was pressed: the value of its `data-act`.
    pub fn act(&mut self, act: &str) -> Vec<Told> {
        let (what, rest) = act.split_once(' ').unwrap_or((act, ""));
        match what {
            "choose" => {
                let choice = rest.parse().ok();
                let dock = self.dock().zip(choice);
                let state = dock.and_then(|(dock, choice)| dock.answered(choice));
                let go = state.map(|state| Told::Go(Box::new(state)));
                go.into_iter().collect()
            }
            "make" => self.make(rest),
            "share" => self.hand_on(rest),
            "game" => self.play(rest),
            "print" => vec![Told::Print],
            _ => Vec::new(),
        }
    }

    /// Takes what was typed into a field of the lesson that is being made.
    pub fn write(&mut self, field: &str, value: &str) -> Vec<Told> {
        if let (Some(field), Some(share)) = (field.strip_prefix("share "), &mut self.share) {
            share.choose(field, value);
            return self.draw();
        }
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

    fn hand_on(&mut self, what: &str) -> Vec<Told> {
        let Some(share) = &self.share else {
            return Vec::new();
        };
        let text = match what {
            "link" => share.link(),
            "frame" => share.frame(self.words()),
            "element" => share.element(),
            _ => {
                self.share = None;
                return self.draw();
            }
        };
        vec![Told::CopyNoted(text, "share-note")]
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

    fn play(&mut self, act: &str) -> Vec<Told> {
        let mut table = std::mem::take(&mut self.table);
        let around = self.around();
        let done = around.map_or_else(Vec::new, |around| table.act(act, &around));
        self.table = table;
        let mut told = self.draw();
        told.extend(done);
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

    /// The records, unless they are still those of another language.
    fn cards(&self) -> Option<&Bundle> {
        let cards = self.cards.as_deref();
        cards.filter(|cards| cards.lang == self.lang)
    }

    /// The lesson that the address names or holds.
    fn lesson(&self) -> Option<&Lesson> {
        let id = self.state.settings.of(Setting::Lesson)?;
        match self.files.get(id) {
            Some(File::Own(Ok(lesson))) => Some(lesson),
            _ => self.lessons().iter().find(|lesson| lesson.id == id),
        }
    }

    /// What the lesson or the game on screen is called.
    pub fn title(&self) -> Option<String> {
        if self.plays() {
            return Some(self.words().game_title().to_owned());
        }
        self.lesson()
            .map(|lesson| lesson.title.get(self.lang).to_owned())
    }

    /// What a game stands in, once the cards are here.
    fn around(&self) -> Option<Around<'_>> {
        Some(Around {
            state: &self.state,
            words: self.words(),
            bundle: self.cards()?,
            here: &self.here,
        })
    }

    /// The file of the record that the game looks at.
    fn record_in_play(&self) -> Option<String> {
        self.plays()
            .then(|| self.table.wanted(&self.around()?))
            .flatten()
    }

    /// Whether the game is shown; a lesson goes before it.
    fn plays(&self) -> bool {
        let settings = &self.state.settings;
        self.state.view == View::Class
            && settings.of(Setting::Game).is_some()
            && settings.of(Setting::Lesson).is_none()
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
        for name in std::iter::once(LESSONS.to_owned())
            .chain(packed)
            .chain(self.record_in_play())
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
        if in_class || wanted.is_some() || self.share.is_some() {
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
        let share = self.share.as_ref().map_or_else(String::new, |share| {
            let vocabulary = self.cards().map(|cards| &cards.vocabulary);
            share.markup(self.words(), vocabulary)
        });
        let record = self.record_in_play();
        let why = match record.and_then(|name| self.files.get(&name)) {
            Some(File::Record(record)) => play::why(record, self.words()),
            _ => String::new(),
        };
        for (place, markup) in [
            (Place::Lesson, lesson),
            (Place::Class, class),
            (Place::Why, why),
            (Place::Share, share),
        ] {
            if self.drawn.get(&place) != Some(&markup) {
                if place == Place::Class {
                    // It lies within, and goes with what is drawn anew.
                    self.drawn.remove(&Place::Why);
                }
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
        if self.plays() {
            let around = self.around();
            return around.map_or_else(String::new, |around| self.table.markup(&around));
        }
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
        if let Some(around) = self.around() {
            ways::write(&mut markup, &around);
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
