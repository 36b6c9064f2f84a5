//! What others' tools say of the built site.

use std::fs;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use xshell::{Shell, cmd};

use crate::engine::{self, Engine};
use crate::npm::LIGHTHOUSE;
use crate::steps::Steps;
use crate::{html, product, project, readers};

/// Who judges.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Judge {
    /// The W3C's checker: every page, its styles and drawings
    Html,
    /// Lighthouse: speed, accessibility and good practice on a phone
    Lighthouse,
    /// MiniSearch, FlexSearch, Orama and Pagefind: whether one of them finds better, given the same words
    Search,
    /// LibreOffice, rispy, bibtexparser and icalendar: tables, references and dates to take away
    Readers,
}

/// What to judge.
#[derive(Args)]
pub struct Options {
    /// Ask one judge only
    #[arg(long)]
    only: Option<Judge>,
    /// How often Lighthouse judges each page; the run in the middle counts
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Addresses for Lighthouse within the site, such as "?view=cards&lang=zh-Hant"; none is each
    /// view and a record
    addresses: Vec<String>,
}

/// Asks the judges about the site in `dist/`.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    // Searches are judged by the data alone.
    if options.only != Some(Judge::Search) {
        product::ensure_release(sh)?;
    }
    let mut steps = Steps::default();
    let asks = |judge| options.only.is_none_or(|only| only == judge);
    if asks(Judge::Html) {
        steps.run_if_ready("HTML", || html::make_ready(sh), || html::check(sh));
    }
    if asks(Judge::Search) {
        steps.run_if_ready(
            "other searches",
            || product::make_peers_ready(sh),
            || product::peers(sh),
        );
    }
    if asks(Judge::Readers) {
        steps.run_if_ready(
            "what others read",
            || readers::make_ready(sh),
            || readers::check(sh),
        );
    }
    if asks(Judge::Lighthouse) {
        let work = || lighthouse(sh, options);
        steps.run_if_ready("Lighthouse", || make_lighthouse_ready(sh), work);
    }
    steps.finish()
}

fn make_lighthouse_ready(sh: &Shell) -> Result<()> {
    Engine::Chromium.make_ready(sh)?;
    engine::make_fonts_ready(sh);
    LIGHTHOUSE.make_ready(sh)
}

fn lighthouse(sh: &Shell, options: &Options) -> Result<()> {
    let everywhere;
    let addresses = if options.addresses.is_empty() {
        everywhere = views_and_a_record()?;
        &everywhere
    } else {
        &options.addresses
    };
    let script = LIGHTHOUSE.folder().join("cli/index.js");
    let folder = "target/lighthouse";
    let runs = options.runs.max(1).to_string();
    let outcome = cmd!(
        sh,
        "cargo run --quiet --package browser-tests --bin lighthouse -- {script} {folder} {runs} {addresses...}"
    )
    .quiet()
    .run();
    if outcome.is_err() {
        bail!("Lighthouse is not content; what it said stands above");
    }
    Ok(())
}

/// Each view, and the record that has the most to show, with its own page where there is one.
fn views_and_a_record() -> Result<Vec<String>> {
    let dist = project::root().join("dist");
    let mut records = Vec::new();
    for entry in fs::read_dir(dist.join("data/initiatives"))? {
        let path = entry?.path();
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        records.push((path.metadata()?.len(), id.into_owned()));
    }
    let (_, id) = records.into_iter().max().context("no record in dist/")?;
    let mut addresses = ["", "?view=cards", "?view=timeline"]
        .map(str::to_owned)
        .to_vec();
    addresses.push(format!("?id={id}"));
    let page = format!("initiative/{id}/");
    if dist.join(&page).join("index.html").exists() {
        addresses.push(page);
    }
    Ok(addresses)
}
