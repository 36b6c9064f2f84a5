//! What narrows the view, each with a cross.

use leptos::prelude::*;

use super::narrowings::{Narrowing, narrowings};
use crate::explore::ViewState;
use crate::ui::{AppState, live};

/// The choices in force, each removable, and a way to clear them all.
#[component]
pub fn Chips() -> impl IntoView {
    let app = AppState::expect();
    let chips = move || {
        let (words, state) = (app.words(), app.view_state.get());
        let bundle = app.bundle.get()?;
        let narrowings = narrowings(words, &state, &bundle.vocabulary).into_iter();
        Some(
            narrowings
                .map(|narrowing| view! { <Chip narrowing=narrowing/> })
                .collect_view(),
        )
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
fn Chip(narrowing: Narrowing) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <li>
            <a class="chip" href=app.href_to(&narrowing.without)>
                <span class="visually-hidden">{app.say(|words| words.remove())}</span>
                {narrowing.name}
                <span class="chip-cross" aria-hidden="true">"×"</span>
            </a>
        </li>
    }
    .into_any()
}
