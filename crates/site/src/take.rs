//! Writes what the page lets one take away, of all records and of hostile ones, so that others' programs can be asked whether
//! they read it.

use std::path::PathBuf;

use anyhow::Result;
use explorer_core::dataset::{
    Amount, Bundle, DatasetFile, Initiative, Lang, Milestone, Source, Text,
};
use explorer_core::explore::Rows;
use explorer_core::export::{Origin, Selection, bibtex, calendar, ris};

use crate::assets::Staging;
use crate::{project, release, sheets};

/// Where the site is said to be: it need not know, and what is taken away in a browser does.
const ADDRESS: &str = "https://example.org/";

/// Texts that end, begin or hide what they should not: formulas, quotes, line ends, tabs, commands, fields of other formats,
/// letters from right to left.
const HOSTILE: [&str; 22] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1;1)",
    "=HYPERLINK(\"https://example.org/\",\"a,b\")",
    "\"quoted\", 'too', \"\"twice",
    "two\r\nlines\nand\ra third",
    "cells\tand; more, and | more",
    "R&D 100% #1 $5_000 {a} b~c ^d",
    "\\input{x} \\textbf{y}",
    "a -- b --- c ''d'' e",
    "@misc{key, title = {x}}",
    "ER  - \r\n\r\nTY  - BOOK\r\nTI  - x",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "עברית (abc) עברית",
];

/// Writes references and dates of the site in `dist/` into the folder `own`, and of hostile records into `hostile`, there with
/// tables and the records themselves, since the site has no such.
///
/// # Errors
/// There is no release in `dist/`, or a file cannot be written.
pub fn take(folder: PathBuf) -> Result<()> {
    let dist = project::root().join("dist");
    release::ensure(&dist)?;
    let site = Staging { folder: dist };
    let own = DatasetFile::read("dataset", &site.text("data/dataset.json")?)?;
    let bundle = Bundle::read("cards", &site.text("data/cards.en.json")?)?;
    let origin = sheets::origin(&bundle, Rows::default(), Some(ADDRESS))?;
    let taken = Staging { folder };
    write(&taken, "own", &own, &origin)?;
    let hostile = DatasetFile {
        initiatives: (1..).zip(HOSTILE).map(hostile).collect(),
        ..own
    };
    write(&taken, "hostile", &hostile, &origin)?;
    for rows in Rows::ALL {
        let table = sheets::table(&hostile, rows, &origin)?;
        taken.write(&format!("hostile/data/{}.csv", rows.key()), table)?;
    }
    let whole = Selection::new(&hostile.vocabulary, &hostile.initiatives, &origin);
    taken.write("hostile/data/dataset.json", whole.json()?)
}

/// Writes `references.ris`, `references.bib` and `dates.<lang>.ics` into a folder.
fn write(taken: &Staging, folder: &str, dataset: &DatasetFile, origin: &Origin) -> Result<()> {
    let all: Vec<&Initiative> = dataset.initiatives.iter().collect();
    taken.write(&format!("{folder}/references.ris"), ris(&all, origin))?;
    taken.write(&format!("{folder}/references.bib"), bibtex(&all, origin))?;
    for lang in Lang::ALL {
        let dates = calendar(&all, lang, origin);
        taken.write(&format!("{folder}/dates.{}.ics", lang.tag()), dates)?;
    }
    Ok(())
}

/// A record that says a hostile text wherever it says something.
fn hostile((number, words): (usize, &str)) -> Initiative {
    let text = Text {
        en: words.to_owned(),
        zh_hant: words.to_owned(),
        zh_hans: words.to_owned(),
    };
    let date = "2024-02-29".parse().unwrap_or_default();
    Initiative {
        id: format!("hostile-{number}"),
        name: text.clone(),
        summary: text.clone(),
        start: date,
        amounts: vec![Amount {
            hkd: 1,
            what: text.clone(),
            sources: vec![1],
            ..Amount::default()
        }],
        milestones: vec![Milestone {
            date,
            text,
            sources: vec![1],
            ..Milestone::default()
        }],
        sources: vec![Source {
            url: Some(format!("https://example.org/?a=1,2;{number}")),
            title: words.to_owned(),
            publisher: words.to_owned(),
            ..Source::default()
        }],
        ..Initiative::default()
    }
}
