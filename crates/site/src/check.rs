//! Checks data alone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use explorer_core::dataset::{
    Dataset, Fault, Initiative, Lang, check_aside, check_days, check_doubts, check_names,
    check_parts, check_plans, check_sources, check_style, check_sums, check_ties,
    check_vocabulary_style,
};

use crate::clock::today;
use crate::data::{self, DataFiles};

/// What to check, and what to tell.
#[derive(Args)]
pub struct Options {
    /// The file of somebody else's data set, in place of this repository's data
    file: Option<PathBuf>,
    /// List hints as well: what could be told and is not
    #[arg(long)]
    hints: bool,
}

/// Prints what the data holds, every fault in it, and how many hints there are.
///
/// # Errors
/// How many faults there are, where there are any.
pub fn check(options: &Options) -> Result<()> {
    let mut found = match &options.file {
        Some(file) => check_whole(file)?,
        None => check_own()?,
    };
    found.sort();
    let (hints, faults): (Vec<Fault>, Vec<Fault>) =
        found.into_iter().partition(|fault| fault.is_hint);
    if options.hints {
        hints.iter().for_each(|hint| println!("hint: {hint}"));
    } else if !hints.is_empty() {
        println!("{} hints; --hints lists them", hints.len());
    }
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    match faults.len() {
        0 => {
            println!("no fault");
            Ok(())
        }
        1 => bail!("1 fault in the data"),
        count => bail!("{count} faults in the data"),
    }
}

/// What is found in somebody else's data set.
fn check_whole(file: &Path) -> Result<Vec<Fault>> {
    let json = data::text(file)?;
    let name = file.display().to_string();
    let (dataset, mut found) = data::whole(&name, &json)?;
    print_counts(&dataset);
    // What is planned is a matter of the newest page, what has come one of the clock, and others may count sums,
    // publishers and sources in their own way; a sum that leads nowhere is wrong in anybody's data.
    let today = today()?;
    for check in [check_plans, check_days] {
        found.extend(check(&dataset, today).into_iter().map(Fault::hint));
    }
    for check in [
        check_names,
        check_parts,
        check_aside,
        check_doubts,
        check_sources,
    ] {
        found.extend(check(&dataset).into_iter().map(Fault::hint));
    }
    found.extend(check_sums(&dataset));
    Ok(found)
}

/// What is found in the data of this repository.
fn check_own() -> Result<Vec<Fault>> {
    let files = DataFiles::read()?;
    let today = today()?;
    let mut found = match files.dataset() {
        Ok((dataset, mut found)) => {
            let (lessons, in_lessons) = files.lessons(&dataset);
            print_counts(&dataset);
            println!("{} lessons", lessons.len());
            found.extend(check_vocabulary_style(
                &files.vocabulary.path,
                &dataset.vocabulary,
            ));
            found.extend(check_names(&dataset));
            found.extend(check_ties(&dataset));
            found.extend(check_sums(&dataset));
            found.extend(check_parts(&dataset));
            found.extend(check_aside(&dataset));
            found.extend(check_plans(&dataset, today));
            found.extend(check_sources(&dataset));
            found.extend(check_doubts(&dataset));
            found.extend(check_days(&dataset, today));
            found.extend(in_lessons);
            found
        }
        Err(found) => found,
    };
    found.extend(files.strays);
    for file in &files.initiatives {
        if let Ok(json) = &file.json
            && let Ok(record) = Initiative::read(&file.path, json)
        {
            found.extend(check_style(&file.path, &record));
        }
    }
    Ok(found)
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
    let sources = records.iter().flat_map(|record| &record.sources);
    let read = sources.clone().filter(|source| source.read.is_some());
    println!(
        "{} sources, {} with the day on which they were read",
        sources.count(),
        read.count()
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

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::{Value, json};

    use super::*;
    use crate::project;

    #[test]
    fn sources_of_others_are_hints_in_one_place() {
        let read = |path: &str| {
            let text = fs::read_to_string(project::root().join("public/data").join(path)).unwrap();
            serde_json::from_str::<Value>(&text).unwrap()
        };
        let mut record = read("initiatives/cityu-school-of-data-science.json");
        record["related"] = json!([]);
        record["status_as_of"] = json!("1900");
        let mut uncited = record["sources"][0].clone();
        uncited["url"] = json!("https://example.org/other");
        record["sources"].as_array_mut().unwrap().push(uncited);
        let whole = json!({
            "format": 2, "vocabulary": read("vocabulary.json"), "initiatives": [record],
        });
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data.json");
        fs::write(&file, whole.to_string()).unwrap();

        let found = check_whole(&file).unwrap();
        assert!(found.iter().all(|fault| fault.is_hint), "{found:#?}");
        let name = "record 1 (cityu-school-of-data-science)";
        let of_record = found.iter().filter(|fault| fault.file == name);
        let fields: Vec<&str> = of_record.map(|fault| fault.field.as_str()).collect();
        let last = record["sources"].as_array().unwrap().len() - 1;
        assert!(fields.contains(&"status_as_of"), "{fields:?}");
        assert!(fields.contains(&&*format!("sources[{last}]")), "{fields:?}");
        let others = found
            .iter()
            .filter(|fault| fault.file != name && fault.file != "vocabulary");
        assert_eq!(others.count(), 0);
    }
}
