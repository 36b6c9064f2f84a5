//! One visit to the page: a browser of its own, from opening to closing.

use std::fs;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};
use futures_util::FutureExt;
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::project;
use crate::site::Site;

/// Who visits: the size of the window and the visitor's preferences.
#[derive(Clone, Debug)]
pub struct Visit {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) languages: String,
    pub(crate) dark: bool,
    pub(crate) engine_as_it_comes: bool,
    traced: bool,
    folder: PathBuf,
}

/// Visits with a desktop's window, in English, in light colours.
pub fn visit(test: impl AsyncFnOnce(&Page, &Site) -> Result<()>) {
    Visit::new().run(test);
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 900,
            languages: "en".to_owned(),
            dark: false,
            engine_as_it_comes: false,
            traced: false,
            folder: project::path("dist"),
        }
    }
}

impl Visit {
    /// A visit with a desktop's window, in English, in light colours.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a window whose inside has this size in CSS pixels.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// With a phone's window.
    pub fn phone(self) -> Self {
        self.size(360, 740)
    }

    /// By somebody who prefers these languages, such as `zh-HK,zh,en`.
    pub fn languages(mut self, languages: &str) -> Self {
        languages.clone_into(&mut self.languages);
        self
    }

    /// By somebody who prefers dark colours.
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// With the engine as it comes, without the settings that keep its known faults out of the tests.
    pub fn engine_as_it_comes(mut self) -> Self {
        self.engine_as_it_comes = true;
        self
    }

    /// To the built site in this folder, in place of `dist/`.
    pub fn site(mut self, folder: &Path) -> Self {
        folder.clone_into(&mut self.folder);
        self
    }

    /// In Chromium that traces what it does, into its log called `performance`.
    pub fn tracing(mut self) -> Self {
        self.traced = true;
        self
    }

    /// Opens the browser, does what the test says, and closes it, whatever happens.
    ///
    /// # Panics
    ///
    /// When the test fails; a picture of the page at that moment is left in `target/failures/`.
    pub fn run(self, test: impl AsyncFnOnce(&Page, &Site) -> Result<()>) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let outcome = match runtime {
            Ok(runtime) => runtime.block_on(self.attend(test)),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = outcome {
            panic!("{error:?}");
        }
    }

    async fn attend(self, test: impl AsyncFnOnce(&Page, &Site) -> Result<()>) -> Result<()> {
        let engine = Engine::from_environment()?;
        let site = Site::serve(&self.folder).await?;
        let driver = Driver::start(engine, &self).await?;
        let browser = self.open(engine, &driver).await?;
        let page = Page::new(engine, browser.clone(), site.origin());
        let outcome = AssertUnwindSafe(async {
            page.resize(self.width, self.height).await?;
            test(&page, &site).await
        })
        .catch_unwind()
        .await;
        if !matches!(outcome, Ok(Ok(()))) {
            keep_picture(&page).await;
        }
        drop(page);
        let closed = browser.quit().await;
        match outcome {
            Ok(result) => result.and(closed.context("closing the browser")),
            Err(panic) => resume_unwind(panic),
        }
    }

    async fn open(&self, engine: Engine, driver: &Driver) -> Result<WebDriver> {
        let mut capabilities = engine.capabilities(self)?;
        if self.traced {
            capabilities["goog:loggingPrefs"] = json!({ "performance": "ALL" });
            capabilities["goog:chromeOptions"]["perfLoggingPrefs"] = json!({
                "enableNetwork": false,
                "enablePage": false,
                "traceCategories": "devtools.timeline,blink.user_timing",
            });
        }
        let capabilities: Capabilities = serde_json::from_value(capabilities)?;
        let browser = WebDriver::new(driver.address(), capabilities)
            .await
            .with_context(|| format!("opening {}", engine.name()))?;
        if engine == Engine::Firefox {
            allow_narrow_window(&browser).await?;
        }
        if engine == Engine::Chromium {
            let scheme = if self.dark { "dark" } else { "light" };
            let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            browser
                .cdp()
                .send_raw(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": features }),
                )
                .await?;
        }
        Ok(browser)
    }
}

/// Firefox lets only popups be as narrow as a phone, so the visit takes place in one.
async fn allow_narrow_window(browser: &WebDriver) -> Result<()> {
    let first = browser.window().await?;
    browser
        .execute("window.open('about:blank', '', 'popup')", Vec::new())
        .await?;
    browser.close_window().await?;
    let popup = browser
        .windows()
        .await?
        .into_iter()
        .find(|window| *window != first);
    let popup = popup.context("Firefox opened no popup")?;
    Ok(browser.switch_to_window(popup).await?)
}

/// Best effort: the test's own failure is what should be told.
async fn keep_picture(page: &Page) {
    let folder = project::path("target/failures");
    let test = thread::current()
        .name()
        .unwrap_or("visit")
        .replace("::", "-");
    let path = folder.join(format!("{test}-{}.png", page.engine().name()));
    if fs::create_dir_all(&folder).is_ok() && page.screenshot(&path).await.is_ok() {
        eprintln!(
            "what it looked like: target/failures/{test}-{}.png",
            page.engine().name()
        );
    }
}
