//! The page as a person has it before them.

use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::common::command::Command;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};
use tokio::time::sleep;

use crate::engine::Engine;

/// For so long something may take to come true; a loaded machine with a cold browser is slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked.
const INTERVAL: Duration = Duration::from_millis(25);

/// A browser's window with the site in it.
pub struct Page {
    engine: Engine,
    driver: WebDriver,
    origin: String,
}

impl Page {
    pub(crate) fn new(engine: Engine, driver: WebDriver, origin: &str) -> Self {
        Self {
            engine,
            driver,
            origin: origin.to_owned(),
        }
    }

    /// The engine that shows it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// WebDriver itself, for what is not here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Goes to an address within the site, such as `?view=cards`.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.driver
            .goto(format!("{}/{address}", self.origin))
            .await
            .context("opening the page")
    }

    /// The address within the site, such as `/?view=cards`.
    pub async fn address(&self) -> Result<String> {
        let url = self.driver.current_url().await?;
        Ok(url.as_str().trim_start_matches(&self.origin).to_owned())
    }

    /// Goes back in the history.
    pub async fn back(&self) -> Result<()> {
        Ok(self.driver.back().await?)
    }

    /// Goes forward in the history.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.driver.forward().await?)
    }

    /// Goes into the frame that a JavaScript expression gives, once it is there.
    pub async fn enter(&self, frame: &str) -> Result<()> {
        until(&format!("the frame {frame}"), async || {
            let answer = self
                .driver
                .execute(format!("return {frame}"), Vec::new())
                .await?;
            Ok(Some(answer.element()?.enter_frame().await?))
        })
        .await
    }

    /// Goes out of all frames.
    pub async fn leave(&self) -> Result<()> {
        Ok(self.driver.enter_default_frame().await?)
    }

    /// Waits until the first element that matches is shown.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        until(&format!("{css} to be shown"), async || {
            self.shown(css).await
        })
        .await
    }

    /// Waits until no element that matches is shown.
    pub async fn wait_until_gone(&self, css: &str) -> Result<()> {
        until(&format!("{css} to be gone"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// Waits until a JavaScript expression is true in the page.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        until(expression, async || {
            let answer = self
                .driver
                .execute(format!("return Boolean({expression})"), Vec::new())
                .await?;
            Ok((answer.json() == &Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Waits until an element's text contains this.
    pub async fn wait_for_text(&self, css: &str, part: &str) -> Result<()> {
        until(&format!("{css} to say {part:?}"), async || {
            let element = self.driver.find(By::Css(css)).await?;
            Ok(element.text().await?.contains(part).then_some(()))
        })
        .await
    }

    /// Waits until the program has taken over from the static page, nothing in it is busy, and its fonts are there.
    pub async fn settled(&self) -> Result<()> {
        self.wait_until("document.querySelector('.page') && !document.querySelector('.static')")
            .await?;
        // In its next frame, it puts the reader back where they were.
        self.driver
            .execute_async("requestAnimationFrame(arguments[0])", Vec::new())
            .await?;
        self.wait_for("h1").await?;
        self.wait_until(
            "!document.querySelector('[aria-busy=true]') && document.fonts.status === 'loaded'",
        )
        .await
    }

    /// The text of the first element that matches, once it is shown.
    pub async fn text(&self, css: &str) -> Result<String> {
        until(&format!("the text of {css}"), async || {
            match self.shown(css).await? {
                Some(element) => Ok(Some(element.text().await?)),
                None => Ok(None),
            }
        })
        .await
    }

    /// The texts of all elements that match, as they are now.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script =
            "return Array.from(document.querySelectorAll(arguments[0]), (e) => e.innerText.trim())";
        let answer = self.driver.execute(script, vec![json!(css)]).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// How many elements match now.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(css)).await?.len())
    }

    /// Clicks the first element that matches, once it can be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        until(&format!("a click on {css}"), async || {
            match self.shown(css).await? {
                Some(element) => Ok(Some(element.click().await?)),
                None => Ok(None),
            }
        })
        .await
    }

    /// Types into the first element that matches, in place of what was there.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        let element = self.wait_for(css).await?;
        element.clear().await?;
        Ok(element.send_keys(text).await?)
    }

    /// Presses keys wherever the focus is: text, or a [`Key`] such as `Key::Escape`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses the Tab key.
    pub async fn tab(&self) -> Result<()> {
        self.press(Key::Tab).await
    }

    /// Puts a finger down at the first of these points of the window, draws it along the others and lifts it; with one
    /// point, a tap.
    pub async fn touch(&self, points: &[(f64, f64)]) -> Result<()> {
        self.draw("touch", points).await
    }

    /// The same with any kind of pointer: `mouse`, `pen` or `touch`.
    pub async fn draw(&self, pointer: &str, points: &[(f64, f64)]) -> Result<()> {
        let at = |(x, y): &(f64, f64)| json!({ "type": "pointerMove", "duration": 50, "x": x.round(), "y": y.round() });
        let mut steps: Vec<Value> = points.iter().map(at).collect();
        steps.insert(1, json!({ "type": "pointerDown", "button": 0 }));
        steps.push(json!({ "type": "pointerUp", "button": 0 }));
        let source = json!({
            "id": pointer, "type": "pointer", "parameters": { "pointerType": pointer }, "actions": steps,
        });
        let actions = Command::PerformActions(json!([source]).into());
        self.driver.handle().cmd(actions).await?;
        Ok(())
    }

    /// The middle of the first element that matches, in the window.
    pub async fn middle(&self, css: &str) -> Result<(f64, f64)> {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2];";
        let middle = self.driver.execute(script, vec![json!(css)]).await?;
        Ok(serde_json::from_value(middle.json().clone())?)
    }

    /// Runs the body of a JavaScript function in the page, and says what it returned.
    pub async fn script(&self, body: &str) -> Result<Value> {
        Ok(self.driver.execute(body, Vec::new()).await?.json().clone())
    }

    /// The addresses of everything the page has loaded, by its own account.
    pub async fn resources(&self) -> Result<Vec<String>> {
        let names = self
            .script("return performance.getEntriesByType('resource').map((e) => e.name)")
            .await?;
        Ok(serde_json::from_value(names)?)
    }

    /// Gives the window's inside a size in CSS pixels. WebKit stops at a width of 334.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            // A phone heeds the viewport's meta element, and its scrollbars take no room.
            let phone = width < 600;
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
            self.driver
                .cdp()
                .send_raw("Emulation.setDeviceMetricsOverride", size)
                .await?;
            return Ok(());
        }
        let frame = self
            .script("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            .await?;
        let [extra_width, extra_height]: [u32; 2] =
            serde_json::from_value(frame).unwrap_or_default();
        self.driver
            .set_window_rect(0, 0, width + extra_width, height + extra_height)
            .await?;
        Ok(())
    }

    /// Writes a picture of what the window shows.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }

    async fn shown(&self, css: &str) -> WebDriverResult<Option<WebElement>> {
        let element = self.driver.find(By::Css(css)).await?;
        Ok(element.is_displayed().await?.then_some(element))
    }
}

/// Looks again and again until there is something. An error counts as "not yet": an element may
/// come, or be replaced while we look at it.
async fn until<T, F>(what: &str, look: impl Fn() -> F) -> Result<T>
where
    F: Future<Output = WebDriverResult<Option<T>>>,
{
    let start = Instant::now();
    loop {
        let sight = look().await;
        if let Ok(Some(found)) = sight {
            return Ok(found);
        }
        if start.elapsed() > PATIENCE {
            let reason = sight
                .err()
                .map(|error| format!(": {error}"))
                .unwrap_or_default();
            bail!("waited {} seconds for {what}{reason}", PATIENCE.as_secs());
        }
        sleep(INTERVAL).await;
    }
}
