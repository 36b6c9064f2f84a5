//! Screenshots of the built site, to look at.

use anyhow::Result;
use clap::Args;
use xshell::{Shell, cmd};

use crate::engine::{self, Engine};
use crate::{product, project};

/// What to photograph.
#[derive(Args)]
pub struct Options {
    /// Addresses within the site, such as "?view=cards&lang=zh-Hant"; none is the first screen
    addresses: Vec<String>,
    /// Width of the window in CSS pixels; may be repeated
    #[arg(long, default_values_t = [360, 768, 1440])]
    width: Vec<u32>,
    /// Colour scheme, light or dark; may be repeated
    #[arg(long, default_values = ["light", "dark"])]
    scheme: Vec<String>,
}

/// Takes a picture of the whole page for each address, width and scheme, in `target/shots/`.
pub fn take(sh: &Shell, options: &Options) -> Result<()> {
    product::ensure_release(sh)?;
    Engine::Chromium.make_ready(sh)?;
    engine::make_fonts_ready(sh);
    let first = [String::new()];
    let addresses = if options.addresses.is_empty() {
        &first[..]
    } else {
        &options.addresses
    };
    let widths = options
        .width
        .iter()
        .map(u32::to_string)
        .collect::<Vec<_>>()
        .join(",");
    let schemes = options.scheme.join(",");
    let folder = project::root().join("target/shots");
    cmd!(sh, "cargo run --quiet --package browser-tests --bin shots -- {folder} {widths} {schemes} {addresses...}")
        .quiet()
        .run()?;
    Ok(())
}
