//! Measures in Chromium what a reader waits for: a letter typed into search, a facet, a record, a step of the timeline, on
//! the whole built page with everything of it at work. Nothing of the page's program is called: it gets events. And the
//! search alone, beside another.
//!
//! `bench times|profile ROUNDS SIZES FOLDER [AGAINST]` and `bench alone ROUNDS SIZES FOLDER SEARCH` (what `cargo xtask bench`
//! runs): SIZES are numbers of records or `own`, joined by commas; the folders are built sites, but for SEARCH, which has
//! the searches.

mod alone;
mod measure;
mod profile;
mod records;
mod table;

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::records::{Records, Size};
use crate::table::Table;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [kind, rounds, sizes, folders @ ..] = &arguments[..] else {
        bail!("usage: bench times|profile|alone ROUNDS SIZES FOLDER [FOLDER]");
    };
    let rounds: usize = rounds.parse().context("ROUNDS is no number")?;
    let folders: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
    for size in sizes.split(',') {
        let size: Size = size.parse()?;
        match &**kind {
            "times" => times(size, &folders, rounds)?,
            "profile" => {
                for folder in &folders {
                    println!("\n{size}, {}", folder.display());
                    profile::print(folder, &Records::new(folder, size)?);
                }
            }
            "alone" => {
                let [site, search] = &folders[..] else {
                    bail!("alone takes a site and a folder of searches");
                };
                let table = alone::times(search, &Records::new(site, size)?, rounds)?;
                table::print(&format!("{size}, search alone"), &[(String::new(), table)]);
            }
            other => bail!("{other} is neither times, profile nor alone"),
        }
    }
    Ok(())
}

/// Measures the sites in turn, so that what else the machine does falls on both alike.
fn times(size: Size, folders: &[PathBuf], rounds: usize) -> Result<()> {
    let mut sites = Vec::new();
    for folder in folders {
        let label = folder.display().to_string();
        sites.push((
            folder,
            Records::new(folder, size)?,
            (label, Table::default()),
        ));
    }
    for _ in 0..rounds {
        for (folder, records, (_, table)) in &mut sites {
            table.extend(measure::round(folder, records));
        }
        // Whichever came second comes first in the next round.
        sites.reverse();
    }
    if rounds % 2 == 1 {
        sites.reverse();
    }
    let tables: Vec<(String, Table)> = sites.into_iter().map(|(_, _, table)| table).collect();
    table::print(&size.to_string(), &tables);
    Ok(())
}
