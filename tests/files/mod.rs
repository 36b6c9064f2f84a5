//! The data as it lies in the repository.

use std::fs;
use std::path::{Path, PathBuf};

/// A path within the repository.
pub fn path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of the repository.
pub fn read(file: &str) -> String {
    fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The records' files, each with its name and its text, in the order of their names.
pub fn initiatives() -> Vec<(String, String)> {
    all("public/data/initiatives")
}

/// The files of a folder that have JSON, likewise.
pub fn all(folder: &str) -> Vec<(String, String)> {
    let mut names: Vec<String> = fs::read_dir(path(folder))
        .unwrap_or_else(|error| panic!("{folder}: {error}"))
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .into_string()
                .expect("a name in UTF-8")
        })
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let text = read(&format!("{folder}/{name}"));
            (name, text)
        })
        .collect()
}
