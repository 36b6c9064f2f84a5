//! The explorer's search without its page: what `cargo xtask bench` times in Chromium, as the page's own program is built.

use explorer_core::dataset::Bundle;
use explorer_core::explore::{Index, Variants, ViewState};
use wasm_bindgen::prelude::*;

/// An index over the cards of a file.
#[wasm_bindgen]
pub struct Search(Index);

#[wasm_bindgen]
impl Search {
    /// Reads the JSON of a file of cards, and makes the whole index of them.
    ///
    /// # Errors
    /// Why the file cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Search, JsError> {
        let bundle = Bundle::read("cards", json)?;
        let search = Self(Index::new(
            &bundle.vocabulary,
            &bundle.cards,
            None,
            Variants::default(),
        ));
        // The index of words is made with the first that is typed.
        search.count("a");
        Ok(search)
    }

    /// How many cards are found for what was typed. They are put in order, and every value of every facet is counted.
    pub fn count(&self, typed: &str) -> usize {
        let state = ViewState {
            q: typed.to_owned(),
            ..ViewState::default()
        };
        self.0.explore(&state).cards.len()
    }
}
