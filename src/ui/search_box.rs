//! The search field: results follow every key.

use leptos::prelude::*;

use super::Explorer;
use super::browser::Step;
use crate::explore::View;

/// The search field.
#[component]
pub fn SearchBox() -> impl IntoView {
    let explorer = Explorer::expect();
    let total = move || {
        explorer
            .library
            .with(|library| library.as_ref().map(|library| library.bundle.cards.len()))
    };
    let hint = move || match total() {
        Some(total) => explorer.words().search_hint(total),
        None => explorer.words().search().to_owned(),
    };
    let search = move |typed: String| {
        // The first letter is a step of its own; those that follow change it.
        let begins = explorer
            .state
            .with_untracked(|state| !state.is_searching() || state.view != View::Cards);
        explorer.change(if begins { Step::Push } else { Step::Replace }, |state| {
            state.q = typed;
            state.view = View::Cards;
            state.id = None;
        });
    };
    view! {
        <form class="search" role="search" on:submit=move |event| event.prevent_default()>
            <label class="visually-hidden" for="search">{explorer.say(|words| words.search())}</label>
            <input
                id="search"
                class="search-field"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=hint
                prop:value=move || explorer.state.with(|state| state.q.clone())
                on:input=move |event| search(event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Escape" && explorer.state.with_untracked(|state| !state.q.is_empty()) {
                        event.prevent_default();
                        explorer.change(Step::Replace, |state| state.q = String::new());
                    }
                }
            />
            <kbd class="search-key" aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}
