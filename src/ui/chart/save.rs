//! Saving a picture to a file.

use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use leptos::prelude::document;

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
        let kind = BlobPropertyBag::new();
        kind.set_type("image/svg+xml");
        let parts = js_sys::Array::of1(&self.svg.as_str().into());
        let svg = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
        match format {
            Format::Svg => save(&svg, &format!("{}.svg", self.name)),
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
                dots.map_or(Ok(()), |dots| save(&dots, &format!("{}.png", self.name)))
            });
            canvas.to_blob(kept.unchecked_ref())
        });
        image.set_onload(Some(ready.unchecked_ref()));
        image.set_src(&address);
        Ok(())
    }
}

fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
