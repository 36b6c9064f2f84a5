//! The table itself.

use leptos::prelude::*;

use super::data::TableData;
use super::row::{DrawnRow, Row};
use crate::explore::{Column, Rows};
use crate::state::Entry;
use crate::ui::components::{ChangingText, Paging};
use crate::ui::{AppState, Words};

/// The name of the table, which its frame has as well.
const CAPTION: &str = "table-caption";

/// The table, in a frame that scrolls by itself, by keyboard too.
#[component]
pub fn Grid(data: TableData, paging: Paging) -> impl IntoView {
    let app = AppState::expect();
    let columns = Memo::new(move |_| app.view_state.with(|state| state.shown_columns()));
    let count = move || data.keys.with(|keys| keys.len());
    let caption = app.say(move |words| words.table_count(data.rows.get(), count()));
    // Years narrow records; of what these list, it is said whether they narrow that too.
    let years = Memo::new(move |_| {
        app.view_state.with(|state| {
            let is_listed = state.rows != Rows::Initiatives && state.years().is_some();
            is_listed.then(|| state.rows_years().is_some())
        })
    });
    let note = move |words: Words| match years.get() {
        Some(true) => words.table_dated(),
        Some(false) => words.table_undated(),
        None => "",
    };
    let is_here = Memo::new(move |_| data.shown(app).is_some());
    let is_failed = Memo::new(move |_| data.error().is_some());
    view! {
        <Show
            when=move || is_here.get()
            fallback=move || (!is_failed.get()).then(|| view! {
                <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p>
            })
        >
            <div class="table-frame" role="region" tabindex="0" aria-labelledby=CAPTION>
                <table class="table">
                    <caption id=CAPTION>
                        <strong><ChangingText text=caption.clone()/></strong>
                        " "
                        <ChangingText text=app.say(note)/>
                        " "
                        <span class="table-hint">{app.say(|words| words.table_hint())}</span>
                    </caption>
                    {move || {
                        let columns = columns.get();
                        let heads = [&[Column::Name], columns.as_slice()].concat();
                        view! {
                            <thead>
                                <tr>{heads.into_iter().map(|column| view! { <Head column=column/> }).collect_view()}</tr>
                            </thead>
                            <tbody>
                                <For
                                    each=move || drawn(app, data, paging, &columns)
                                    key=DrawnRow::key
                                    children=|row| view! { <Row row=row/> }
                                />
                            </tbody>
                        }
                    }}
                </table>
            </div>
        </Show>
    }
}

/// The rows that are drawn, with what stands in them.
fn drawn(app: AppState, data: TableData, paging: Paging, columns: &[Column]) -> Vec<DrawnRow> {
    let Some(shown) = data.shown(app) else {
        return Vec::new();
    };
    let table = shown.table();
    let keys = data.keys.read();
    let keys = keys.iter().take(paging.drawn.get());
    keys.filter_map(|key| DrawnRow::new(&shown.bundle, &table, *key, columns))
        .collect()
}

/// The head of a column, which sorts by it.
#[component]
fn Head(column: Column) -> impl IntoView {
    let app = AppState::expect();
    let sorted = Memo::new(move |_| {
        app.view_state.with(|state| {
            let by = state.table_order().filter(|by| by.column == column)?;
            Some(if by.is_descending {
                "descending"
            } else {
                "ascending"
            })
        })
    });
    let sort = move |_| app.change(Entry::Push, |state| state.sort_table(column));
    view! {
        <th scope="col" class:number=column.is_number() aria-sort=move || sorted.get()>
            <button type="button" class="table-sort" data-sort=column.key() on:click=sort>
                {app.say(move |words| words.column(column))}
                <span class="table-arrow" aria-hidden="true"></span>
            </button>
        </th>
    }
}
