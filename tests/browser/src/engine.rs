//! The browser engines, and how each is told what it should be like.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::profile::Profile;
use crate::visit::Visit;

/// A family of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver.
    Webkit,
}

impl Engine {
    /// The engine that the variable `ENGINE` names; Chromium where there is none.
    pub fn from_environment() -> Result<Self> {
        match env::var("ENGINE").as_deref() {
            Ok("chromium") | Err(_) => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::Webkit),
            Ok(other) => bail!("ENGINE is {other}; it may be chromium, firefox or webkit"),
        }
    }

    /// The name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What a new session is asked to be; in Firefox with this profile.
    pub fn capabilities(self, visit: &Visit, profile: Option<&Profile>) -> Result<Value> {
        let Visit {
            width,
            height,
            languages,
            dark,
            ..
        } = visit;
        Ok(match self {
            Self::Chromium => {
                json!({ "acceptInsecureCerts": true, "goog:chromeOptions": { "args": [
                "--headless=new",
                // Containers lack what the sandbox and the GPU want.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                // The browser ends when this pipe does, so it never outlives its driver.
                "--remote-debugging-pipe",
                format!("--window-size={width},{height}"),
                format!("--accept-lang={languages}"),
            ] } })
            }
            Self::Firefox => json!({ "acceptInsecureCerts": true, "moz:firefoxOptions": {
                "args": ["-headless", "-width", width.to_string(), "-height", height.to_string(),
                    "-profile", profile.map(Profile::path)],
                "prefs": {
                    // No process stands ready for a page that nobody opens.
                    "dom.ipc.processPrelaunch.enabled": false,
                    "intl.accept_languages": languages,
                    // 0 is dark, 1 is light.
                    "layout.css.prefers-color-scheme.content-override": if *dark { 0 } else { 1 },
                },
            } }),
            Self::Webkit => json!({ "acceptInsecureCerts": true, "webkitgtk:browserOptions": {
                "binary": mini_browser()?,
                // Without its toolbars, which keep the window wide.
                "args": ["--automation", "--full-screen"],
            } }),
        })
    }
}

/// WebKitGTK's own small browser, which distributions put aside from `PATH`.
fn mini_browser() -> Result<PathBuf> {
    let folders = ["/usr/lib", "/usr/libexec"]
        .iter()
        .flat_map(std::fs::read_dir)
        .flatten()
        .flatten();
    let folders = folders
        .map(|entry| entry.path())
        .chain(["/usr/lib".into(), "/usr/libexec".into()]);
    folders
        .flat_map(|folder| {
            ["6.0", "4.1", "4.0"].map(|version| {
                let name = if version == "6.0" {
                    "webkitgtk"
                } else {
                    "webkit2gtk"
                };
                folder.join(format!("{name}-{version}/MiniBrowser"))
            })
        })
        .find(|path| path.exists())
        .context("WebKitGTK's MiniBrowser is not in /usr/lib or /usr/libexec")
}
