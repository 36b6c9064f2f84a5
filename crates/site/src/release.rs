//! Whether a finished site is a release. The build itself writes it into the site, as `build.json`.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

use crate::assets::Staging;

/// The file of a site that holds a [`Build`].
const FILE: &str = "build.json";

/// How a site was built.
#[derive(Serialize, Deserialize)]
struct Build {
    /// Whether it was compiled for release and is complete, with its service worker.
    release: bool,
}

/// Writes into a site how it was built.
///
/// # Errors
/// A file that cannot be written.
pub fn record(site: &Staging, release: bool) -> Result<()> {
    site.write(FILE, serde_json::to_vec(&Build { release })?)
}

/// Checks that a folder holds a finished release.
///
/// # Errors
/// That there is no site, or one that is not a release, with the line to type.
pub fn ensure(folder: &Path) -> Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    if !folder.join("index.html").exists() {
        bail!("there is no site in {name}/ yet. Type:\n  cargo xtask build");
    }
    let build = fs::read(folder.join(FILE)).ok();
    let build = build.and_then(|json| serde_json::from_slice::<Build>(&json).ok());
    if !build.is_some_and(|build| build.release) {
        bail!(
            "the site in {name}/ is not a release: {name}/{FILE} does not say so. Type:\n  cargo xtask build"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a folder with these files.
    fn said_of(files: &[(&str, &str)]) -> Result<(), String> {
        let folder = tempfile::tempdir().expect("a folder");
        let site = Staging {
            folder: folder.path().join("dist"),
        };
        for (name, content) in files {
            site.write(name, content).expect("a file");
        }
        ensure(&site.folder).map_err(|error| error.to_string())
    }

    #[test]
    fn only_a_release_is_taken_for_one() {
        let page = ("index.html", "<!doctype html>");
        let missing = "there is no site in dist/ yet. Type:\n  cargo xtask build";
        let other = "the site in dist/ is not a release: dist/build.json does not say so. Type:\n  cargo xtask build";
        let check = |files: &[_], expected: Result<(), &str>| {
            assert_eq!(said_of(files), expected.map_err(str::to_owned), "{files:?}");
        };
        check(&[], Err(missing));
        check(&[(FILE, r#"{"release":true}"#)], Err(missing));
        check(&[page], Err(other));
        check(&[page, (FILE, "release")], Err(other));
        check(&[page, (FILE, r#"{"release":false}"#)], Err(other));
        check(&[page, (FILE, r#"{"release":true}"#)], Ok(()));
    }

    #[test]
    fn what_a_build_records_is_read_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = Staging {
            folder: folder.path().to_owned(),
        };
        site.write("index.html", "<!doctype html>").expect("a file");
        for release in [true, false] {
            record(&site, release).expect("a file");
            assert_eq!(ensure(&site.folder).is_ok(), release);
        }
    }
}
