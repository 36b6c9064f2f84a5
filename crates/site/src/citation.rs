//! How reference managers and hosts of code cite the whole: `CITATION.cff`, with what is known when the site is built.

use std::fs;

use anyhow::{Context, Result};
use explorer_core::dataset::{Bundle, Lang};

use crate::assets::Staging;
use crate::project;

/// The file, in the repository and in the site.
const FILE: &str = "CITATION.cff";

/// Writes the repository's file into the site, with the day of the data, and where the site and the repository are found, as
/// far as that is known.
pub fn write(staging: &Staging, url: Option<&str>) -> Result<()> {
    let path = project::root().join(FILE);
    let text = fs::read_to_string(&path).with_context(|| format!("{FILE} cannot be read"))?;
    let json = staging.text(&format!("data/cards.{}.json", Lang::En.tag()))?;
    let bundle = Bundle::read("cards", &json)?;
    let day = bundle.updated.map(|day| day.to_string());
    let repository = bundle.vocabulary.explorer.repository;
    let known = dated(&text, day.as_deref(), url, repository.as_deref());
    staging.write(FILE, known)
}

/// The file with what is known. There are no numbered releases: the version of the data is its day.
fn dated(text: &str, day: Option<&str>, url: Option<&str>, repository: Option<&str>) -> String {
    let keys = [
        ("version", day),
        ("date-released", day),
        ("url", url),
        ("repository-code", repository),
    ];
    let known = keys.into_iter().filter_map(|(key, value)| {
        // A text in quotes, so that no day and no address is taken for something else.
        Some(format!("{key}: \"{}\"\n", value?))
    });
    [text.to_owned()].into_iter().chain(known).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::{FILE, dated};
    use crate::project;

    /// The keys of the file's outermost level, each with what stands on its line.
    fn keys(text: &str) -> BTreeMap<&str, &str> {
        let lines = text.lines().filter(|line| !line.starts_with([' ', '#']));
        let pairs: Vec<_> = lines.filter_map(|line| line.split_once(':')).collect();
        let keys: BTreeMap<_, _> = pairs
            .iter()
            .map(|(key, value)| (*key, value.trim()))
            .collect();
        assert_eq!(keys.len(), pairs.len(), "a key stands there twice: {text}");
        keys
    }

    #[test]
    fn the_file_says_what_is_known_when_the_site_is_built() {
        let text = fs::read_to_string(project::root().join(FILE)).unwrap();
        let known = dated(
            &text,
            Some("2026-11-30"),
            Some("https://example.org/"),
            Some("https://example.org/code"),
        );
        let keys = keys(&known);
        // What the format asks for (https://citation-file-format.github.io, version 1.2.0).
        for key in ["cff-version", "message", "title", "authors"] {
            assert!(keys.contains_key(key), "{key} is missing: {known}");
        }
        assert_eq!(keys["type"], "dataset");
        assert_eq!(keys["version"], "\"2026-11-30\"");
        assert_eq!(keys["date-released"], "\"2026-11-30\"");
        assert_eq!(keys["url"], "\"https://example.org/\"");
        assert_eq!(keys["repository-code"], "\"https://example.org/code\"");
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let text = fs::read_to_string(project::root().join(FILE)).unwrap();
        assert_eq!(dated(&text, None, None, None), text);
        assert!(text.ends_with('\n'), "a further key begins a line");
    }
}
