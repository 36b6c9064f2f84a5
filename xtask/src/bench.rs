//! Times what must be quick.

use anyhow::Result;
use clap::Args;
use xshell::{Shell, cmd};

use crate::engine::Engine;
use crate::product;

/// What to time.
#[derive(Args)]
pub struct Options {
    /// How many records
    #[arg(long, default_value_t = 100_000)]
    records: u32,
}

/// Prints how long steps of the timeline and keys in search take in Chromium, over the site in `dist/`.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    product::ensure_release(sh)?;
    Engine::Chromium.make_ready(sh)?;
    let records = options.records.to_string();
    cmd!(
        sh,
        "cargo run --quiet --package browser-tests --bin bench -- {records}"
    )
    .quiet()
    .run()?;
    Ok(())
}
