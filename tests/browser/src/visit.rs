//! One visit to the page: a browser of its own, from opening to closing.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use futures_util::FutureExt;
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::profile::Profile;
use crate::project;
use crate::report::{Report, keep_panics, last_panic};
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
    reports: PathBuf,
}

/// Visits with a desktop's window, in English, in light colours.
pub fn visit(test: impl AsyncFn(&Page, &Site) -> Result<()>) {
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
            reports: project::path("target/failures"),
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

    /// Leaves its reports in another folder than `target/failures/`.
    pub fn reports_to(mut self, folder: &Path) -> Self {
        folder.clone_into(&mut self.reports);
        self
    }

    /// Opens the browser, does what the test says, and closes it, whatever happens. When that fails, it is done once
    /// more, with a new browser and a new server. A test that passes only then is flaky: it passes, and
    /// `cargo xtask test` names it.
    ///
    /// # Panics
    ///
    /// When the test fails twice. Each failure's message, and a picture of the page at that moment, are left in
    /// `target/failures/`.
    pub fn run(self, test: impl AsyncFn(&Page, &Site) -> Result<()>) {
        if let Err(error) = self.run_twice(test) {
            panic!("{error:?}");
        }
    }

    fn run_twice(&self, test: impl AsyncFn(&Page, &Site) -> Result<()>) -> Result<()> {
        keep_panics();
        let report = Report::new(&self.reports, Engine::from_environment()?);
        let start = Instant::now();
        let first = self.attempt(1, &report, &test);
        let Err(first) = first else {
            return report.finish(start.elapsed(), None);
        };
        eprintln!("{first:?}\nIt is run once more.");
        let second = self.attempt(2, &report, &test);
        let flaky = second.is_ok().then_some(&first);
        report.finish(start.elapsed(), flaky)?;
        second.with_context(|| format!("failed twice, at first with: {first:#}"))
    }

    fn attempt(
        &self,
        number: usize,
        report: &Report,
        test: &impl AsyncFn(&Page, &Site) -> Result<()>,
    ) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let outcome = runtime.block_on(self.attend(number, report, test));
        if let Err(error) = &outcome {
            report.keep_error(number, error)?;
        }
        outcome
    }

    async fn attend(
        &self,
        number: usize,
        report: &Report,
        test: &impl AsyncFn(&Page, &Site) -> Result<()>,
    ) -> Result<()> {
        let engine = report.engine();
        let site = Site::serve(&self.folder).await?;
        let profile = (engine == Engine::Firefox).then(Profile::new).transpose()?;
        let driver = Driver::start(engine, self).await?;
        let browser = self.open(engine, &driver, profile.as_ref()).await?;
        let page = Page::new(engine, browser.clone(), site.origin());
        let outcome = AssertUnwindSafe(async {
            page.resize(self.width, self.height).await?;
            test(&page, &site).await
        })
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(last_panic()));
        if outcome.is_err() {
            report.keep_picture(number, &page).await;
        }
        drop(page);
        let closed = browser.quit().await;
        if let Some(profile) = profile
            && closed.is_ok()
        {
            profile.share()?;
        }
        outcome.and(closed.context("closing the browser"))
    }

    async fn open(
        &self,
        engine: Engine,
        driver: &Driver,
        profile: Option<&Profile>,
    ) -> Result<WebDriver> {
        let mut capabilities = engine.capabilities(self, profile)?;
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
