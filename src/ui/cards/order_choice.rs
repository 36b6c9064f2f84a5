//! In which order the results stand.

use leptos::prelude::*;

use crate::explore::{Sort, ViewState};
use crate::state::Entry;
use crate::ui::{AppState, Words};

fn sort_name(words: Words, sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => words.sort_relevance(),
        Sort::Listed => words.sort_listed(),
        Sort::Newest => words.sort_newest(),
        Sort::Oldest => words.sort_oldest(),
        Sort::Name => words.sort_name(),
        Sort::Amount => words.sort_amount(),
    }
}

/// The choice of an order. Relevance is offered while something is searched for, that of a collection where there is one.
#[component]
pub fn OrderChoice() -> impl IntoView {
    let app = AppState::expect();
    let choose = move |key: String| {
        let sort = Sort::ALL.into_iter().find(|sort| sort.key() == key);
        app.change(Entry::Push, |state| {
            state.by = None;
            if let Some(sort) = sort {
                state.show_sorted(sort);
            }
        });
    };
    let offered = move || {
        let searching = app.view_state.with(ViewState::is_searching);
        let listed = app.view_state.with(|state| !state.list.is_empty());
        Sort::ALL.into_iter().filter(move |sort| match sort {
            Sort::Relevance => searching,
            Sort::Listed => listed,
            _ => true,
        })
    };
    view! {
        <label class="order">
            <span class="visually-hidden">{app.say(|words| words.order())}</span>
            <select class="order-field" on:change=move |event| choose(event_target_value(&event))>
                {move || offered().map(|sort| view! {
                    <option value=sort.key() prop:selected=move || app.view_state.with(|state| state.order() == sort)>
                        {sort_name(app.words(), sort)}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}
