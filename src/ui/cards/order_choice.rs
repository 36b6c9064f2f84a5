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
    let order = Memo::new(move |_| app.view_state.with(ViewState::order));
    let offered = Memo::new(move |_| {
        app.view_state.with(|state| {
            let offered = Sort::ALL.into_iter().filter(|sort| match sort {
                Sort::Relevance => state.is_searching(),
                Sort::Listed => !state.list.is_empty(),
                _ => true,
            });
            offered.collect::<Vec<Sort>>()
        })
    });
    view! {
        <label class="order">
            <span class="visually-hidden">{app.say(|words| words.order())}</span>
            <select class="order-field" on:change=move |event| choose(event_target_value(&event))>
                {move || offered.get().into_iter().map(|sort| view! {
                    <option value=sort.key() prop:selected=move || order.get() == sort>
                        {sort_name(app.words(), sort)}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}
