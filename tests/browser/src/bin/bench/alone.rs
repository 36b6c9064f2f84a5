//! The search alone, without the page: the explorer's and FlexSearch's in one page of Chromium.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::Result;
use browser_tests::Visit;
use serde_json::json;

use crate::measure::perform;
use crate::records::Records;
use crate::table::Table;

/// How long the searches in a folder, where `cargo xtask bench` has put them, take to be made of these records and to
/// answer each letter typed. Each is asked as often as there are `rounds`, and its best time counts.
pub fn times(folder: &Path, records: &Records, rounds: usize) -> Result<Table> {
    fs::write(folder.join("cards.json"), records.cards()?)?;
    fs::write(folder.join("alone.js"), include_str!("page/alone.js"))?;
    fs::write(
        folder.join("index.html"),
        "<!doctype html><title>Search</title>",
    )?;
    let timed = RefCell::new(Table::default());
    Visit::new().site(folder).run(async |page, _| {
        let mut table = Table::default();
        page.open("index.html").await?;
        let queries = json!(records.queries());
        let script =
            format!("import('./alone.js').then((alone) => alone.measure({queries}, {rounds}))");
        let rows: Vec<(String, Vec<f64>)> = serde_json::from_value(perform(page, &script).await?)?;
        for (row, times) in rows {
            for time in times {
                table.add_time(&row, time);
            }
        }
        timed.replace(table);
        Ok(())
    });
    Ok(timed.into_inner())
}
