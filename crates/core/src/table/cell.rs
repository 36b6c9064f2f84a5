//! What stands in one row and one column.

use std::borrow::Cow;

use crate::dataset::PartialDate;
use crate::i18n::{Words, format};

/// What stands in one row and one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The data says nothing of it.
    Empty,
    /// Words.
    Text(String),
    /// Several names.
    Names(Vec<String>),
    /// A number.
    Number(u64),
    /// A date, and whether it is an estimate.
    Date(PartialDate, bool),
    /// It is so.
    Yes,
    /// Pages.
    Links(Vec<Link>),
}

/// Words that lead to a page, if it has an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is read.
    pub text: String,
    /// Where it leads: an http or https address.
    pub url: Option<String>,
}

impl Cell {
    /// What the page shows.
    pub fn shown(&self, words: Words) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) => text.into(),
            Self::Names(names) => names.join(words.comma()).into(),
            Self::Links(links) => joined(links, words.comma()),
            Self::Number(number) => format::number(*number).into(),
            Self::Date(date, is_estimate) => {
                let date = format::date(words.0, *date);
                if *is_estimate {
                    words.about(date).into()
                } else {
                    date.into()
                }
            }
            Self::Yes => words.yes().into(),
        }
    }

    /// What a file holds, for machines: numbers without groups, dates as in ISO 8601, an estimate with the tilde of its
    /// second part, names and pages parted by semicolons.
    ///
    /// ```
    /// # use explorer_core::table::Cell;
    /// let date = "2018-04".parse().unwrap();
    /// assert_eq!(Cell::Date(date, true).plain(), "2018-04~");
    /// assert_eq!(Cell::Number(50_000).plain(), "50000");
    /// ```
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) => text.into(),
            Self::Names(names) => names.join("; ").into(),
            Self::Links(links) => joined(links, "; "),
            Self::Number(number) => number.to_string().into(),
            Self::Date(date, is_estimate) => {
                let mark = if *is_estimate { "~" } else { "" };
                format!("{date}{mark}").into()
            }
            Self::Yes => "true".into(),
        }
    }
}

fn joined<'a>(links: &'a [Link], between: &str) -> Cow<'a, str> {
    match links {
        [link] => Cow::Borrowed(&link.text),
        links => {
            let texts: Vec<&str> = links.iter().map(|link| &*link.text).collect();
            texts.join(between).into()
        }
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.filter(|text| !text.is_empty())
            .map_or(Self::Empty, Self::Text)
    }
}
