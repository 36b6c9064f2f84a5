//! Which columns the table has, and in which order.

use leptos::prelude::*;

use crate::explore::Column;
use crate::state::Entry;
use crate::ui::AppState;

/// The columns that are shown, each to be moved or left out, and those that may be added. It is folded at first.
#[component]
pub fn ColumnChoice() -> impl IntoView {
    let app = AppState::expect();
    let shown = Memo::new(move |_| app.view_state.with(|state| state.shown_columns()));
    let hidden = Memo::new(move |_| {
        let offered = app.view_state.with(|state| state.rows.columns());
        let is_hidden = |column: &Column| shown.with(|shown| !shown.contains(column));
        offered.into_iter().filter(is_hidden).collect::<Vec<_>>()
    });
    let is_usual = Memo::new(move |_| app.view_state.with(|state| state.columns.is_empty()));
    view! {
        <details class="columns">
            <summary class="button">{app.say(|words| words.columns())}</summary>
            <div class="columns-sheet">
                <fieldset class="columns-list">
                    <legend>{app.say(|words| words.columns_shown())}</legend>
                    <ol>
                        <For each=move || shown.get() key=|column| *column children=move |column| view! {
                            <li><ColumnToggle column=column shown=shown/><ColumnMoves column=column shown=shown/></li>
                        }/>
                    </ol>
                </fieldset>
                <fieldset class="columns-list">
                    <legend>{app.say(|words| words.columns_more())}</legend>
                    <ul>
                        <For each=move || hidden.get() key=|column| *column children=move |column| view! {
                            <li><ColumnToggle column=column shown=shown/></li>
                        }/>
                    </ul>
                </fieldset>
                {move || (!is_usual.get()).then(|| view! {
                    <button type="button" class="button" on:click=move |_| show(app, Vec::new())>
                        {app.say(|words| words.columns_usual())}
                    </button>
                })}
            </div>
        </details>
    }
}

/// Shows these columns.
fn show(app: AppState, columns: Vec<Column>) {
    app.change(Entry::Replace, |state| state.show_columns(columns));
}

/// Whether a column is shown.
#[component]
fn ColumnToggle(column: Column, shown: Memo<Vec<Column>>) -> impl IntoView {
    let app = AppState::expect();
    let is_shown = move || shown.with(|shown| shown.contains(&column));
    let toggle = move |_| {
        let mut columns = shown.get_untracked();
        if columns.contains(&column) {
            columns.retain(|other| *other != column);
        } else {
            columns.push(column);
        }
        show(app, columns);
    };
    view! {
        <label class="column-toggle">
            <input type="checkbox" data-column=column.key() prop:checked=is_shown on:change=toggle/>
            <span>{app.say(move |words| words.column(column))}</span>
        </label>
    }
}

/// Buttons that move a column by one place.
#[component]
fn ColumnMoves(column: Column, shown: Memo<Vec<Column>>) -> impl IntoView {
    let place = Memo::new(move |_| {
        shown.with(|shown| {
            let place = shown.iter().position(|other| *other == column);
            place.map(|place| (place, shown.len()))
        })
    });
    let is_first = Signal::derive(move || place.get().is_none_or(|(place, _)| place == 0));
    let is_last = Signal::derive(move || place.get().is_none_or(|(place, of)| place + 1 == of));
    view! {
        <ColumnMove column=column shown=shown is_right=false is_stuck=is_first/>
        <ColumnMove column=column shown=shown is_right=true is_stuck=is_last/>
    }
}

/// A button that moves a column by one place. Where it cannot go on it stays, so that the focus does.
#[component]
fn ColumnMove(
    /// The column.
    column: Column,
    /// The columns that are shown.
    shown: Memo<Vec<Column>>,
    /// Whether it moves to the right.
    is_right: bool,
    /// Whether the column is at that end already.
    is_stuck: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let name = move || {
        let words = app.words();
        let name = words.column(column);
        if is_right {
            words.column_right(name)
        } else {
            words.column_left(name)
        }
    };
    let step = move |_| {
        let mut columns = shown.get_untracked();
        let Some(place) = columns.iter().position(|other| *other == column) else {
            return;
        };
        let other = if is_right {
            place + 1
        } else {
            place.wrapping_sub(1)
        };
        if other < columns.len() {
            columns.swap(place, other);
            show(app, columns);
        }
    };
    view! {
        <button
            type="button"
            class="column-move"
            aria-label=name
            title=name
            aria-disabled=move || is_stuck.get().then(|| "true".to_owned())
            on:click=step
        >
            <span aria-hidden="true">{if is_right { "→" } else { "←" }}</span>
        </button>
    }
}
