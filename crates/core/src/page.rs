//! The pages of the site that can be read without the program: where each lies, and which view of the explorer it stands
//! for. What writes pages, leads to them or keeps them follows this.

use crate::dataset::{Dataset, Lang};
use crate::explore::{Facet, Sort, View, ViewState};

/// A page of the site, in whichever language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page<'a> {
    /// The overview, the first cards, the beginning of the list in order of time.
    Front,
    /// What there is to say of the data and of the site.
    About,
    /// All records in a plain table.
    All,
    /// All topics, by group.
    Topics,
    /// All organisations, by kind.
    Organisations,
    /// A record, by its id.
    Record(&'a str),
    /// A theme with its records, by its id.
    Theme(&'a str),
    /// A topic with its records, by its id.
    Topic(&'a str),
    /// An organisation with its records, by its id.
    Organisation(&'a str),
}

/// The folders of pages of which there are many, each with the key of the address that has the same id: `scripts/pages.js`
/// has them too, and a test holds the two against each other.
pub const FOLDERS: [(&str, &str); 4] = [
    ("initiative", "id"),
    ("theme", "theme"),
    ("topic", "topic"),
    ("organisation", "org"),
];

/// The folder of a language's pages in the site: empty, or ending with a slash.
pub const fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::ZhHant => "zh-Hant/",
        Lang::ZhHans => "zh-Hans/",
    }
}

/// The facets whose values have pages.
const FACETS: [Facet; 3] = [Facet::Theme, Facet::Topic, Facet::Org];

impl<'a> Page<'a> {
    /// Pages of which there is one.
    pub const SINGLE: [Page<'static>; 5] = [
        Page::Front,
        Page::About,
        Page::All,
        Page::Topics,
        Page::Organisations,
    ];

    /// Every page of a data set's site.
    pub fn all(dataset: &'a Dataset) -> impl Iterator<Item = Self> {
        let vocabulary = &dataset.vocabulary;
        let themes = vocabulary.themes.iter().map(|theme| Self::Theme(&theme.id));
        let topics = vocabulary.topics.iter().map(|topic| Self::Topic(&topic.id));
        let bodies = vocabulary.organisations.iter();
        let bodies = bodies.map(|body| Self::Organisation(&body.id));
        let records = dataset.initiatives.iter();
        let records = records.map(|record| Self::Record(&record.id));
        let single = Self::SINGLE.into_iter();
        single
            .chain(themes)
            .chain(topics)
            .chain(bodies)
            .chain(records)
    }

    /// Its path below the root of its language: empty, or ending with a slash.
    ///
    /// ```
    /// # use explorer_core::page::Page;
    /// assert_eq!(Page::Record("astri").path(), "initiative/astri/");
    /// assert_eq!(Page::Front.path(), "");
    /// ```
    pub fn path(self) -> String {
        let (folder, id) = match self {
            Self::Front => return String::new(),
            Self::About => ("about", None),
            Self::All => ("all", None),
            Self::Topics => ("topic", None),
            Self::Organisations => ("organisation", None),
            Self::Record(id) => ("initiative", Some(id)),
            Self::Theme(id) => ("theme", Some(id)),
            Self::Topic(id) => ("topic", Some(id)),
            Self::Organisation(id) => ("organisation", Some(id)),
        };
        match id {
            Some(id) => format!("{folder}/{id}/"),
            None => format!("{folder}/"),
        }
    }

    /// Its path below the site's root in a language.
    pub fn path_in(self, lang: Lang) -> String {
        [folder(lang), &self.path()].concat()
    }

    /// The view of the explorer that shows the same, or comes nearest to it.
    pub fn view(self) -> ViewState {
        let mut state = ViewState::default();
        let value = match self {
            Self::Front | Self::About => return state,
            Self::Record(id) => {
                state.id = Some(id.to_owned());
                return state;
            }
            Self::All => {
                state.view = View::Table;
                return state;
            }
            Self::Topics | Self::Organisations => None,
            Self::Theme(id) => Some((Facet::Theme, id)),
            Self::Topic(id) => Some((Facet::Topic, id)),
            Self::Organisation(id) => Some((Facet::Org, id)),
        };
        state.view = View::Cards;
        if let Some((facet, id)) = value {
            state.choices.insert(facet, id);
            state.sort = Some(Sort::Oldest);
        }
        state
    }

    /// The page that shows what a view does: that of its open record, or of the one value that narrows it.
    pub fn of(state: &'a ViewState) -> Option<Self> {
        if let Some(id) = &state.id {
            return Some(Self::Record(id));
        }
        FACETS.into_iter().find_map(|facet| {
            let [id] = state.choices.of(facet) else {
                return None;
            };
            let mut rest = state.clone();
            rest.choices.clear(facet);
            rest.sort = None;
            let plain = ViewState {
                view: state.view,
                ..ViewState::default()
            };
            (rest == plain).then_some(match facet {
                Facet::Theme => Self::Theme(id),
                Facet::Topic => Self::Topic(id),
                _ => Self::Organisation(id),
            })
        })
    }
}
