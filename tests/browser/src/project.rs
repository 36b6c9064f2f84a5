//! Where things are in this checkout, and what they are called.

use std::path::{Path, PathBuf};

/// A path below the checkout's root.
pub fn path(below: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(below)
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
