//! Where things are in this checkout, and what they are called.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// A path below the checkout's root.
pub fn path(below: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(below)
}

/// Copies what is in a folder into another, which is made where there is none.
///
/// # Errors
/// A file that cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// An address as a file's name: `?view=cards&lang=zh-Hant` is `view-cards-lang-zh-Hant`.
pub fn file_name(address: &str) -> String {
    let words: Vec<&str> = address
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        "first".to_owned()
    } else {
        words.join("-")
    }
}
