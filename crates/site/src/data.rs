//! The data as it lies in the repository.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use explorer_core::address::read_step_view;
use explorer_core::dataset::{
    Dataset, Fault, Lesson, Unreadable, check_lesson, check_lesson_style, decode,
};

use crate::project;

/// A file of the data: its path within the repository, and what it holds.
pub struct DataFile {
    /// The path, as people name it.
    pub path: String,
    /// The JSON text; a fault where the file is none.
    pub json: Result<String, Fault>,
}

impl DataFile {
    fn new(path: String, bytes: &[u8]) -> Self {
        let json = decode(&path, bytes).map(str::to_owned);
        Self { path, json }
    }
}

/// The files of the data.
pub struct DataFiles {
    /// `vocabulary.json`.
    pub vocabulary: DataFile,
    /// One file a record, by name.
    pub initiatives: Vec<DataFile>,
    /// One file a lesson, by name.
    pub lessons: Vec<DataFile>,
    /// That something lies among them which nobody reads.
    pub strays: Vec<Fault>,
}

/// What lies in the folder of the data.
const KNOWN: [&str; 6] = [
    "LEFT-OUT.md",
    "LICENSE",
    "initiatives",
    "lessons",
    "schema",
    "vocabulary.json",
];

impl DataFiles {
    /// Reads all files.
    ///
    /// # Errors
    /// A folder or file that cannot be read, by name.
    pub fn read() -> Result<Self> {
        Ok(Self {
            vocabulary: read(&project::root().join("public/data/vocabulary.json")),
            initiatives: read_folder("initiatives")?,
            lessons: read_folder("lessons")?,
            strays: strays(&project::root().join("public/data"))?,
        })
    }

