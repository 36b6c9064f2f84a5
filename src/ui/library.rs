//! The data that the page has loaded, and how it is loaded.

use std::sync::Arc;

use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::{Trouble, foreign};
use crate::dataset::{Bundle, Card, Initiative, Lang, SearchTexts, Unreadable, Vocabulary};
use crate::explore::{Index, Variants};

/// A bundle, its index, and what is known beyond it.
#[derive(Clone, Debug)]
pub struct Library {
    /// Cards and vocabulary in one language.
    pub bundle: Arc<Bundle>,
    /// What answers view states.
    pub index: Arc<Index>,
    /// Whether the index holds the words of all languages and of all facts.
    pub is_complete: bool,
    /// The address of the data set, where it is not the explorer's own.
    pub data: Option<String>,
    /// What was left out of it, and why.
    pub left_out: Arc<Vec<String>>,
}

impl Library {
    /// A library of a bundle, with the words for searching or not yet.
    pub fn new(bundle: Bundle, texts: Option<&[SearchTexts]>) -> Self {
        let variants = Variants::new(&bundle.variants);
        let index = Index::new(&bundle.vocabulary, &bundle.cards, texts, variants);
        Self {
            bundle: Arc::new(bundle),
            index: Arc::new(index),
            is_complete: texts.is_some(),
            data: None,
            left_out: Arc::default(),
        }
    }

    /// What cards refer to.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.bundle.vocabulary
    }

    /// The card of a record, by its id or a former one.
    pub fn card(&self, id: &str) -> Option<&Card> {
        let cards = &self.bundle.cards;
        cards.iter().find(|card| card.id == id).or_else(|| {
            let former = |card: &&Card| card.aliases.iter().any(|alias| alias == id);
            cards.iter().find(former)
        })
    }
}

/// Loads the explorer's own data, or another data set by its address, in one language.
pub async fn load(lang: Lang, data: Option<String>) -> Result<Library, Trouble> {
    let json = file(data.as_deref(), &format!("cards.{}.json", lang.tag())).await?;
    let bundle = Bundle::read("cards", &json).map_err(unreadable)?;
    let left_out = data.as_deref().map(foreign::left_out).unwrap_or_default();
    Ok(Library {
        left_out: Arc::new(left_out),
        data,
        ..Library::new(bundle, None)
    })
}

/// The same library with the words of all languages and of all facts.
pub async fn complete(library: Library) -> Result<Library, Trouble> {
    let json = file(library.data.as_deref(), "texts.json").await?;
    let texts = SearchTexts::read_all("texts", &json).map_err(unreadable)?;
    Ok(Library {
        data: library.data,
        left_out: library.left_out,
        ..Library::new(Bundle::clone(&library.bundle), Some(&texts))
    })
}

/// A record in full.
pub async fn record(library: Library, id: String) -> Result<Initiative, Trouble> {
    let json = file(library.data.as_deref(), &format!("initiatives/{id}.json")).await?;
    Initiative::read("record", &json).map_err(unreadable)
}

/// A file of the data, as the build made it of the explorer's own, or the reader of another data set.
pub async fn file(data: Option<&str>, name: &str) -> Result<String, Trouble> {
    match data {
        None => Ok(fetch(&format!("data/{name}"), true).await?.into()),
        Some(address) => foreign::file(address, name).await,
    }
}

#[wasm_bindgen(module = "/src/ui/modules.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetchText)]
    async fn fetch_text(address: &str, is_own: bool) -> Result<JsValue, JsValue>;
}

/// The text that an address answers with: a file of the site, or anything else.
pub async fn fetch(address: &str, is_own: bool) -> Result<JsString, Trouble> {
    match fetch_text(address, is_own).await {
        Ok(text) => Ok(text.unchecked_into()),
        Err(error) => Err(match error.as_f64() {
            // A status has three digits.
            Some(status) => Trouble::Missing(status as u16),
            None if error.is_string() => Trouble::TooLarge,
            None => Trouble::Offline,
        }),
    }
}

fn unreadable(error: Unreadable) -> Trouble {
    match error {
        Unreadable::Newer(_) => Trouble::Newer(error.to_string()),
        Unreadable::Faulty(_) => Trouble::Unreadable(error.to_string()),
    }
}
