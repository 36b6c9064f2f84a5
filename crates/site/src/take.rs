//! Writes what the page lets one take away, of all records, so that others' programs can be asked whether they read it.

use std::path::PathBuf;

use anyhow::Result;
use explorer_core::dataset::{Bundle, DatasetFile, Initiative, Lang};
use explorer_core::explore::{View, ViewState};
use explorer_core::export::{bibtex, calendar, ris};

use crate::assets::Staging;
use crate::{project, release, sheets};

/// Writes `references.ris`, `references.bib` and `dates.<lang>.ics` of the site in `dist/` into a folder.
///
/// # Errors
/// There is no release in `dist/`, or a file cannot be written.
pub fn take(folder: PathBuf) -> Result<()> {
    let dist = project::root().join("dist");
    release::ensure(&dist)?;
    let site = Staging { folder: dist };
    let dataset = DatasetFile::read("dataset", &site.text("data/dataset.json")?)?;
    let bundle = Bundle::read("cards", &site.text("data/cards.en.json")?)?;
    let view = ViewState {
        view: View::Table,
        ..ViewState::default()
    };
    let origin = sheets::origin(&bundle, &view, None)?;
    let all: Vec<&Initiative> = dataset.initiatives.iter().collect();
    let taken = Staging { folder };
    taken.write("references.ris", ris(&all, &origin))?;
    taken.write("references.bib", bibtex(&all, &origin))?;
    for lang in Lang::ALL {
        let dates = calendar(&all, lang, &origin);
        taken.write(&format!("dates.{}.ics", lang.tag()), dates)?;
    }
    Ok(())
}
