//! What the table shows: the lists that it loads, and the rows in their order.

use std::cmp::Ordering;
use std::ops::RangeInclusive;
use std::sync::Arc;

use js_sys::{Array, Intl, Object};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::dataset::{Bundle, Lang};
use crate::explore::{By, Column, Rows};
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
        // Which sources a row rests on is in a file of its own, which most tables do not need.
        let is_cited = Memo::new(move |_| {
            app.view_state.with(|state| {
                let by = state.table_order().map(|by| by.column);
                let mut columns = state.shown_columns().into_iter().chain(by);
                columns.any(|column| column == Column::Cited)
            })
        });
        let data = Memo::new(move |_| {
            app.library
                .with(|library| library.as_ref().map(|library| library.data.clone()))
        });
        let lists = state::load(
            move || Some((data.get()?, rows.get(), is_cited.get(), attempt.get())),
            |(data, rows, is_cited, _)| lists(data, rows, is_cited),
        );
        let asked = Memo::new(move |_| {
            app.view_state
                .with(|state| (state.rows_years(), state.rows_order()))
        });
        let keys = Memo::new(move |_| {
            let lists = lists.get().and_then(Result::ok);
            let shown = lists.zip(app.bundle.get());
            let keys = shown.map(|(lists, bundle)| {
                let results = app.results.read();
                let (years, by) = asked.get();
                keys(&Shown { bundle, lists }, &results.cards, years.as_ref(), by)
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

/// What has a row, and where `is_cited`, the sources beside it.
async fn lists(data: Option<String>, rows: Rows, is_cited: bool) -> Result<Arc<Lists>, LoadError> {
    let lists = list(data.as_deref(), rows).await?;
    Ok(Arc::new(if is_cited {
        lists.citing(list(data.as_deref(), Rows::Sources).await?)
    } else {
        lists
    }))
}

async fn list(data: Option<&str>, rows: Rows) -> Result<Lists, LoadError> {
    Ok(match Lists::file(rows) {
        Some(name) => Lists::read(rows, &state::file(data, name).await?)?,
        None => Lists::default(),
    })
}

/// The rows of some cards, of these years where some are given, in order.
fn keys(
    shown: &Shown,
    cards: &[u32],
    years: Option<&RangeInclusive<u16>>,
    by: Option<By>,
) -> Vec<RowKey> {
    let table = shown.table();
    let mut keys = table.rows(cards, years);
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
