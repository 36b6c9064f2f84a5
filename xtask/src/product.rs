//! Steps of making the site that belong to the product: `explorer-site` takes them, with tools made ready here.

use std::ffi::OsString;

use anyhow::Result;
use clap::Args;
use xshell::{Shell, cmd};

use crate::npm::{BINARYEN, ESBUILD, FZSTD, PEERS, SCORM_SCHEMAS};
use crate::{debian, tool};

/// What a command is given, which `explorer-site` understands.
#[derive(Args, Default)]
#[command(disable_help_flag = true)]
pub struct Arguments {
    /// As `explorer-site` takes them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Checks the data.
pub fn check(sh: &Shell, options: &Arguments) -> Result<()> {
    site(sh, "check", &options.arguments)
}

/// Rewrites a data set of an older format.
pub fn migrate(sh: &Shell, options: &Arguments) -> Result<()> {
    site(sh, "migrate", &options.arguments)
}

/// Searches the data.
pub fn search(sh: &Shell, options: &Arguments) -> Result<()> {
    site(sh, "search", &options.arguments)
}

/// Makes ready the searches that the page's own is held against.
pub fn make_peers_ready(sh: &Shell) -> Result<()> {
    PEERS.iter().try_for_each(|peer| peer.make_ready(sh))
}

/// Holds the page's search against others.
pub fn peers(sh: &Shell) -> Result<()> {
    site(sh, "peers", &[])
}

/// Joins the data and the styles.
pub fn bundle(sh: &Shell) -> Result<()> {
    site(sh, "bundle", &[])
}

/// Finishes what Trunk has built.
pub fn finish(sh: &Shell) -> Result<()> {
    tool::wasm_bindgen()?.make_ready(sh)?;
    BINARYEN.make_ready(sh)?;
    ESBUILD.make_ready(sh)?;
    FZSTD.make_ready(sh)?;
    site(sh, "finish", &[])
}

/// An error, with the line to type, unless there is a release in `dist/`.
pub fn ensure_release(sh: &Shell) -> Result<()> {
    site(sh, "ensure-release", &[])
}

/// Packs the site in one form.
pub fn package(sh: &Shell, options: &Arguments) -> Result<()> {
    ESBUILD.make_ready(sh)?;
    FZSTD.make_ready(sh)?;
    site(sh, "package", &options.arguments)
}

/// Packs the site in every form that the browser tests open.
pub fn package_all(sh: &Shell) -> Result<()> {
    ESBUILD.make_ready(sh)?;
    FZSTD.make_ready(sh)?;
    site(sh, "package-all", &[])
}

/// Writes references and dates of all records into a folder.
pub fn take(sh: &Shell, folder: &str) -> Result<()> {
    site(sh, "take", &[folder.into()])
}

/// Makes the XML schemas of packages ready, and what holds a manifest against them.
pub fn make_schemas_ready(sh: &Shell) -> Result<()> {
    if which::which("xmllint").is_err() {
        debian::install(sh, &["libxml2-utils"], "xmllint")?;
    }
    SCORM_SCHEMAS.make_ready(sh)
}

/// Holds the manifests of packages against their schemas.
pub fn check_manifests(sh: &Shell) -> Result<()> {
    site(sh, "check-manifests", &[])
}

/// Runs one step, which prints its own errors.
fn site(sh: &Shell, step: &str, arguments: &[OsString]) -> Result<()> {
    cmd!(
        sh,
        "cargo run --quiet --package explorer-site -- {step} {arguments...}"
    )
    .quiet()
    .run()?;
    Ok(())
}
