//! What narrows the view, each with a cross.

use leptos::prelude::*;

use super::active_filters::{ActiveFilter, active_filters};
use crate::explore::ViewState;
use crate::ui::AppState;

/// The choices in force, each removable, and a way to clear them all.
#[component]
pub fn Chips() -> impl IntoView {
    let app = AppState::expect();
    let filters = active_filters(app);
    let is_narrowed = Memo::new(move |_| app.rested.with(ViewState::is_narrowed));
    view! {
        <ul class="chips" aria-label=app.say(|words| words.chips())>
            <For each=move || filters.get() key=ActiveFilter::clone children=|filter| view! { <Chip filter=filter/> }/>
            {move || is_narrowed.get().then(|| view! {
                <li>
                    <a class="clear" href=app.link(|state| *state = state.cleared())>
                        {app.say(|words| words.clear_all())}
                    </a>
                </li>
            })}
        </ul>
    }
}

/// A choice, which a press removes.
#[component]
fn Chip(filter: ActiveFilter) -> impl IntoView {
    let app = AppState::expect();
    let name = filter.name.clone();
    view! {
        <li>
            <a class="chip" href=app.link(move |state| *state = filter.dropped_from(state))>
                <span class="visually-hidden">{app.say(|words| words.remove())}</span>
                {name}
                <span class="chip-cross" aria-hidden="true">"×"</span>
            </a>
        </li>
    }
}
