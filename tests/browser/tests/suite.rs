//! All browser tests as one program, so that the machine is kept busy to the end: Cargo runs one program after another.

use std::fs;

use browser_tests::project;

mod accessibility;
mod anywhere;
mod chunks;
mod collections;
mod components;
mod embed;
mod facets;
mod game;
mod input_method;
mod language;
mod lessons;
mod loads;
mod offers;
mod overview;
mod packages;
mod pages;
mod paper;
mod phone;
mod places;
mod preferences;
mod print;
mod record;
mod retries;
mod search;
mod share;
mod table;
mod timeline;
mod timeline_window;
mod titles;
mod trouble;

#[test]
fn every_file_of_tests_is_run() -> anyhow::Result<()> {
    for entry in fs::read_dir(project::path("tests/browser/tests"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix(".rs").filter(|name| *name != "suite") {
            let line = format!("mod {name};");
            assert!(
                include_str!("suite.rs").lines().any(|other| other == line),
                "{line}"
            );
        }
    }
    Ok(())
}
