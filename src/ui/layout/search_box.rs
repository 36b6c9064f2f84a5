//! The search field: results follow every key.

use leptos::prelude::*;

use super::offer_list::{LIST, OfferList};
use super::offers::Offers;
use crate::explore::View;
use crate::state::Entry;
use crate::ui::AppState;

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
    let offers = Offers::new(app);
    // Before the program, and on pages that stand without it, the field is a plain one.
    let role = (!app.is_static()).then_some("combobox");
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
                role=role
                aria-autocomplete=role.map(|_| "list")
                aria-controls=role.map(|_| LIST)
                aria-expanded=move || role.map(|_| offers.has_any().to_string())
                aria-activedescendant=move || offers.chosen_id()
                prop:value=move || app.view_state.with(|state| state.q.clone())
                on:focus=move |_| app.prepare_search()
                on:input=move |event| {
                    app.search_for(event_target_value(&event));
                    offers.open();
                }
                on:blur=move |_| offers.close()
                on:keydown=move |event| {
                    // While an input method composes, the key is its own.
                    let is_free = !offers.take_key(&event) && !event.is_composing();
                    if event.key() == "Escape" && is_free && app.view_state.with_untracked(|state| !state.q.is_empty()) {
                        event.prevent_default();
                        app.change(Entry::Replace, |state| state.q = String::new());
                    }
                }
            />
            <SearchSign/>
            <OfferList offers=offers/>
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
