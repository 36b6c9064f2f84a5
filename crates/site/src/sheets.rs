//! Writes the data as tables: a CSV file for each kind of row, with all of its columns.

use anyhow::Result;
use explorer_core::dataset::{Bundle, DatasetFile};
use explorer_core::explore::{Rows, View, ViewState};
use explorer_core::export::{Home, Origin, Sheet, SheetRow};

use crate::assets::Staging;
use crate::clock::today;

/// Writes `data/initiatives.csv`, `data/sums.csv`, `data/milestones.csv` and `data/sources.csv`. They lead to the site's
/// address, where it is known.
///
/// # Errors
/// Data that is missing, or a file that cannot be written.
pub fn write(staging: &Staging, url: Option<&str>) -> Result<()> {
    let dataset = DatasetFile::read("dataset", &staging.text("data/dataset.json")?)?;
    let bundle = Bundle::read("cards", &staging.text("data/cards.en.json")?)?;
    for rows in Rows::ALL {
        let view = ViewState {
            view: View::Table,
            rows,
            ..ViewState::default()
        };
        let origin = origin(&bundle, &view, url)?;
        let sheet = Sheet {
            rows,
            columns: &rows.columns(),
            keys: &SheetRow::all(rows, &dataset.initiatives),
        };
        let name = format!("data/{}.csv", rows.key());
        staging.write(&name, sheet.csv(&dataset, &origin)?)?;
    }
    Ok(())
}

/// Where a view of the explorer's own data comes from, at the site's address where it is known.
///
/// # Errors
/// As of [`today`].
pub fn origin(bundle: &Bundle, view: &ViewState, url: Option<&str>) -> Result<Origin> {
    let explorer = &bundle.vocabulary.explorer;
    let page = url.unwrap_or("./");
    Ok(Origin {
        title: explorer.title.get(bundle.lang).to_owned(),
        day: bundle.updated.map_or_else(today, Ok)?,
        licence: explorer.licence.clone(),
        view: [page, &view.to_href()].concat(),
        home: Home {
            page: page.to_owned(),
            lang: bundle.lang,
            ..Home::default()
        },
    })
}
