//! Rewrites a data set of format 1.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use explorer_core::dataset::{self, DatasetFile, FORMAT};
use serde_json::Value;

use crate::clock::today;
use crate::data;

/// Rewrites the file of a data set in this format, and says what is still to be filled in by hand. Characters that nobody
/// sees are taken out, as whenever such a file is read.
///
/// # Errors
/// A file that cannot be read or written, or that has faults: nothing of it would be lost, so it is left as it is.
pub fn migrate(file: &Path) -> Result<()> {
    let json = data::text(file)?;
    let name = file.display().to_string();
    let (mut dataset, faults) = data::whole(&name, &json)?;
    let count = faults.iter().filter(|fault| !fault.is_hint).count();
    if count > 0 {
        bail!("{name} has faults ({count}); mend them first: cargo xtask check {name}");
    }
    let mut fields: BTreeMap<String, Value> =
        serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    if let Some(other) = fields
        .keys()
        .find(|field| !DatasetFile::FIELDS.contains(&field.as_str()))
    {
        bail!(
            "{name} has a field `{other}`, which would be lost; keep it elsewhere and take it out"
        );
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
        about: fields
            .remove("about")
            .map(serde_json::from_value)
            .transpose()?,
        format: FORMAT,
        vocabulary: dataset.vocabulary,
        initiatives: dataset.initiatives,
    };
    let json = serde_json::to_string_pretty(&whole)?;
    fs::write(file, json + "\n").with_context(|| format!("{name} cannot be written"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::project;

    #[test]
    fn a_field_that_would_be_lost_stops_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data.json");
        let vocabulary = project::root().join("public/data/vocabulary.json");
        let vocabulary: Value =
            serde_json::from_str(&fs::read_to_string(vocabulary).unwrap()).unwrap();
        let mut whole = json!({ "format": 1, "vocabulary": vocabulary, "initiatives": [] });
        whole["note"] = json!("Kept by hand.");
        fs::write(&file, whole.to_string()).unwrap();
        let error = migrate(&file).unwrap_err().to_string();
        assert!(error.contains("`note`"), "{error}");
        assert_eq!(fs::read_to_string(&file).unwrap(), whole.to_string());
        whole.as_object_mut().unwrap().remove("note");
        // Some editors put a mark before it.
        fs::write(&file, format!("\u{feff}{whole}")).unwrap();
        migrate(&file).unwrap();
        let migrated: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(migrated["format"], FORMAT);
        assert_eq!(migrated["vocabulary"]["themes"], vocabulary["themes"]);
    }
}
