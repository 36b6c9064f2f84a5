//! What hands do beside pressing: arrow keys go along a row, a card is dragged, a word is sent off by Enter.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::drag::Drag;

const EVENTS: [&str; 8] = [
    "submit",
    "keydown",
    "selectstart",
    "dragstart",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
];

/// Listens for as long as the page lives; `act` does what was asked for.
pub fn listen(page: &Document, act: impl Fn(&str) + 'static) {
    let drag = RefCell::new(None);
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let asked = match event.type_().as_str() {
            "submit" => on_submit(&event),
            "keydown" => {
                if let Some(event) = event.dyn_ref() {
                    on_key(event, &drag);
                }
                None
            }
            "selectstart" | "dragstart" => {
                prevent_while_dragging(&event, &drag);
                None
            }
            _ => event.dyn_ref().and_then(|event| on_pointer(event, &drag)),
        };
        if let Some(asked) = asked {
            act(&asked);
        }
    });
    for name in EVENTS {
        let listener = listener.as_ref().unchecked_ref();
        let _ = page.add_event_listener_with_callback(name, listener);
    }
    listener.forget();
}

/// A form asks for what it is for, and what stands in its field.
fn on_submit(event: &Event) -> Option<String> {
    let form = closest(event, "#class [data-form]")?;
    event.prevent_default();
    let field = form.query_selector("input").ok()??;
    let value = js_sys::Reflect::get(&field, &"value".into()).ok()?;
    let act = form.get_attribute("data-form")?;
    Some(format!("{act} {}", value.as_string()?))
}

/// Arrow keys go from one button of a row to the next, and Escape lets a dragged card go.
fn on_key(event: &KeyboardEvent, drag: &RefCell<Option<Drag>>) {
    let key = event.key();
    if key == "Escape" {
        drop(drag.take().map(Drag::end));
    }
    if let Some(button) = next_button(event, &key) {
        event.prevent_default();
        let _ = button.focus();
    }
}

fn next_button(event: &KeyboardEvent, key: &str) -> Option<HtmlElement> {
    let row = closest(event, "#class [data-arrows]")?;
    let at = closest(event, "button")?;
    let all = row.query_selector_all("button").ok()?;
    let buttons = (0..all.length()).filter_map(|i| all.get(i)?.dyn_into::<HtmlElement>().ok());
    let mut buttons: Vec<HtmlElement> = buttons.collect();
    let place = buttons.iter().position(|button| **button == at)?;
    let last = buttons.len() - 1;
    let to = match key {
        "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
        "ArrowRight" | "ArrowDown" => last.min(place + 1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(buttons.swap_remove(to))
}

/// While a card is dragged, the browser neither selects text nor drags selected text, which would end the card's drag.
fn prevent_while_dragging(event: &Event, drag: &RefCell<Option<Drag>>) {
    if drag.borrow().is_some() {
        event.prevent_default();
    }
}

/// A card that is let go over a slot asks for what a press on the slot does.
fn on_pointer(event: &PointerEvent, drag: &RefCell<Option<Drag>>) -> Option<String> {
    let mut drag = drag.borrow_mut();
    match (event.type_().as_str(), drag.as_mut()) {
        ("pointerdown", None) => *drag = Drag::begin(event),
        ("pointermove", Some(card)) if card.is_of(event) => card.follow(event),
        ("pointerup", Some(card)) if card.is_of(event) => {
            return drag.take()?.end()?.get_attribute("data-act");
        }
        ("pointercancel", Some(card)) if card.is_of(event) => drop(drag.take().map(Drag::end)),
        _ => {}
    }
    None
}

/// The element around an event's target that matches.
fn closest(event: &Event, css: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(css).ok()?
}
