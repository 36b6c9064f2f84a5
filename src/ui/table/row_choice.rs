//! What has a row of the table.

use leptos::prelude::*;

use crate::explore::Rows;
use crate::state::Entry;
use crate::ui::AppState;

/// The choice of what has a row.
#[component]
pub fn RowChoice() -> impl IntoView {
    let app = AppState::expect();
    let choose = move |key: String| {
        if let Some(rows) = Rows::from_key(&key) {
            app.change(Entry::Push, |state| state.show_rows(rows));
        }
    };
    view! {
        <label class="row-choice">
            <span class="row-choice-label">{app.say(|words| words.table_rows())}</span>
            <select class="order-field" on:change=move |event| choose(event_target_value(&event))>
                {Rows::ALL.into_iter().map(|rows| view! {
                    <option value=rows.key() prop:selected=move || app.view_state.with(|state| state.rows == rows)>
                        {app.say(move |words| words.rows(rows))}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}
