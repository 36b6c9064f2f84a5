//! Reads and checks data sets from elsewhere, and makes of each the files that the page loads: a module of its own, so
//! that only those visits load it that name another data set.

use std::cmp::Ordering;

use explorer_core::dataset::{Bundle, Dataset, Fault, Lang, PartialDate, SearchTexts, Unreadable};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A data set that has been read and checked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Foreign {
    dataset: Dataset,
    faults: Vec<Fault>,
}

#[wasm_bindgen]
impl Foreign {
    /// Reads a data set; what is faulty in it is left out.
    ///
    /// # Errors
    /// An error named `Newer` or `Unreadable` with a sentence on what keeps the whole from being read.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Self, JsValue> {
        let (dataset, faults) = Dataset::read_whole("data", json).map_err(|unreadable| {
            let error = js_sys::Error::new(&unreadable.to_string());
            error.set_name(match unreadable {
                Unreadable::Newer(_) => "Newer",
                Unreadable::Faulty(_) => "Unreadable",
            });
            error
        })?;
        Ok(Self { dataset, faults })
    }

    /// A file as the build would have made it: `cards.<lang>.json`, `texts.json` or `initiatives/<id>.json`.
    pub fn file(&self, name: &str) -> Option<String> {
        let initiatives = &self.dataset.initiatives;
        if let Some(id) = name.strip_prefix("initiatives/") {
            let id = id.strip_suffix(".json")?;
            return written(initiatives.iter().find(|initiative| initiative.id == id)?);
        }
        if name == "texts.json" {
            return written(&initiatives.iter().map(SearchTexts::new).collect::<Vec<_>>());
        }
        let tag = name.strip_prefix("cards.")?.strip_suffix(".json")?;
        let lang = Lang::from_tag(tag)?;
        let mut bundle = Bundle::new(&self.dataset, lang, today()?);
        let collate = collate(lang);
        bundle
            .cards
            .sort_by(|a, b| collate(a.name.get(lang), b.name.get(lang)));
        written(&bundle)
    }

    /// What was left out, and why.
    #[wasm_bindgen(js_name = leftOut)]
    pub fn left_out(&self) -> Vec<String> {
        self.faults.iter().map(Fault::to_string).collect()
    }
}

fn written(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// The reader's day.
fn today() -> Option<PartialDate> {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
    .parse()
    .ok()
}

/// The order of two names in a language.
fn collate(lang: Lang) -> impl Fn(&str, &str) -> Ordering {
    let collator = js_sys::Intl::Collator::new(
        &js_sys::Array::of1(&lang.tag().into()),
        &js_sys::Object::new(),
    );
    let compare = collator.compare();
    move |a, b| {
        let order = compare
            .call2(&JsValue::NULL, &a.into(), &b.into())
            .ok()
            .and_then(|order| order.as_f64());
        order
            .unwrap_or_default()
            .partial_cmp(&0.0)
            .unwrap_or(Ordering::Equal)
    }
}

fn main() {}
