//! The profile of a visit in Firefox.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::{TempDir, tempdir, tempdir_in};

use crate::project::{self, copy_folder};

/// What Firefox has compiled of itself, and for which build of it that holds.
const COMPILED: [&str; 2] = ["startupCache", "compatibility.ini"];

/// A profile of its own, in a folder that goes when it is dropped. In an empty one Firefox compiles its own interface
/// anew, which takes longer than many a visit; so what it has compiled once is there already, and nothing else is.
pub struct Profile {
    folder: TempDir,
}

impl Profile {
    /// A new profile.
    pub fn new() -> Result<Self> {
        let folder = tempdir()?;
        if shared().exists() {
            copy_folder(&shared(), folder.path())?;
        }
        Ok(Self { folder })
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Once its browser has closed: lays aside what Firefox has compiled, unless another visit has.
    pub fn share(&self) -> Result<()> {
        if shared().exists() {
            return Ok(());
        }
        let [code, build] = COMPILED.map(|name| self.path().join(name));
        if !code.exists() || !build.exists() {
            return Ok(());
        }
        let copy = tempdir_in(project::path("target"))?;
        copy_folder(&code, &copy.path().join(COMPILED[0]))?;
        fs::copy(&build, copy.path().join(COMPILED[1]))?;
        // Of visits that end together the first is taken, and whole.
        if fs::rename(copy.path(), shared()).is_ok() {
            let _ = copy.keep();
        }
        Ok(())
    }
}

fn shared() -> PathBuf {
    project::path("target/firefox")
}
