//! The browser engines the page is tested in, and how each is had.

use std::path::Path;

use anyhow::{Result, bail};
use clap::ValueEnum;
use xshell::Shell;

use crate::{debian, tool};

/// The three families of engines.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chromium, by chromedriver
    Chromium,
    /// Firefox, by geckodriver
    Firefox,
    /// WebKitGTK, by WebKitWebDriver
    Webkit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name by which the browser tests know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Installs the browser and its driver unless they are there.
    pub fn make_ready(self, sh: &Shell) -> Result<()> {
        match self {
            Self::Chromium => {
                let ready =
                    || found("chromedriver") && (found("chromium") || found("google-chrome"));
                installed(
                    sh,
                    ready,
                    &["chromium", "chromium-driver"],
                    "Chromium with its driver",
                )
            }
            Self::Firefox => {
                let ready = || found("firefox") || found("firefox-esr");
                installed(sh, ready, &["firefox-esr"], "Firefox")?;
                if !found("geckodriver") {
                    tool::geckodriver().make_ready(sh)?;
                }
                Ok(())
            }
            Self::Webkit => {
                // It has no headless mode: it needs a display and a session bus.
                let ready = || {
                    ["WebKitWebDriver", "Xvfb", "dbus-run-session"]
                        .iter()
                        .all(|name| found(name))
                };
                let packages = ["webkit2gtk-driver", "xvfb", "dbus"];
                installed(
                    sh,
                    ready,
                    &packages,
                    "WebKitGTK with its driver and a display",
                )
            }
        }
    }
}

fn installed(sh: &Shell, ready: impl Fn() -> bool, packages: &[&str], purpose: &str) -> Result<()> {
    if ready() {
        return Ok(());
    }
    debian::install(sh, packages, purpose)?;
    if !ready() {
        bail!(
            "{purpose} is still missing after installing {}",
            packages.join(", ")
        );
    }
    Ok(())
}

/// Installs a font for Chinese, without which pictures of the page show boxes. Nothing else
/// depends on it, so the lack of it is only told.
pub fn make_fonts_ready(sh: &Shell) {
    if cfg!(target_os = "linux")
        && !Path::new("/usr/share/fonts/opentype/noto").exists()
        && let Err(error) = debian::install(sh, &["fonts-noto-cjk"], "a font for Chinese")
    {
        eprintln!("{error:#}");
    }
}

fn found(program: &str) -> bool {
    which::which(program).is_ok()
}
