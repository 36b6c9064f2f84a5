//! The worker that reads and checks data sets from elsewhere, and makes of each the files that the page loads. It is a
//! program of its own, so that a large or hostile data set neither holds up the page nor can bring it down.
//!
//! It takes messages of two kinds, each with a port for the answer. Bytes are a data set: the answer is, in JSON, the
//! faults of what was left out, or why the whole cannot be read (`Result<Vec<Fault>, Unreadable>`). A text is the name
//! of a file of the data set that was read last: the answer is the file, or `undefined` where there is none of this
//! name.

use std::cmp::Ordering;

use explorer_core::dataset::{
    Body, Bundle, Dataset, DatasetFile, FORMAT, Fault, Lang, PartialDate, SearchTexts, Unreadable,
    decode, milestones, sources, sums,
};
use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

fn main() {
    let mut dataset = None;
    let answer = move |event: MessageEvent| {
        let message = event.data();
        let answer = match message.dyn_ref::<Uint8Array>() {
            Some(bytes) => written(&read(&bytes.to_vec(), &mut dataset)),
            None => message
                .as_string()
                .and_then(|name| file(dataset.as_ref()?, &name)),
        };
        let port: MessagePort = event.ports().get(0).unchecked_into();
        // It fails for values that cannot be copied; a text can.
        let _ = port.post_message(&answer.into());
    };
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(answer).into_js_value();
    scope.set_onmessage(Some(answer.unchecked_ref()));
}

/// Reads a data set; what is faulty in it is left out.
fn read(bytes: &[u8], last: &mut Option<Dataset>) -> Result<Vec<Fault>, Unreadable> {
    let (dataset, mut faults) = Dataset::read_whole("data", decode("data", bytes)?)?;
    *last = Some(dataset.in_all_languages());
    // Hints are for whoever keeps the data: `cargo xtask check` tells them.
    faults.retain(|fault| !fault.is_hint);
    Ok(faults)
}

/// A file as the build would have made it: `cards.<lang>.json`, `texts.json`, a list of all records such as `sums.json`, the
/// whole (`dataset.json`), `initiatives/<id>.json` or `organisations/<id>.json`.
fn file(dataset: &Dataset, name: &str) -> Option<String> {
    let initiatives = &dataset.initiatives;
    if let Some(id) = name.strip_prefix("initiatives/") {
        let id = id.strip_suffix(".json")?;
        return written(initiatives.iter().find(|initiative| initiative.id == id)?);
    }
    if let Some(id) = name.strip_prefix("organisations/") {
        let id = id.strip_suffix(".json")?;
        return written(&Body::of(&dataset.vocabulary, initiatives, id)?);
    }
    match name {
        "dataset.json" => {
            return written(&DatasetFile {
                about: None,
                format: FORMAT,
                vocabulary: dataset.vocabulary.clone(),
                initiatives: initiatives.clone(),
            });
        }
        "texts.json" => return written(&SearchTexts::new(dataset)),
        "sums.json" => return written(&sums(initiatives)),
        "milestones.json" => return written(&milestones(initiatives)),
        "sources.json" => return written(&sources(initiatives)),
        _ => {}
    }
    let tag = name.strip_prefix("cards.")?.strip_suffix(".json")?;
    let lang = Lang::from_tag(tag)?;
    let mut bundle = Bundle::new(dataset, lang, today()?);
    let collate = collate(lang);
    bundle
        .cards
        .sort_by(|a, b| collate(a.name.get(lang), b.name.get(lang)));
    written(&bundle)
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
