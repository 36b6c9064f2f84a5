//! The card to be placed.

use std::sync::Arc;

use leptos::ev::{Event, PointerEvent};
use leptos::html::H2;
use leptos::prelude::*;

use super::drag::CardDrag;
use super::line::PlacedCard;
use super::played::Played;
use super::slot::{GameSlot, Slots};
use super::standing::GameStanding;
use crate::game::tells_year;
use crate::state::BundleCard;
use crate::ui::components::ThemeLine;

/// The card to be placed, without its date, and the line with its slots.
#[component]
pub fn GameHand(
    /// The game.
    played: Arc<Played>,
    /// The number of the card.
    number: usize,
    /// The card.
    card: BundleCard,
    /// The heading.
    heading: NodeRef<H2>,
    /// Puts the card into the slot of a number.
    place: Callback<usize>,
) -> impl IntoView {
    let line = played.round.line(number);
    let slots = Slots::new(line.len() + 1);
    let drag = CardDrag::new(slots, place);
    let summary = (!tells_year(&card.summary)).then(|| card.summary.clone());
    view! {
        <GameStanding played=played.clone() number=number/>
        <p class="game-about">{played.words().game_ask()}</p>
        <HandCard card=card drag=drag heading=heading/>
        {summary.map(|summary| view! { <p class="game-summary">{summary}</p> })}
        <SlottedLine played=played line=line slots=slots drag=drag place=place/>
    }
    .into_any()
}

/// The card: dragged by any part of it with a mouse or a pen, by its grip alone with a finger, which scrolls elsewhere.
#[component]
fn HandCard(card: BundleCard, drag: CardDrag, heading: NodeRef<H2>) -> impl IntoView {
    let begin = move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            drag.begin(&event);
        }
    };
    // Else the browser would select text, or drag what is selected, which ends the card's own drag.
    let prevent = move |event: &Event| {
        if drag.is_dragged() {
            event.prevent_default();
        }
    };
    let moved = move || drag.moved.get().map(|(x, y)| format!("{x}px {y}px"));
    let (hue, name) = (card.hue(), card.name.get(card.words().0).to_owned());
    view! {
        <div
            class="game-hand"
            class:is-dragged=move || drag.moved.with(Option::is_some)
            style:translate=Signal::derive(moved)
            data-hue=hue
            node_ref=drag.card
            on:pointerdown=begin
            on:selectstart=move |event: Event| prevent(&event)
            on:dragstart=move |event| prevent(&event)
        >
            <div class="game-hand-words">
                <ThemeLine card=card/>
                <h2 class="game-name" id="game-hand" tabindex="-1" node_ref=heading>{name}</h2>
            </div>
            <span class="game-grip" aria-hidden="true" on:pointerdown=move |event| drag.begin(&event)>"⠿"</span>
        </div>
    }
    .into_any()
}

/// The line, with a slot before, between and after its cards.
#[component]
fn SlottedLine(
    played: Arc<Played>,
    line: Vec<usize>,
    slots: Slots,
    drag: CardDrag,
    place: Callback<usize>,
) -> impl IntoView {
    let label = played.words().game_line();
    let items = (0..slots.count()).map(|slot| {
        let name = played.slot_name(&line, slot);
        let is_over = move || drag.over.get() == Some(slot);
        let card = line.get(slot).and_then(|number| played.card(*number));
        view! {
            <li class="game-gap">
                <GameSlot slots=slots number=slot name=name is_over=Signal::derive(is_over) place=place/>
            </li>
            {card.map(|card| view! { <li><PlacedCard card=card sign=None/></li> })}
        }
    });
    view! { <ol class="game-line" aria-label=label>{items.collect_view()}</ol> }.into_any()
}
