//! The data as it lies in the repository.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use hong_kong_ai_explorer::dataset::{Dataset, Fault};

use crate::project;

/// A file of the data: its path within the repository, and what it holds.
pub struct DataFile {
    /// The path, as people name it.
    pub path: String,
    /// The JSON text.
    pub json: String,
}

/// The files of the data.
pub struct DataFiles {
    /// `vocabulary.json`.
    pub vocabulary: DataFile,
    /// One file a record, by name.
    pub initiatives: Vec<DataFile>,
}

impl DataFiles {
    /// Reads all files.
    ///
    /// # Errors
    /// A folder or file that cannot be read, by name.
    pub fn read() -> Result<Self> {
        let folder = project::root().join("public/data/initiatives");
        let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
            .with_context(|| format!("{} cannot be read", folder.display()))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        paths.sort();
        Ok(Self {
            vocabulary: read(project::root().join("public/data/vocabulary.json"))?,
            initiatives: paths.into_iter().map(read).collect::<Result<_>>()?,
        })
    }

    /// The sound part of the data, and every fault.
    ///
    /// # Errors
    /// The faults of a vocabulary that cannot be used.
    pub fn dataset(&self) -> Result<(Dataset, Vec<Fault>), Vec<Fault>> {
        let vocabulary = (self.vocabulary.path.as_str(), self.vocabulary.json.as_str());
        Dataset::read(
            vocabulary,
            self.initiatives
                .iter()
                .map(|file| (file.path.as_str(), file.json.as_str())),
        )
    }
}

fn read(path: PathBuf) -> Result<DataFile> {
    let json =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let path = path
        .strip_prefix(project::root())
        .unwrap_or(&path)
        .display()
        .to_string();
    Ok(DataFile { path, json })
}
