//! The view state: the one value that says what is on screen.

use super::{By, Choices, Collection, Column, Dated, Rows};
use crate::dataset::{Lang, PartialDate};

/// What is on screen, all of it. It is in the address, and every view derives from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// Which view.
    pub view: View,
    /// What is searched for, as typed.
    pub q: String,
    /// What is chosen in each facet.
    pub choices: Choices,
    /// The records that somebody picked, where the view shows nothing but these.
    pub list: Collection,
    /// Nothing but what is dated in this year or later, if one is set.
    pub from: Option<u16>,
    /// Nothing but what is dated in this year or earlier, if one is set.
    pub to: Option<u16>,
    /// What has to have happened in the window for a record to be shown.
    pub dated: Dated,
    /// The first and the last day that the timeline shows, where they do not follow from what is shown. They narrow
    /// nothing.
    pub days: Option<(PartialDate, PartialDate)>,
    /// By what the timeline is parted into lanes.
    pub lanes: Lanes,
    /// The order, unless it is the usual one.
    pub sort: Option<Sort>,
    /// What has a row of the table.
    pub rows: Rows,
    /// The columns of the table, in order; none for the usual ones.
    pub columns: Vec<Column>,
    /// The column by which the table is sorted, where it is not the order of the records.
    pub by: Option<By>,
    /// The open record.
    pub id: Option<String>,
    /// The language, where the address names one.
    pub lang: Option<Lang>,
    /// Another data set's address.
    pub data: Option<String>,
    /// What stands beside the view, and how the page is framed.
    pub settings: Settings,
}

impl ViewState {
    /// The order in force: the one chosen, else relevance while searching, that of the collection where there is one, and
    /// the newest first otherwise.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(if self.is_searching() {
            Sort::Relevance
        } else if self.list.is_empty() {
            Sort::Newest
        } else {
            Sort::Listed
        })
    }

    /// Whether anything is searched for.
    pub fn is_searching(&self) -> bool {
        !self.q.trim().is_empty()
    }

    /// Whether anything narrows the records: a search, a choice, a collection or years.
    pub fn is_narrowed(&self) -> bool {
        let has_years = self.from.is_some() || self.to.is_some();
        self.is_searching() || has_years || !self.choices.is_empty() || !self.list.is_empty()
    }

    /// The same view with nothing that narrows it.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            q: String::new(),
            choices: Choices::default(),
            list: Collection::default(),
            from: None,
            to: None,
            dated: Dated::default(),
            days: None,
            id: None,
            ..self.clone()
        }
    }

    /// Shows nothing but what is dated in these years, from the earlier to the later, and all of that.
    pub fn show_years(&mut self, from: Option<u16>, to: Option<u16>) {
        (self.from, self.to) = match (from, to) {
            (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
            open => open,
        };
        self.days = None;
    }

    /// Opens a window of days on the timeline; false, and nothing, where these are no two days in order.
    pub fn show_days(&mut self, first: PartialDate, last: PartialDate) -> bool {
        let are_days = first.day().is_some() && last.day().is_some() && first <= last;
        if are_days {
            self.days = Some((first, last));
        }
        are_days
    }
}

/// The views of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// What this is, the themes, the newest developments.
    #[default]
    Overview,
    /// The matching records as cards.
    Cards,
    /// The same as a table.
    Table,
    /// The matching records along a line of time.
    Timeline,
    /// Lessons and the game.
    Class,
}

impl View {
    /// All views.
    pub const ALL: [Self; 5] = [
        Self::Overview,
        Self::Cards,
        Self::Table,
        Self::Timeline,
        Self::Class,
    ];

    /// Those of the navigation, in its order. The table is the second form of the cards, and is reached from there.
    pub const MAIN: [Self; 4] = [Self::Overview, Self::Cards, Self::Timeline, Self::Class];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Timeline => "timeline",
            Self::Class => "class",
        }
    }

    /// The view of the navigation that this one belongs to.
    pub const fn main(self) -> Self {
        match self {
            Self::Table => Self::Cards,
            view => view,
        }
    }
}

