//! Measures what a reader waits for.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use xshell::{Shell, cmd};

use crate::engine::Engine;
use crate::npm::FLEXSEARCH;
use crate::wasm_target::TRIPLE;
use crate::{environment, product, project};

/// What to measure.
#[derive(Args)]
pub struct Options {
    /// How many records: a number, or `own` for the site's; several are measured one after another
    #[arg(long, value_name = "N", default_values = ["own", "10000", "100000"])]
    records: Vec<String>,
    /// The built site to measure, in place of dist/
    #[arg(long, value_name = "FOLDER")]
    dist: Option<PathBuf>,
    /// Another built site to measure in turn with the first
    #[arg(long, value_name = "FOLDER")]
    against: Option<PathBuf>,
    /// How often everything is done on each site
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Print where the time of a letter and of a step of zoom goes, in place of the table
    #[arg(long)]
    profile: bool,
}

/// Prints how long a reader waits in Chromium, on the whole page of the site in `dist/` or in another folder.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    let mut folders = Vec::new();
    if let Some(folder) = &options.dist {
        folders.push(folder.clone());
    } else {
        product::ensure_release(sh)?;
        folders.push(project::root().join("dist"));
    }
    folders.extend(options.against.clone());
    for folder in &mut folders {
        // The measuring program runs in the checkout's root.
        *folder = folder
            .canonicalize()
            .with_context(|| format!("no folder {}", folder.display()))?;
    }
    Engine::Chromium.make_ready(sh)?;
    let kind = if options.profile { "profile" } else { "times" };
    let (rounds, sizes) = (options.rounds.to_string(), options.records.join(","));
    let site = folders[0].clone();
    cmd!(
        sh,
        "cargo run --quiet --package browser-tests --bin bench -- {kind} {rounds} {sizes} {folders...}"
    )
    .quiet()
    .run()?;
    if options.profile {
        return Ok(());
    }
    let search = searches(sh)?;
    cmd!(
        sh,
        "cargo run --quiet --package browser-tests --bin bench -- alone {rounds} {sizes} {site} {search}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// A folder with the search for WebAssembly without its page, built as the page's program is, and with FlexSearch.
fn searches(sh: &Shell) -> Result<PathBuf> {
    environment::make_ready(sh)?;
    FLEXSEARCH.make_ready(sh)?;
    cmd!(
        sh,
        "cargo build --quiet --release --package search-speed --target {TRIPLE}"
    )
    .quiet()
    .run()?;
    let target = project::root().join("target");
    let linked = target.join(TRIPLE).join("release/search_speed.wasm");
    let folder = target.join("search-speed");
    cmd!(
        sh,
        "wasm-bindgen {linked} --target=web --no-typescript --out-dir={folder}"
    )
    .quiet()
    .run()?;
    let bound = folder.join("search_speed_bg.wasm");
    cmd!(sh, "wasm-opt {bound} -Oz --output {bound}")
        .quiet()
        .run()?;
    let other = FLEXSEARCH
        .folder()
        .join("dist/flexsearch.bundle.module.min.js");
    fs::copy(&other, folder.join("flexsearch.js"))
        .with_context(|| format!("copying {}", other.display()))?;
    Ok(folder)
}
