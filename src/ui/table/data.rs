//! What the table shows: the lists that it loads, and the rows in their order.

use std::cmp::Ordering;
use std::sync::Arc;

use js_sys::{Array, Intl, Object};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::dataset::{Bundle, Lang};
use crate::explore::{By, Rows};
use crate::state::{self, Loaded};
use crate::table::{Lists, RowKey, Table};
use crate::ui::{AppState, LoadError, Words};

/// What the table shows. It is `Copy`, and lives as long as the view.
#[derive(Clone, Copy)]
pub struct TableData {
    lists: Loaded<Arc<Lists>>,
    attempt: RwSignal<usize>,
    /// What has a row.
    pub rows: Memo<Rows>,
    /// All rows, in order.
    pub keys: Memo<Arc<Vec<RowKey>>>,
}

/// A bundle with the lists that its table shows.
#[derive(Clone)]
pub struct Shown {
    /// The bundle.
    pub bundle: Arc<Bundle>,
    /// The lists.
    pub lists: Arc<Lists>,
}

impl Shown {
    /// The table of the bundle.
    pub fn table(&self) -> Table<'_> {
        let bundle = &self.bundle;
        Table::new(
            Words(bundle.lang),
            &bundle.vocabulary,
            &bundle.cards,
            &self.lists,
        )
    }
}

impl TableData {
    /// What the table of the view state shows; it loads what that needs.
    pub fn new(app: AppState) -> Self {
        let attempt = RwSignal::new(0);
        let rows = Memo::new(move |_| app.view_state.with(|state| state.rows));
        let data = Memo::new(move |_| {
            app.library
                .with(|library| library.as_ref().map(|library| library.data.clone()))
        });
        let lists = state::load(
            move || Some((data.get()?, rows.get(), attempt.get())),
            |(data, rows, _)| lists(data, rows),
        );
        let by = Memo::new(move |_| app.view_state.with(|state| state.by));
        let keys = Memo::new(move |_| {
            let lists = lists.get().and_then(Result::ok);
            let shown = lists.zip(app.bundle.get());
            let keys = shown.map(|(lists, bundle)| {
                let results = app.results.read();
                keys(&Shown { bundle, lists }, &results.cards, by.get())
            });
            Arc::new(keys.unwrap_or_default())
        });
        Self {
            lists,
            attempt,
            rows,
            keys,
        }
    }

    /// The bundle and its lists, once they are here.
    pub fn shown(self, app: AppState) -> Option<Shown> {
        let lists = self.lists.get().and_then(Result::ok)?;
        let bundle = app.bundle.get()?;
        Some(Shown { bundle, lists })
    }

    /// Why the lists could not be loaded.
    pub fn error(self) -> Option<LoadError> {
        self.lists
            .with(|lists| lists.as_ref()?.as_ref().err().cloned())
    }

    /// Tries again to load them.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

async fn lists(data: Option<String>, rows: Rows) -> Result<Arc<Lists>, LoadError> {
    let lists = match Lists::file(rows) {
        Some(name) => Lists::read(rows, &state::file(data.as_deref(), name).await?)?,
        None => Lists::Initiatives,
    };
    Ok(Arc::new(lists))
}

/// The rows of some cards, in order.
fn keys(shown: &Shown, cards: &[u32], by: Option<By>) -> Vec<RowKey> {
    let table = shown.table();
    let mut keys = table.rows(cards);
    if let Some(by) = by {
        table.sort(&mut keys, by, collator(shown.bundle.lang));
    }
    keys
}

/// The order of two texts in a language, as the browser knows it.
fn collator(lang: Lang) -> impl Fn(&str, &str) -> Ordering {
    let collator = Intl::Collator::new(&Array::of1(&lang.tag().into()), &Object::new());
    let compare = collator.compare();
    move |a, b| {
        let order = compare.call2(&JsValue::NULL, &a.into(), &b.into());
        let order = order.ok().and_then(|order| order.as_f64());
        order
            .unwrap_or_default()
            .partial_cmp(&0.0)
            .unwrap_or(Ordering::Equal)
    }
}
