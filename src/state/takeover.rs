//! The static page, which stands until the program does.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    /// Takes the static page away, where it still stands. What was typed into its search field is typed into the
    /// program's; focus and scroll stay.
    #[wasm_bindgen(js_name = takeOver)]
    pub async fn take_over();
}
