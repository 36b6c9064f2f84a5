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

/// The table, and above it what has a row and which columns there are.
#[component]
pub fn Sheet() -> impl IntoView {
    let app = AppState::expect();
    let data = TableData::new(app);
    let paging = Paging::by(app, PAGE);
    let total = Signal::derive(move || data.keys.with(|keys| keys.len()));
    view! {
        <div class="table-tools">
            <RowChoice/>
            <ColumnChoice/>
            <Take data=data/>
        </div>
        {move || data.error().map(|error| view! {
            <LoadErrorSentence error=error retry=move |()| data.retry()/>
        })}
        <Grid data=data paging=paging/>
        <ShowMore paging=paging total=total/>
    }
}
