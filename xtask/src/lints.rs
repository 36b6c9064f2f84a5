//! Formatting and lints, for the machine we are on and for the browser.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::wasm_target::{self, TRIPLE};

/// Whether every file is formatted as rustfmt would.
pub fn formatting(sh: &Shell) -> Result<()> {
    let files = cmd!(sh, "cargo fmt --all -- --check -l")
        .ignore_status()
        .read()?;
    if !files.is_empty() {
        bail!("not formatted (cargo fmt --all mends it):\n{files}");
    }
    Ok(())
}

/// clippy over everything that compiles natively, warnings being errors.
pub fn native(sh: &Shell) -> Result<()> {
    cmd!(
        sh,
        "cargo clippy --quiet --workspace --all-targets -- -D warnings"
    )
    .run()?;
    Ok(())
}

/// The same for what only a browser compiles. clippy needs its own compiler to have the target;
/// where another one built the page, that one's warnings are all there is, and no new build.
pub fn browser(sh: &Shell) -> Result<()> {
    if wasm_target::compiler_has_it(sh) {
        cmd!(
            sh,
            "cargo clippy --quiet --release --target {TRIPLE} -- -D warnings"
        )
        .run()?;
        return Ok(());
    }
    let build = cmd!(sh, "cargo build --release --target {TRIPLE}");
    let output = build.ignore_status().output()?;
    let messages = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() || messages.contains("warning: ") {
        bail!("{messages}");
    }
    Ok(())
}
