//! The search field: results follow every key.

use leptos::prelude::*;

use crate::explore::View;
use crate::state::Entry;
use crate::ui::components::Chunk;
use crate::ui::{AppState, browser, chunks};

/// The search field.
#[component]
pub fn SearchBox() -> impl IntoView {
    let app = AppState::expect();
    let total = move || {
        app.library
            .with(|library| library.as_ref().map(|library| library.bundle.cards.len()))
    };
    let hint = move || match total() {
        Some(total) => app.words().search_hint(total),
        None => app.words().search().to_owned(),
    };
    let field = NodeRef::new();
    let offers = Chunk::new(chunks::offers);
    view! {
        <form class="search" role="search" on:submit=move |event| event.prevent_default()>
            // What was typed before the program is here is not lost by the Enter key.
            <input type="hidden" name="view" value=View::Cards.key()/>
            <label class="visually-hidden" for="search">{app.say(|words| words.search())}</label>
            <input
                id="search"
                name="q"
                class="search-field"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=hint
                prop:value=move || app.view_state.with(|state| state.q.clone())
                node_ref=field
                on:focus=move |_| {
                    app.prepare_search();
                    offers.load();
                }
                on:input=move |event| app.search_for(event_target_value(&event))
                on:keydown=move |event| {
                    // While an input method composes, the key is its own; so is one that the list of offers has taken.
                    let is_free = !browser::is_composing(&event) && !event.default_prevented();
                    if event.key() == "Escape" && is_free && app.view_state.with_untracked(|state| !state.q.is_empty()) {
                        event.prevent_default();
                        app.change(Entry::Replace, |state| state.q = String::new());
                    }
                }
            />
            <SearchSign/>
            {move || offers.get().map(|show| show(field))}
            <kbd class="search-key" aria-hidden="true">"/"</kbd>
        </form>
    }
}

/// The sign that stands for the field where there is no room for it.
#[component]
pub fn SearchSign() -> impl IntoView {
    view! {
        <svg class="search-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M15.5 15.5 21 21M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0"/></svg>
    }
}