/// By what the timeline is parted into lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lanes {
    /// The main theme.
    #[default]
    Theme,
    /// The first sector.
    Sector,
    /// The kind of the leading organisation.
    Body,
    /// Nothing: one lane for all.
    One,
}

impl Lanes {
    /// All ways, as a reader is offered them.
    pub const ALL: [Self; 4] = [Self::Theme, Self::Sector, Self::Body, Self::One];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Sector => "sector",
            Self::Body => "body",
            Self::One => "one",
        }
    }

    /// The way of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lanes| lanes.key() == key)
    }
}

/// Orders of the matching records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best match first.
    Relevance,
    /// As the collection has them.
    Listed,
    /// The latest beginning first.
    Newest,
    /// The earliest beginning first.
    Oldest,
    /// By name, as the language sorts.
    Name,
    /// The largest sum of money first, records without one last.
    Amount,
}

impl Sort {
    /// All orders, as a reader is offered them.
    pub const ALL: [Self; 6] = [
        Self::Relevance,
        Self::Listed,
        Self::Newest,
        Self::Oldest,
        Self::Name,
        Self::Amount,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Listed => "listed",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Name => "name",
            Self::Amount => "amount",
        }
    }
}

/// What may be set beside the view: how the timeline is drawn, a lesson or a game, and how a frame shows the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// How high the rows of the timeline are: `medium` or `tall`, where they are not as thin as can be.
    Zoom,
    /// Whether the timeline shows years in which little began as wide as all others: `1`.
    Unfold,
    /// The lesson that is being taken: an id, or the lesson itself as its maker's link holds it.
    Lesson,
    /// The step of the lesson, from 1.
    Step,
    /// What was answered at the steps of a lesson so far, or into which slots a game's cards were put: a letter for each,
    /// `a` for the first choice, `-` for none.
    Answers,
    /// From what a game's cards are drawn: a day, or a word that a class agrees on.
    Game,
    /// How close the dates of a game are.
    Level,
    /// Whether the page stands in a frame of another: `1` grows with its content, `scroll` scrolls within.
    Embed,
    /// `light` or `dark`, where whoever frames the page wants one of them.
    Scheme,
}

impl Setting {
    /// All settings, in the order of the address.
    pub const ALL: [Self; 9] = [
        Self::Zoom,
        Self::Unfold,
        Self::Lesson,
        Self::Step,
        Self::Answers,
        Self::Game,
        Self::Level,
        Self::Embed,
        Self::Scheme,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Zoom => "zoom",
            Self::Unfold => "unfold",
            Self::Lesson => "lesson",
            Self::Step => "step",
            Self::Answers => "answers",
            Self::Game => "game",
            Self::Level => "level",
            Self::Embed => "embed",
            Self::Scheme => "scheme",
        }
    }

    /// Whether a value means something.
    pub fn accepts(self, value: &str) -> bool {
        match self {
            Self::Lesson | Self::Answers | Self::Game => !value.is_empty(),
            Self::Zoom => matches!(value, "medium" | "tall"),
            Self::Unfold => value == "1",
            Self::Step => value.parse::<u8>().is_ok_and(|step| step > 0),
            Self::Level => matches!(value, "easy" | "hard"),
            Self::Embed => matches!(value, "1" | "scroll"),
            Self::Scheme => matches!(value, "light" | "dark"),
        }
    }
}

/// The settings that are not as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings([Option<String>; Setting::ALL.len()]);

impl Settings {
    /// What is set.
    pub fn of(&self, setting: Setting) -> Option<&str> {
        self.0[setting as usize].as_deref()
    }

    /// These alone, as they are set.
    #[must_use]
    pub fn only(&self, kept: &[Setting]) -> Self {
        let mut settings = Self::default();
        for setting in kept {
            settings.0[*setting as usize].clone_from(&self.0[*setting as usize]);
        }
        settings
    }

    /// Sets a value, or nothing.
    pub fn set(&mut self, setting: Setting, value: Option<String>) {
        self.0[setting as usize] = value;
    }
}
