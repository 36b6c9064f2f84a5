//! The way to the chart, which is a module of its own.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    /// A chart on the page, as `src/chart.rs` offers it.
    pub type ChartHandle;

    /// Opens a chart of a bundle's records in an element.
    #[wasm_bindgen(catch, js_name = openChart)]
    pub async fn open_chart(
        element: &HtmlElement,
        cards: &str,
        told: &Function,
    ) -> Result<JsValue, JsValue>;

    /// Shows these records, and the window, lanes and open record of a query string.
    #[wasm_bindgen(method)]
    pub fn show(this: &ChartHandle, cards: Vec<u32>, query: &str);

    /// Lets go of the page.
    #[wasm_bindgen(method)]
    pub fn close(this: &ChartHandle);
}
