//! Checks the data alone.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use explorer_core::dataset::{Dataset, Fault, Initiative, Lang, check_style, check_ties};

use crate::data::DataFiles;

/// Prints what the data holds and every fault in it.
///
/// # Errors
/// How many faults there are, where there are any.
pub fn check() -> Result<()> {
    let files = DataFiles::read()?;
    let mut faults = Vec::new();
    match files.dataset() {
        Ok((dataset, found)) => {
            let (lessons, in_lessons) = files.lessons(&dataset);
            print_counts(&dataset);
            println!("{} lessons", lessons.len());
            faults.extend(found);
            faults.extend(check_ties(&dataset));
            faults.extend(in_lessons);
        }
        Err(found) => faults.extend(found),
    }
    for file in &files.initiatives {
        if let Ok(record) = Initiative::read(&file.path, &file.json) {
            faults.extend(check_style(&file.path, &record));
        }
    }
    faults.sort();
    faults.iter().for_each(|fault: &Fault| eprintln!("{fault}"));
    match faults.len() {
        0 => {
            println!("no fault");
            Ok(())
        }
        1 => bail!("1 fault in the data"),
        count => bail!("{count} faults in the data"),
    }
}

fn print_counts(dataset: &Dataset) {
    let records = &dataset.initiatives;
    let well_sourced = records
        .iter()
        .filter(|record| record.sources.len() >= 2)
        .count();
    println!(
        "{} records, {well_sourced} with two sources or more",
        records.len()
    );
    print_line(
        "theme",
        records
            .iter()
            .filter_map(|record| record.themes.first().cloned()),
    );
    print_line("kind", records.iter().map(|record| record.kind.clone()));
    print_line(
        "year",
        records.iter().map(|record| record.start.year().to_string()),
    );
    let languages = records
        .iter()
        .flat_map(|record| Lang::ALL.map(|lang| (record, lang)));
    let written = languages.filter(|(record, lang)| !record.summary.get(*lang).is_empty());
    print_line("language", written.map(|(_, lang)| lang.tag().to_owned()));
}

fn print_line(what: &str, values: impl Iterator<Item = String>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .into_iter()
        .map(|(value, count)| format!("{value} {count}"))
        .collect();
    println!("by {what}: {}", counts.join(", "));
}
