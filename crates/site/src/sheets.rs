//! The data as they can be taken away whole: as tables, a CSV file for each kind of row with all of its columns, and as one JSON
//! file; and what is said of them to machines.

use anyhow::Result;
use explorer_core::dataset::{Bundle, Dataset, DatasetFile, Lang, PartialDate};
use explorer_core::explore::{Rows, View, ViewState};
use explorer_core::export::{Home, Origin, Selection, Sheet, SheetRow, linked_data};
use explorer_core::page::folder;
use serde_json::Value;

use crate::assets::Staging;
use crate::clock::today;

/// The whole data set.
const WHOLE: &str = "data/dataset.json";

/// The files, each with its media type.
fn files() -> Vec<(&'static str, String)> {
    let tables = Rows::ALL.map(|rows| ("text/csv", file(rows)));
    let whole = ("application/json", WHOLE.to_owned());
    [whole].into_iter().chain(tables).collect()
}

/// The file of such rows.
fn file(rows: Rows) -> String {
    format!("data/{}.csv", rows.key())
}

/// Writes `data/initiatives.csv`, `data/sums.csv`, `data/milestones.csv` and `data/sources.csv`, and into `data/dataset.json`
/// where it comes from. They lead to the site's address, where it is known.
///
/// # Errors
/// Data that is missing, or a file that cannot be written.
pub fn write(staging: &Staging, url: Option<&str>) -> Result<()> {
    let dataset = DatasetFile::read("dataset", &staging.text(WHOLE)?)?;
    let bundle = Bundle::read("cards", &staging.text("data/cards.en.json")?)?;
    for rows in Rows::ALL {
        let origin = origin(&bundle, rows, url)?;
        staging.write(&file(rows), table(&dataset, rows, &origin)?)?;
    }
    let origin = origin(&bundle, Rows::default(), url)?;
    let whole = Selection::new(&dataset.vocabulary, &dataset.initiatives, &origin);
    staging.write(WHOLE, whole.json()?)
}

/// The CSV file of all rows of a kind, with all of their columns.
///
/// # Errors
/// As of [`Sheet::csv`].
pub fn table(dataset: &DatasetFile, rows: Rows, origin: &Origin) -> Result<Vec<u8>> {
    let sheet = Sheet {
        rows,
        columns: &rows.columns(),
        keys: &SheetRow::all(rows, &dataset.initiatives),
    };
    Ok(sheet.csv(dataset, origin)?)
}

/// Where the table of such rows of the explorer's own data comes from, at the site's address where it is known.
///
/// # Errors
/// As of [`today`].
pub fn origin(bundle: &Bundle, rows: Rows, url: Option<&str>) -> Result<Origin> {
    let explorer = &bundle.vocabulary.explorer;
    let view = ViewState {
        view: View::Table,
        rows,
        ..ViewState::default()
    };
    Ok(Origin {
        title: explorer.title.get(bundle.lang).to_owned(),
        day: bundle.updated.map_or_else(today, Ok)?,
        licence: explorer.licence.clone(),
        view: url.map_or_else(String::new, |url| [url, &view.to_href()].concat()),
        home: Home {
            page: url.unwrap_or_default().to_owned(),
            lang: bundle.lang,
            ..Home::default()
        },
    })
}

/// What the front page of a language says to machines: the data set in the words of schema.org, and the forms in which it can be
/// had. Where the site's address is not known, they are named as seen from that page.
pub fn data_set(
    dataset: &Dataset,
    lang: Lang,
    site: Option<&str>,
    updated: Option<PartialDate>,
) -> Value {
    let (root, url) = match site {
        Some(root) => (root.to_owned(), [root, folder(lang)].concat()),
        None => {
            let up = "../".repeat(folder(lang).matches('/').count());
            (up, "./".to_owned())
        }
    };
    let files = files().into_iter();
    let files: Vec<_> = files
        .map(|(form, name)| (form, [&*root, &name].concat()))
        .collect();
    linked_data::dataset(dataset, lang, &url, updated, &files)
}
