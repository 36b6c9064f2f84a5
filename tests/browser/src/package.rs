//! A package for learning platforms, unpacked so that the site's server can serve it.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, process};

use anyhow::{Context, Result};
use zip::ZipArchive;

use crate::project;

/// An unpacked package, in a folder that goes when it is dropped.
pub struct Package {
    folder: PathBuf,
}

impl Package {
    /// Unpacks a package that `cargo xtask package` has made, by what its name has after that of the explorer.
    ///
    /// # Errors
    /// A package that is not there, with the line to type.
    pub fn unpack(name: &str, command: &str) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let path = project::path(&format!("target/package/hong-kong-ai-explorer{name}"));
        let packed = fs::read(&path).with_context(|| {
            format!("there is no such package yet. Type:\n  cargo xtask package {command}")
        })?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("package-{}-{number}", process::id()));
        let package = Self { folder };
        ZipArchive::new(Cursor::new(packed))?.extract(&package.folder)?;
        Ok(package)
    }

    /// The folder with its files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Lays a file beside the package's own, as a platform would.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn add(&self, name: &str, content: &[u8]) -> Result<()> {
        Ok(fs::write(self.folder.join(name), content)?)
    }
}

impl Drop for Package {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
