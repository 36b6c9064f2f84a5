//! Programs from crates.io that the commands need, each installed under `target/tools`.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::project;

/// A program that `cargo install` can build.
pub struct Tool {
    /// What it is called on the command line.
    pub program: &'static str,
    /// The crate that has it.
    pub package: &'static str,
    /// The one version that will do.
    pub version: String,
    /// What it is for, as a person would say it.
    pub purpose: &'static str,
    /// About how long the first build takes.
    pub duration: &'static str,
    /// How much it is optimised. An unoptimised tool is built twice as fast, which is worth more
    /// than its speed unless it runs at every change of the page.
    pub optimisation: &'static str,
    /// Further arguments of `cargo install`.
    pub arguments: &'static [&'static str],
}

/// Trunk, which bundles the page.
pub fn trunk() -> Tool {
    Tool {
        program: "trunk",
        package: "trunk",
        version: "0.21.14".to_owned(),
        purpose: "bundles the page",
        duration: "2 to 5 minutes",
        optimisation: "0",
        // Without its check for updates: nothing here should call home.
        arguments: &["--no-default-features", "--features", "rustls"],
    }
}

/// wasm-bindgen's command, whose version has to be that of the library.
pub fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: project::locked_version("wasm-bindgen")?,
        purpose: "writes the JavaScript around the WebAssembly",
        duration: "1 to 3 minutes",
        optimisation: "1",
        arguments: &[],
    })
}

/// The WebDriver of Firefox.
pub fn geckodriver() -> Tool {
    Tool {
        program: "geckodriver",
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        purpose: "drives Firefox",
        duration: "1 to 2 minutes",
        optimisation: "0",
        arguments: &[],
    }
}

impl Tool {
    /// Where we install it.
    pub fn path(&self) -> PathBuf {
        project::tools()
            .join("bin")
            .join(self.program)
            .with_extension(env::consts::EXE_EXTENSION)
    }

    /// Builds the tool unless it is there in its version.
    pub fn make_ready(&self, sh: &Shell) -> Result<()> {
        if self.is_ready(sh) {
            return Ok(());
        }
        let &Self {
            program,
            package,
            ref version,
            purpose,
            duration,
            optimisation,
            arguments,
        } = self;
        eprintln!("  {program} {version} ({purpose}): building, {duration}");
        let root = project::tools();
        let wanted = format!("{package}@{version}");
        let options = ["install", "--quiet", "--debug", "--force"];
        let install = |locked: &[&str]| {
            cmd!(
                sh,
                "cargo {options...} {locked...} {wanted} {arguments...} --root {root}"
            )
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", optimisation)
            .quiet()
        };
        // A package's own lock file may name what a registry does not have, or not any more.
        if install(&["--locked"]).ignore_stderr().run().is_err() {
            let outcome = install(&[]).run();
            if outcome.is_err() || !self.is_ready(sh) {
                bail!(
                    "{program} {version}, which {purpose}, could not be built. Type:\n  \
                     cargo install {wanted} --root {}",
                    root.display()
                );
            }
        }
        Ok(())
    }

    fn is_ready(&self, sh: &Shell) -> bool {
        let path = self.path();
        // Cut at words, or 0.2.1 would pass for 0.2.100.
        path.exists()
            && cmd!(sh, "{path} --version")
                .quiet()
                .ignore_stderr()
                .read()
                .is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }
}
