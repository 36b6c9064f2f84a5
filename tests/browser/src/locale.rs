//! A locale for browsers that take the reader's language from the system.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;

use anyhow::{Context, Result};

use crate::project;

/// The locale that every system of glibc's has, whatever languages were installed.
const PLAIN: &str = "/usr/lib/locale/C.utf8";

/// Environment in which the system's locale is that of a language tag, such as `zh-HK`. Only its
/// name counts for a browser, so a plain one under that name will do.
pub fn environment(language: &str) -> Result<[(&'static str, String); 2]> {
    let folder = project::path("target/locales");
    let name = format!("{}.UTF-8", language.replace('-', "_"));
    fs::create_dir_all(&folder)?;
    match symlink(PLAIN, folder.join(&name)) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            return Err(error).with_context(|| format!("naming a locale {name}"));
        }
        _ => {}
    }
    let folder = folder.canonicalize()?.to_string_lossy().into_owned();
    Ok([("LOCPATH", folder), ("LC_ALL", name)])
}
