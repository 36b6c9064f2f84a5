//! The table with what chooses its rows and columns.

use leptos::prelude::*;

use super::column_choice::ColumnChoice;
use super::data::TableData;
use super::grid::Grid;
use super::row_choice::RowChoice;
use super::take::Take;
use crate::ui::AppState;
use crate::ui::components::{LoadErrorSentence, Paging, ShowMore};

/// How many rows are drawn at first, and how many more at a time.
const PAGE: usize = 50;

/// The table, and above it what has a row and which columns there are; a sentence where there is no row.
#[component]
pub fn Sheet() -> impl IntoView {
    let app = AppState::expect();
    let data = TableData::new(app);
    let paging = Paging::by(app, PAGE);
    let total = Signal::derive(move || data.keys.with(|keys| keys.len()));
    let sentence = app.say(move |words| {
        if app.view_state.with(|state| state.rows_years().is_some()) {
            words.table_none_dated()
        } else {
            words.table_none()
        }
    });
    let is_none = Memo::new(move |_| data.shown(app).is_some() && total.get() == 0);
    view! {
        <div class="table-tools">
            <RowChoice/>
            <Show when=move || !is_none.get()><ColumnChoice/><Take data=data/></Show>
        </div>
        {move || data.error().map(|error| view! {
            <LoadErrorSentence error=error retry=move |()| data.retry()/>
        })}
        <Show when=move || !is_none.get() fallback=move || view! {
            <p class="nothing-sentence" role="status">{sentence.clone()}</p>
        }>
            <Grid data=data paging=paging/>
            <ShowMore paging=paging total=total/>
        </Show>
    }
}
