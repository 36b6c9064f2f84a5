//! Where things are in this checkout.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

/// The checkout's root, where `Cargo.toml` of the workspace is.
pub fn root() -> &'static Path {
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    site.ancestors().nth(2).unwrap_or(site)
}

/// The folder of a package of npm, which `cargo xtask` has put there.
pub fn npm(package: &str) -> PathBuf {
    root().join("target/tools/npm/node_modules").join(package)
}

/// A program that `cargo xtask` has installed.
pub fn tool(program: &str) -> PathBuf {
    let path = root().join("target/tools/bin").join(program);
    path.with_extension(env::consts::EXE_EXTENSION)
}

/// A shell that stands in the checkout's root.
///
/// # Errors
/// The working folder is gone.
pub fn shell() -> Result<Shell> {
    let sh = Shell::new()?;
    sh.change_dir(root());
    Ok(sh)
}

/// The address under which the site will be found, with a slash at the end: `SITE_URL`, else where GitHub Pages would
/// put the repository that this is a checkout of. It is needed only for what must name a full address: the site map, the
/// pictures that others show of a page.
pub fn address(sh: &Shell) -> Option<String> {
    if let Some(url) = env::var("SITE_URL").ok().filter(|url| !url.is_empty()) {
        return Some(format!("{}/", url.trim_end_matches('/')));
    }
    let (owner, name) = github(sh)?;
    let host = format!("{}.github.io", owner.to_lowercase());
    if name.eq_ignore_ascii_case(&host) {
        Some(format!("https://{host}/"))
    } else {
        Some(format!("https://{host}/{name}/"))
    }
}

/// The address of the repository that this is a checkout of, where that is on GitHub.
pub fn repository(sh: &Shell) -> Option<String> {
    let (owner, name) = github(sh)?;
    Some(format!("https://github.com/{owner}/{name}"))
}

/// The owner and the name of the repository on GitHub.
fn github(sh: &Shell) -> Option<(String, String)> {
    let origin = cmd!(sh, "git remote get-url origin")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    let (_, path) = origin.trim_end_matches(".git").split_once("github.com")?;
    let (owner, name) = path.trim_start_matches([':', '/']).split_once('/')?;
    Some((owner.to_owned(), name.to_owned()))
}
