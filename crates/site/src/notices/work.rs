//! One work of others, and the texts of its licence.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use anyhow::{Context, Result};
use cargo_metadata::Package;
use serde_json::Value;
use spdx::{Expression, ParseMode};

/// How the names of files with a licence or a notice begin.
const BEGINNINGS: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "UNLICENSE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
];
/// A work of others that is shipped.
pub struct Work {
    /// Its name and version.
    pub name: String,
    /// Its licence, as an SPDX expression.
    licence: String,
    authors: Vec<String>,
    /// Where its source lies.
    repository: Option<String>,
    folder: PathBuf,
    /// The file that its manifest names as that of its licence.
    licence_file: Option<PathBuf>,
}

impl Work {
    /// A crate, as Cargo knows it.
    pub fn of_cargo(package: &Package) -> Result<Self> {
        let folder = package.manifest_path.parent().context("no folder")?;
        let file = package.license_file.as_ref();
        Ok(Self {
            name: format!("{} {}", package.name, package.version),
            licence: package.license.clone().unwrap_or_default(),
            authors: package.authors.clone(),
            repository: package.repository.clone(),
            folder: folder.into(),
            licence_file: file.map(|file| folder.join(file).into()),
        })
    }

    /// A package of npm, as the manifest in its folder tells.
    pub fn of_npm(folder: &Path) -> Result<Self> {
        let manifest = folder.join("package.json");
        let manifest = fs::read_to_string(&manifest)
            .with_context(|| format!("{} cannot be read", manifest.display()))?;
        let manifest: Value = serde_json::from_str(&manifest)?;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let [name, version] = ["name", "version"].map(|field| text(&manifest[field]));
        Ok(Self {
            name: [name, version].map(Option::unwrap_or_default).join(" "),
            licence: text(&manifest["license"]).unwrap_or_default(),
            authors: text(&manifest["author"]).into_iter().collect(),
            repository: text(&manifest["repository"]["url"]),
            folder: folder.to_owned(),
            licence_file: None,
        })
    }

    /// The texts of its own files, or those that its licence names.
    pub fn texts(&self) -> Result<Vec<String>> {
        let own = licence_files(self)?;
        if !own.is_empty() {
            return Ok(own);
        }
        let known = spdx_texts(&self.licence);
        let known = known.with_context(|| format!("the licence of {}", self.name))?;
        Ok(known.into_iter().map(str::to_owned).collect())
    }
}

impl fmt::Display for Work {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.name, self.licence)?;
        // Without their e-mail addresses.
        let authors = self.authors.iter();
        let names: Vec<&str> = authors
            .filter_map(|author| author.split(" <").next())
            .collect();
        if !names.is_empty() {
            write!(formatter, ", by {}", names.join(", "))?;
        }
        if let Some(repository) = &self.repository {
            write!(formatter, ", {repository}")?;
        }
        Ok(())
    }
}

/// The texts of the licences and notices in a work's folder, in the order of the files' names.
fn licence_files(work: &Work) -> Result<Vec<String>> {
    let mut paths = BTreeSet::new();
    for entry in fs::read_dir(&work.folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if entry.file_type()?.is_file() && BEGINNINGS.iter().any(|word| name.starts_with(word)) {
            paths.insert(entry.path());
        }
    }
    paths.extend(work.licence_file.clone());
    let read = |path: PathBuf| {
        let content = fs::read(&path);
        let content = content.with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(String::from_utf8_lossy(&content).into_owned())
    };
    paths.into_iter().map(read).collect()
}

/// The texts of the licences that an SPDX expression names.
pub fn spdx_texts(licence: &str) -> Result<Vec<&'static str>> {
    let expression = Expression::parse_mode(licence, ParseMode::LAX)
        .with_context(|| format!("“{licence}” is no SPDX expression"))?;
    let ids = expression.requirements().map(|part| {
        let id = part.req.license.id();
        id.with_context(|| format!("“{licence}” names a licence that SPDX does not know"))
    });
    ids.map(|id| Ok(id?.text())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_of_npm_is_told_with_its_own_text() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let manifest = r#"{ "name": "a", "version": "1.0.0", "license": "MIT", "author": "A Person <a@example.org>" }"#;
        fs::write(folder.path().join("package.json"), manifest)?;
        let work = Work::of_npm(folder.path())?;
        assert_eq!(work.to_string(), "a 1.0.0 (MIT), by A Person");
        assert!(work.texts()?[0].contains("Permission is hereby granted"));
        fs::write(folder.path().join("LICENSE"), "Do as you like.")?;
        assert_eq!(work.texts()?, ["Do as you like."]);
        Ok(())
    }
}