    /// The lessons that are sound, with words in all languages, and every fault in the others; what their views and questions
    /// name must be in the data.
    pub fn lessons(&self, dataset: &Dataset) -> (Vec<Lesson>, Vec<Fault>) {
        let explorer = &dataset.vocabulary.explorer;
        let mut faults = Vec::new();
        let mut lessons = Vec::new();
        for file in &self.lessons {
            let json = file.json.as_ref().map_err(|fault| vec![fault.clone()]);
            let read =
                json.and_then(|json| Lesson::read_own(&file.path, json, explorer.written_in()));
            match read {
                Ok(lesson) => {
                    faults.extend(check_lesson(&file.path, &lesson, dataset, read_step_view));
                    faults.extend(check_lesson_style(&file.path, &lesson));
                    lessons.push(lesson.in_all_languages(explorer));
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
        let records = self.initiatives.iter().map(|file| {
            let json = file.json.as_deref().map_err(Fault::clone);
            (file.path.as_str(), json)
        });
        let vocabulary = self.vocabulary.json.as_ref();
        let read = vocabulary
            .map_err(|fault| vec![fault.clone()])
            .and_then(|json| Dataset::read_files((&self.vocabulary.path, json), records));
        read.map_err(|mut faults| {
            let unreadable = self
                .initiatives
                .iter()
                .filter_map(|file| file.json.as_ref().err());
            faults.extend(unreadable.cloned());
            faults
        })
    }
}

/// Files and folders of the data that nobody reads, such as a record that lies beside its folder.
fn strays(folder: &Path) -> Result<Vec<Fault>> {
    let known = KNOWN.map(|name| folder.join(name));
    let others = entries(folder)?;
    let others = others.iter().filter(|path| !known.contains(path));
    let message = "is read by nobody; records lie in public/data/initiatives/, lessons in lessons/";
    Ok(others
        .map(|path| Fault::new(name(path), "", message))
        .collect())
}

/// The files of a folder of the data, by name, but for those that the system hides. One that is not called as a JSON file
/// is, or cannot be read, is a fault, so that nobody's record is passed over.
fn read_folder(name: &str) -> Result<Vec<DataFile>> {
    let paths = entries(&project::root().join("public/data").join(name))?;
    Ok(paths.iter().map(|path| read(path)).collect())
}

/// What lies in a folder, by name, but for what the system hides.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    let is_hidden = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with('.')
    };
    paths.retain(|path| !is_hidden(path));
    paths.sort();
    Ok(paths)
}

/// A path within the repository, as people name it.
fn name(path: &Path) -> String {
    let name = path.strip_prefix(project::root()).unwrap_or(path);
    name.display().to_string()
}

fn read(path: &Path) -> DataFile {
    let name = name(path);
    let fault = |message: String| Fault::new(&name, "", message);
    if path.extension().is_none_or(|ending| ending != "json") {
        let json = Err(fault(
            "is not read; call it after its id, with `.json` at the end".to_owned(),
        ));
        return DataFile { path: name, json };
    }
    match fs::read(path) {
        Ok(bytes) => DataFile::new(name, &bytes),
        Err(error) => {
            let json = Err(fault(format!("cannot be read: {error}")));
            DataFile { path: name, json }
        }
    }
}

/// The text of a file.
///
/// # Errors
/// That it cannot be read, or is not written in UTF-8.
pub fn text(path: &Path) -> Result<String> {
    let name = path.display().to_string();
    match decode(&name, &bytes(path)?) {
        Ok(text) => Ok(text.to_owned()),
        Err(fault) => bail!("{fault}"),
    }
}

/// The sound part of somebody else's data set, and every fault.
///
/// # Errors
/// What keeps the whole from being read, with the file's name.
pub fn whole(name: &str, json: &str) -> Result<(Dataset, Vec<Fault>)> {
    Dataset::read_whole(name, json).map_err(|error| match error {
        Unreadable::WebPage => {
            anyhow!("{name}: {error}; take the file itself (on GitHub, what is behind \"Raw\")")
        }
        Unreadable::Newer(_) => anyhow!("{name}: {error}"),
        Unreadable::Faulty(_) => anyhow!("{error}"),
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_beside_its_folder_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["vocabulary.json", "gamma.json", ".hidden.json"] {
            fs::write(folder.path().join(name), "{}").expect("a file");
        }
        for name in ["initiatives", "initiative"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let told = strays(folder.path()).expect("a folder that can be read");
        let told: Vec<&str> = told
            .iter()
            .filter_map(|one| one.file.rsplit('/').next())
            .collect();
        assert_eq!(told, ["gamma.json", "initiative"]);
    }

    #[test]
    fn a_file_of_another_encoding_hides_no_other_fault() {
        let mut files = DataFiles::read().expect("files");
        let count = files.initiatives.len();
        let utf_16 = |path: &str| DataFile::new(path.to_owned(), b"\xff\xfe{\0}\0");
        let empty = DataFile::new("empty.json".to_owned(), b"{}");
        files.initiatives.extend([utf_16("wide.json"), empty]);
        files.lessons.push(utf_16("lesson.json"));
        let told = |faults: &[Fault], file: &str| faults.iter().any(|fault| fault.file == file);

        assert_eq!(files.strays, []);
        let (dataset, faults) = files.dataset().expect("a vocabulary");
        assert_eq!(dataset.initiatives.len(), count);
        let wide = faults.iter().find(|fault| fault.file == "wide.json");
        let wide = wide.expect("the fault of the file");
        assert_eq!(wide.message, "is written in UTF-16; save it in UTF-8");
        assert!(told(&faults, "empty.json"));
        let (lessons, faults) = files.lessons(&dataset);
        assert_eq!(lessons.len() + 1, files.lessons.len());
        assert!(told(&faults, "lesson.json"));

        files.vocabulary = utf_16("vocabulary.json");
        let faults = files.dataset().expect_err("no vocabulary");
        assert!(told(&faults, "vocabulary.json") && told(&faults, "wide.json"));
    }

    #[test]
    fn a_file_that_is_called_otherwise_is_told_and_not_passed_over() {
        for name in ["gamma", "gamma.JSON", "gamma.json.txt"] {
            let fault = read(Path::new(name)).json.expect_err("no record");
            assert_eq!(fault.file, name);
            assert!(fault.message.contains("`.json` at the end"), "{fault}");
        }
        let fault = read(Path::new("none.json")).json.expect_err("no file");
        assert!(fault.message.starts_with("cannot be read"), "{fault}");
    }

    #[test]
    fn a_hidden_character_in_a_lesson_is_told() {
        let mut files = DataFiles::read().expect("files");
        let (dataset, _) = files.dataset().expect("a vocabulary");
        let lesson = files.lessons.first_mut().expect("a lesson");
        let path = lesson.path.clone();
        let sound = lesson.json.clone().expect("a text");
        lesson.json = Ok(sound.replacen("\"en\": \"", "\"en\": \"\u{202e}", 1));
        let (_, faults) = files.lessons(&dataset);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].file, path);
        assert!(faults[0].message.contains("U+202E"));
    }
}
