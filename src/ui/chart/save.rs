//! Saving a picture to a file.

use wasm_bindgen::prelude::*;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use leptos::prelude::document;

use crate::ui::browser;

/// How many dots a pixel has each way, so that a picture is sharp on paper and in slides.
const DOTS: u32 = 2;

/// A drawing that can be kept.
pub struct Picture {
    /// What its file is called, without an ending.
    pub name: String,
    /// How wide it is, in pixels.
    pub width: i32,
    /// How high it is, in pixels.
    pub height: i32,
    /// The SVG.
    pub svg: String,
}

/// As what a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines and letters.
    Svg,
    /// Dots.
    Png,
}

impl Picture {
    /// Hands the picture to the browser to be saved.
    ///
    /// # Errors
    /// The browser cannot draw or keep it.
    pub fn save(self, format: Format) -> Result<(), JsValue> {
        let svg = browser::blob("image/svg+xml", self.svg.as_bytes())?;
        match format {
            Format::Svg => browser::save_blob(&format!("{}.svg", self.name), &svg),
            Format::Png => self.save_dots(&svg),
        }
    }

    /// Draws the picture into dots, and saves these.
    fn save_dots(self, svg: &Blob) -> Result<(), JsValue> {
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
        let dots = |pixels: i32| u32::try_from(pixels).unwrap_or(1).saturating_mul(DOTS);
        canvas.set_width(dots(self.width));
        canvas.set_height(dots(self.height));
        let image = HtmlImageElement::new()?;
        let address = Url::create_object_url_with_blob(svg)?;
        let (drawn, from) = (image.clone(), address.clone());
        let ready = Closure::once_into_js(move || -> Result<(), JsValue> {
            let pen: CanvasRenderingContext2d =
                canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into()?;
            pen.scale(f64::from(DOTS), f64::from(DOTS))?;
            pen.draw_image_with_html_image_element(&drawn, 0.0, 0.0)?;
            Url::revoke_object_url(&from)?;
            let kept = Closure::once_into_js(move |dots: Option<Blob>| {
                dots.map_or(Ok(()), |dots| {
                    browser::save_blob(&format!("{}.png", self.name), &dots)
                })
            });
            canvas.to_blob(kept.unchecked_ref())
        });
        image.set_onload(Some(ready.unchecked_ref()));
        image.set_src(&address);
        Ok(())
    }
}
