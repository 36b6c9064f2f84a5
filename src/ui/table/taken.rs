//! What was found at one moment, and the files that are made of it.

use std::collections::HashMap;

use leptos::prelude::*;

use super::data::{Shown, TableData};
use crate::dataset::{DatasetFile, Initiative};
use crate::explore::{Column, Rows, ViewState};
use crate::export::{Origin, Selection, Sheet, SheetRow, apa, bibtex, calendar, ris};
use crate::state;
use crate::ui::{AppState, LoadError, Words, browser};

/// A form of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The rows and columns of the table.
    Csv,
    /// The records in full.
    Json,
    /// Their sources, as RIS.
    Ris,
    /// Their sources, as BibTeX.
    Bibtex,
    /// Their sources, as people read them.
    Apa,
    /// Their dates, as iCalendar.
    Calendar,
}

impl Form {
    /// All forms, as a reader is offered them.
    pub const ALL: [Self; 6] = [
        Self::Csv,
        Self::Json,
        Self::Ris,
        Self::Bibtex,
        Self::Apa,
        Self::Calendar,
    ];

    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ris => "ris",
            Self::Bibtex => "bib",
            Self::Apa => "txt",
            Self::Calendar => "ics",
        }
    }

    /// What the browser knows it by.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Ris => "application/x-research-info-systems",
            Self::Bibtex => "application/x-bibtex",
            Self::Apa => "text/plain;charset=utf-8",
            Self::Calendar => "text/calendar;charset=utf-8",
        }
    }

    /// What it is called.
    pub fn name(self, words: Words) -> &'static str {
        match self {
            Self::Csv => words.take_csv(),
            Self::Json => words.take_json(),
            Self::Ris => words.take_ris(),
            Self::Bibtex => words.take_bibtex(),
            Self::Apa => words.take_apa(),
            Self::Calendar => words.take_calendar(),
        }
    }

    /// What it holds, for the name of the file.
    fn holds(self, words: Words, rows: Rows) -> &'static str {
        match self {
            Self::Csv => words.rows(rows),
            Self::Json => words.rows(Rows::Initiatives),
            Self::Ris | Self::Bibtex | Self::Apa => words.rows(Rows::Sources),
            Self::Calendar => words.column_date(),
        }
    }
}

/// What was found at one moment.
pub struct Taken {
    /// The table.
    pub shown: Shown,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Where it comes from.
    pub origin: Origin,
    rows: Rows,
    keys: Vec<SheetRow>,
    /// The ids of the records, in order.
    found: Vec<String>,
    /// What narrows the view, in words.
    filters: Vec<String>,
}

impl Taken {
    /// What is found now; nothing while it is on its way.
    pub fn new(app: AppState, data: TableData, filters: Vec<String>) -> Option<Self> {
        let shown = untrack(|| data.shown(app))?;
        let state = app.view_state.get_untracked();
        let id = |card: u32| {
            let card = shown.bundle.cards.get(card as usize)?;
            Some(card.id.clone())
        };
        let keys = data.keys.get_untracked();
        let keys = keys.iter().filter_map(|key| {
            let (id, item) = (id(key.card)?, key.item as usize);
            Some(SheetRow { id, item })
        });
        let results = app.results.get_untracked();
        Some(Self {
            columns: state.shown_columns(),
            origin: origin(&shown, &state),
            rows: state.rows,
            keys: keys.collect(),
            found: results.cards.iter().filter_map(|card| id(*card)).collect(),
            filters,
            shown,
        })
    }

    /// The interface's words in the language of the table.
    pub fn words(&self) -> Words {
        Words(self.shown.bundle.lang)
    }

    /// The file of the whole data set, in which all is that a file may hold, as text.
    ///
    /// # Errors
    /// Why it could not be loaded.
    pub async fn dataset(&self) -> Result<String, LoadError> {
        state::file(self.origin.home.data.as_deref(), "dataset.json").await
    }

    /// The name of a file.
    pub fn file_name(&self, form: Form) -> String {
        let holds = form.holds(self.words(), self.rows);
        let filters = self.filters.iter().map(String::as_str);
        let holds: Vec<&str> = [holds].into_iter().chain(filters).collect();
        self.origin.file_name(&holds, form.ending())
    }

    /// What a file holds; nothing where it cannot be written.
    fn content(&self, form: Form, dataset: &DatasetFile) -> Option<Vec<u8>> {
        let text = match form {
            Form::Csv => {
                let sheet = Sheet {
                    rows: self.rows,
                    columns: &self.columns,
                    keys: &self.keys,
                };
                return sheet.csv(dataset, &self.origin).ok();
            }
            Form::Json => {
                let found = self.found(dataset);
                let selection = Selection::new(&dataset.vocabulary, found, &self.origin);
                selection.json().ok()?
            }
            Form::Ris => ris(&self.found(dataset), &self.origin),
            Form::Bibtex => bibtex(&self.found(dataset), &self.origin),
            Form::Apa => apa(&self.found(dataset), &self.origin),
            Form::Calendar => calendar(&self.found(dataset), self.words().0, &self.origin),
        };
        Some(text.into_bytes())
    }

    /// The records in full, in order.
    fn found<'a>(&self, dataset: &'a DatasetFile) -> Vec<&'a Initiative> {
        let records = dataset.initiatives.iter();
        let by_id: HashMap<&str, &Initiative> =
            records.map(|record| (record.id.as_str(), record)).collect();
        let found = self.found.iter();
        found
            .filter_map(|id| by_id.get(id.as_str()).copied())
            .collect()
    }
}

/// Makes the content of a file out of what was found and the file of the whole data set; nothing where it cannot be
/// written.
pub type MakeFile = fn(&Taken, Form, &str) -> Result<Option<Vec<u8>>, LoadError>;

/// The content of a file, as [`MakeFile`] has it.
///
/// # Errors
/// Why the data set cannot be read.
pub fn make_file(taken: &Taken, form: Form, json: &str) -> Result<Option<Vec<u8>>, LoadError> {
    let dataset = DatasetFile::read("dataset", json)?;
    Ok(taken.content(form, &dataset))
}

/// Where it comes from.
fn origin(shown: &Shown, state: &ViewState) -> Origin {
    let bundle = &shown.bundle;
    let explorer = &bundle.vocabulary.explorer;
    // Of data from elsewhere nobody says when it was changed, so the day is that of the last news in it.
    let last = bundle.cards.iter().map(|card| card.heard).max();
    let home = browser::home(bundle.lang, state.data.clone());
    Origin {
        title: explorer.title.get(bundle.lang).to_owned(),
        day: bundle.updated.or(last).unwrap_or_default(),
        licence: explorer.licence.clone(),
        view: [&home.page, &*state.to_href()].concat(),
        home,
    }
}
