//! The ways on from the open record.

use leptos::prelude::*;

use crate::ui::{AppState, Words};

/// Previous, next and close.
#[component]
pub fn PanelHead() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <div class="panel-head">
            <Neighbour step=-1 sign="←" label=|words| words.previous()/>
            <Neighbour step=1 sign="→" label=|words| words.next()/>
            <button
                type="button"
                class="close"
                aria-label=app.say(|words| words.close())
                on:click=move |_| app.close_record()
            ><span aria-hidden="true">"×"</span></button>
        </div>
    }
}

/// The way to the record so many places further on in the results, if there is one.
#[component]
fn Neighbour(step: isize, sign: &'static str, label: fn(Words) -> &'static str) -> impl IntoView {
    let app = AppState::expect();
    let neighbour = Memo::new(move |_| neighbour(app, step));
    let href = move || app.href(|state| state.id = neighbour.get());
    view! {
        <Show when=move || neighbour.with(Option::is_some)>
            <a class="panel-step" data-replace="" href=href>
                <span aria-hidden="true">{sign}</span>" "<span>{app.say(label)}</span>
            </a>
        </Show>
    }
}

fn neighbour(app: AppState, step: isize) -> Option<String> {
    let id = app.id.get()?;
    app.bundle.with(|bundle| {
        let bundle = bundle.as_ref()?;
        let open = u32::try_from(bundle.place_of(&id)?).ok()?;
        app.results.with(|results| {
            let place = results.cards.iter().position(|card| *card == open)?;
            let next = results.cards.get(place.checked_add_signed(step)?)?;
            Some(bundle.cards[*next as usize].id.clone())
        })
    })
}
