//! The data as it lies in the repository.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use explorer_core::address::read_step_view;
use explorer_core::dataset::{Dataset, Fault, Lesson, check_lesson, decode};

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
    /// One file a lesson, by name.
    pub lessons: Vec<DataFile>,
}

impl DataFiles {
    /// Reads all files.
    ///
    /// # Errors
    /// A folder or file that cannot be read, by name.
    pub fn read() -> Result<Self> {
        Ok(Self {
            vocabulary: read(project::root().join("public/data/vocabulary.json"))?,
            initiatives: read_folder("initiatives")?,
            lessons: read_folder("lessons")?,
        })
    }

    /// The lessons that are sound, and every fault in the others; what their views and questions name must be in the
    /// data.
    pub fn lessons(&self, dataset: &Dataset) -> (Vec<Lesson>, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut lessons = Vec::new();
        for file in &self.lessons {
            match Lesson::read(&file.path, &file.json) {
                Ok(lesson) => {
                    faults.extend(check_lesson(&file.path, &lesson, dataset, read_step_view));
                    lessons.push(lesson);
                }
                Err(found) => faults.extend(found),
            }
        }
        (lessons, faults)
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

/// The JSON files of a folder of the data, by name.
fn read_folder(name: &str) -> Result<Vec<DataFile>> {
    let folder = project::root().join("public/data").join(name);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.into_iter().map(read).collect()
}

fn read(path: PathBuf) -> Result<DataFile> {
    let json = text(&path)?;
    let path = path
        .strip_prefix(project::root())
        .unwrap_or(&path)
        .display()
        .to_string();
    Ok(DataFile { path, json })
}

/// The text of a file.
///
/// # Errors
/// That it cannot be read, or is not written in UTF-8.
pub fn text(path: &Path) -> Result<String> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
    match decode(&name, &bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(fault) => bail!("{fault}"),
    }
}
