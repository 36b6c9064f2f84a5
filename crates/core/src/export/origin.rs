//! Where what is taken away comes from.

use crate::dataset::{Lang, Licence, PartialDate};
use crate::explore::ViewState;
use crate::page::Page;

/// The longest name of a file, in characters, without its ending.
const LONGEST: usize = 100;

/// Where what is taken away comes from. It goes with every file, so that what was copied on can be found and cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The explorer's title.
    pub title: String,
    /// The day of the data.
    pub day: PartialDate,
    /// Under which licence it may be used.
    pub licence: Option<Licence>,
    /// The full address of the view; empty where it is not known.
    pub view: String,
    /// Where its records are found.
    pub home: Home,
}

/// Where the records of a data set are found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// The address of the explorer's page, without query; empty where it is not known.
    pub page: String,
    /// The language in which they are shown.
    pub lang: Lang,
    /// The address of the data set, where it is not the explorer's own.
    pub data: Option<String>,
    /// Whether there is nothing but the explorer's page, as in the edition in one file.
    pub is_alone: bool,
}

impl Home {
    /// The address of a record that lasts: its own page, and where there is none the explorer with the record open. It is
    /// empty where the explorer's is not known.
    ///
    /// ```
    /// # use explorer_core::dataset::Lang;
    /// # use explorer_core::export::Home;
    /// let mut home = Home {
    ///     page: "https://example.org/index.html".into(),
    ///     lang: Lang::ZhHant,
    ///     ..Home::default()
    /// };
    /// assert_eq!(home.record("astri"), "https://example.org/zh-Hant/initiative/astri/");
    /// home.is_alone = true;
    /// assert_eq!(home.record("astri"), "https://example.org/index.html?id=astri&lang=zh-Hant");
    /// ```
    pub fn record(&self, id: &str) -> String {
        if self.page.is_empty() {
            return String::new();
        }
        if self.data.is_none() && !self.is_alone {
            let (folder, _) = self.page.rsplit_once('/').unwrap_or_default();
            return format!("{folder}/{}", Page::Record(id).path_in(self.lang));
        }
        let state = ViewState {
            id: Some(id.to_owned()),
            lang: Some(self.lang),
            data: self.data.clone(),
            ..ViewState::default()
        };
        [&self.page, &*state.to_href()].concat()
    }
}

impl Origin {
    /// The licence in a word or two, or nothing where the data names none.
    pub fn licence_name(&self) -> &str {
        self.licence.as_ref().map_or("", |licence| &licence.name)
    }

    /// Title, day, licence and address of the view in one line.
    pub fn line(&self) -> String {
        let day = self.day.to_string();
        let parts = [&self.title, &*day, self.licence_name(), &self.view];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }

    /// The name of a file with what it holds in words, and the day of the data: letters and digits of any script, and
    /// hyphens.
    ///
    /// ```
    /// # use explorer_core::export::Origin;
    /// let origin = Origin {
    ///     title: "Hong Kong AI Explorer".into(),
    ///     day: "2026-11-29".parse().unwrap(),
    ///     ..Origin::default()
    /// };
    /// let name = origin.file_name(&["Sums of money", "Health", "2019–"], "csv");
    /// assert_eq!(name, "hong-kong-ai-explorer_sums-of-money_health_2019_2026-11-29.csv");
    /// ```
    pub fn file_name(&self, holds: &[&str], ending: &str) -> String {
        let day = self.day.to_string();
        let title = [self.title.as_str()];
        let words = title.iter().chain(holds).map(|part| slug(part));
        let words: Vec<String> = words.filter(|part| !part.is_empty()).collect();
        let words: String = words.join("_").chars().take(LONGEST).collect();
        format!("{words}_{day}.{ending}")
    }
}

/// A text in lower case with a hyphen for whatever is neither letter nor digit.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}
