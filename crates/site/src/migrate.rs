//! Rewrites a data set of format 1.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use explorer_core::dataset::{self, Dataset, DatasetFile, FORMAT};

use crate::clock::today;
use crate::data;

/// Rewrites the file of a data set in this format, and says what is still to be filled in by hand.
///
/// # Errors
/// A file that cannot be read or written, or that has faults: nothing of it would be lost, so it is left as it is.
pub fn migrate(file: &Path) -> Result<()> {
    let json = data::text(file)?;
    let name = file.display().to_string();
    let (mut dataset, faults) = Dataset::read_whole(&name, &json)?;
    let count = faults.iter().filter(|fault| !fault.is_hint).count();
    if count > 0 {
        bail!("{name} has faults ({count}); mend them first: cargo xtask check {name}");
    }
    dataset::migrate(&mut dataset, today()?);
    let milestones = dataset
        .initiatives
        .iter()
        .flat_map(|record| &record.milestones);
    let amounts = dataset
        .initiatives
        .iter()
        .flat_map(|record| &record.amounts);
    println!(
        "{} records; without a kind: {} milestones, {} sums",
        dataset.initiatives.len(),
        milestones
            .filter(|milestone| milestone.kind.is_none())
            .count(),
        amounts.filter(|amount| amount.kind.is_none()).count(),
    );
    let whole = DatasetFile {
        format: FORMAT,
        vocabulary: dataset.vocabulary,
        initiatives: dataset.initiatives,
    };
    let json = serde_json::to_string_pretty(&whole)?;
    fs::write(file, json + "\n").with_context(|| format!("{name} cannot be written"))
}
