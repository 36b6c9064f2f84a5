//! What narrows the view, each with a cross.

use leptos::prelude::*;

use super::active_filters::{ActiveFilter, active_filters};
use crate::explore::ViewState;
use crate::ui::{AppState, Words, live};

/// The choices in force, each removable, and a way to clear them all.
#[component]
pub fn Chips() -> impl IntoView {
    let app = AppState::expect();
    let chips = move || {
        let (state, bundle) = (app.view_state.get(), app.bundle.get()?);
        let filters = active_filters(Words(bundle.lang), &state, &bundle.vocabulary);
        let chips = filters
            .into_iter()
            .map(|filter| view! { <Chip filter=filter/> });
        Some(chips.collect_view())
    };
    view! {
        <ul class="chips" aria-label=app.say(|words| words.chips())>
            {live(chips)}
            {live(move || app.view_state.with(ViewState::is_narrowed).then(|| view! {
                <li>
                    <a class="clear" href=app.link(move |state| *state = state.cleared())>
                        {app.say(|words| words.clear_all())}
                    </a>
                </li>
            }.into_any()))}
        </ul>
    }
    .into_any()
}

/// A choice, which a press removes.
#[component]
fn Chip(filter: ActiveFilter) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <li>
            <a class="chip" href=app.href_to(&filter.without)>
                <span class="visually-hidden">{app.say(|words| words.remove())}</span>
                {filter.name}
                <span class="chip-cross" aria-hidden="true">"×"</span>
            </a>
        </li>
    }
    .into_any()
}
