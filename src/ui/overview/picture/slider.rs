//! The way through the picture by keyboard and by ear.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Pointed;
use crate::dataset::Bundle;
use crate::state::BundleCard;
use crate::ui::{AppState, format};

/// A slider over all initiatives in order of time, which says their names: the browser's own keys move it, Enter opens what
/// it is at. It is seen only while it has the focus.
#[component]
pub fn Slider(bundle: Arc<Bundle>, pointed: Pointed) -> impl IntoView {
    let app = AppState::expect();
    let order: Arc<[usize]> = in_order(&bundle).into();
    let place = RwSignal::new(0_usize);
    let card = {
        let order = order.clone();
        move || BundleCard::at(&bundle, *order.get(place.get())?)
    };
    let value = {
        let card = card.clone();
        move || {
            let card = card()?;
            let years = format::years(card.words(), &card);
            Some(format!("{}, {years}", card.name.get(card.words().0)))
        }
    };
    let open = move |event: KeyboardEvent| {
        if let Some(card) = card().filter(|_| event.key() == "Enter") {
            // Else the same press follows the first link of the record, which gets the focus.
            event.prevent_default();
            app.open_record(card.id.clone());
        }
    };
    let last = order.len().saturating_sub(1);
    let point = move || pointed.card.set(order.get(place.get_untracked()).copied());
    let follow = point.clone();
    view! {
        <input
            class="picture-slider"
            type="range"
            min="0"
            max=last
            prop:value=move || place.get().to_string()
            aria-label=app.say(|words| words.picture_slider())
            aria-valuetext=value
            title=app.say(|words| words.picture_slider_hint())
            on:input=move |event| {
                place.set(event_target_value(&event).parse().unwrap_or(0));
                follow();
            }
            on:focus=move |_| point()
            on:blur=move |_| pointed.card.set(None)
            on:keydown=open
        />
    }
}

/// The places of all cards by their beginning.
fn in_order(bundle: &Bundle) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bundle.cards.len()).collect();
    order.sort_by_key(|place| bundle.cards[*place].start);
    order
}
