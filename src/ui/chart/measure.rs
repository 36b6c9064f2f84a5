//! How wide names are, as the browser draws them.

use std::collections::HashMap;

use send_wrapper::SendWrapper;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The font of the chart's names; its families are those of the page.
const NAME_FONT: &str = "12px";

/// Measures texts in the font of the chart's names, each once.
pub struct Measure {
    pen: Option<SendWrapper<CanvasRenderingContext2d>>,
    widths: SendWrapper<std::cell::RefCell<HashMap<String, f64>>>,
}

impl Measure {
    /// A measure in the page's font.
    pub fn new() -> Self {
        Self {
            pen: pen().map(SendWrapper::new),
            widths: SendWrapper::new(std::cell::RefCell::default()),
        }
    }

    /// How wide a text is, in pixels.
    pub fn width(&self, text: &str) -> f64 {
        if let Some(width) = self.widths.borrow().get(text) {
            return *width;
        }
        let measured = self
            .pen
            .as_ref()
            .and_then(|pen| pen.measure_text(text).ok());
        // Where nothing can be measured, letters are as wide as they are high, which is too much for most.
        let width =
            measured.map_or_else(|| 12.0 * text.chars().count() as f64, |text| text.width());
        self.widths.borrow_mut().insert(text.to_owned(), width);
        width
    }

    /// A text in lines no wider than this, broken between words, and within those that are wider and those of Chinese.
    pub fn lines(&self, text: &str, width: f64) -> Vec<String> {
        if self.width(text) <= width {
            return vec![text.to_owned()];
        }
        let mut lines = vec![String::new()];
        for word in text.split_inclusive([' ', '/', '-']) {
            let line = lines.last_mut().expect("a line");
            if self.width(&format!("{line}{word}")) <= width {
                line.push_str(word);
                continue;
            }
            if self.width(word) <= width && !line.is_empty() {
                lines.push(word.to_owned());
                continue;
            }
            for c in word.chars() {
                let line = lines.last_mut().expect("a line");
                if !line.is_empty() && self.width(&format!("{line}{c}")) > width {
                    lines.push(c.to_string());
                } else {
                    line.push(c);
                }
            }
        }
        lines
    }
}

/// A pen that writes in the page's font.
fn pen() -> Option<CanvasRenderingContext2d> {
    let page = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = page.create_element("canvas").ok()?.dyn_into().ok()?;
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let style = web_sys::window()?
        .get_computed_style(&page.body()?.into())
        .ok()??;
    let families = style.get_property_value("font-family").ok()?;
    pen.set_font(&format!("{NAME_FONT} {families}"));
    Some(pen)
}
