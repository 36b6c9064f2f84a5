//! Files of the site that are named by their content, so that a host may let browsers keep them for ever.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hong_kong_ai_explorer::ui::pages::Asset;
use sha2::{Digest, Sha256, Sha384};
use xshell::{Shell, cmd};

use crate::project;

/// How many digits of a hash stand in a name: two files of a site never share them.
const DIGITS: usize = 16;

/// The folder that Trunk is filling.
pub struct Staging {
    /// Where it is.
    pub folder: PathBuf,
}

impl Staging {
    /// The path of a file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.path(name);
        fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
    }

    /// Reads a file that holds text.
    pub fn text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.read(name)?).with_context(|| format!("{name} is no text"))
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.path(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Writes a file under a name with the hash of its content.
    pub fn write_hashed(&self, stem: &str, ending: &str, content: &[u8]) -> Result<Asset> {
        let file = format!("{stem}-{}.{ending}", digits(content));
        self.write(&file, content)?;
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(content)));
        Ok(Asset { file, integrity })
    }

    /// Removes a file or a folder.
    pub fn remove(&self, name: &str) -> Result<()> {
        let path = self.path(name);
        if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        }
        .with_context(|| format!("{} cannot be removed", path.display()))
    }
}

/// The first digits of a content's hash.
pub fn digits(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..DIGITS].to_owned()
}

/// A script or a style sheet with all that it imports, as small as it gets.
pub fn bundled(sh: &Shell, entry: &Path, options: &[String]) -> Result<Vec<u8>> {
    let esbuild = project::npm(".bin/esbuild");
    let output = cmd!(
        sh,
        "{esbuild} {entry} --bundle --minify --target=es2022 --charset=utf8 --legal-comments=none --log-level=error --log-override:empty-import-meta=silent {options...}"
    )
    .quiet()
    .output()?;
    Ok(output.stdout)
}

/// The files of a folder whose names have a hash, by name without it.
pub fn by_stem(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files = BTreeMap::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some((name, ending)) = name.rsplit_once('.')
            && let Some((stem, hash)) = name.rsplit_once('-')
            && hash.len() == DIGITS
        {
            files.insert(format!("{stem}.{ending}"), path.clone());
        }
    }
    Ok(files)
}

/// The path of a script of this repository.
pub fn script(name: &str) -> PathBuf {
    project::root().join("scripts").join(name)
}
