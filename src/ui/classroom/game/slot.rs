//! The slots between the cards on the line.

use leptos::ev::KeyboardEvent;
use leptos::html::Button;
use leptos::prelude::*;

/// The slots of a line, from before its first card to after its last.
#[derive(Clone, Copy)]
pub struct Slots(StoredValue<Vec<NodeRef<Button>>>);

impl Slots {
    /// So many slots.
    pub fn new(count: usize) -> Self {
        Self(StoredValue::new(
            (0..count).map(|_| NodeRef::new()).collect(),
        ))
    }

    /// The element of a slot.
    pub fn element(self, slot: usize) -> NodeRef<Button> {
        let element = self.0.with_value(|slots| slots.get(slot).copied());
        element.unwrap_or_default()
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.0.with_value(Vec::len)
    }
}

/// A slot, into which a press puts the card in the hand. Arrow keys go from one to the next.
#[component]
pub fn GameSlot(
    /// All slots of the line.
    slots: Slots,
    /// The number of this one, from 0.
    number: usize,
    /// What it is called.
    name: String,
    /// Whether the card would drop into it.
    #[prop(into)]
    is_over: Signal<bool>,
    /// Puts the card into the slot of a number.
    place: Callback<usize>,
) -> impl IntoView {
    let go = move |event: KeyboardEvent| {
        let next = next_slot(&event.key(), number, slots.count());
        if let Some(next) = next.and_then(|next| slots.element(next).get_untracked()) {
            event.prevent_default();
            let _ = next.focus();
        }
    };
    view! {
        <button
            type="button"
            class="game-slot"
            class:is-over=is_over
            id=format!("game-slot-{number}")
            node_ref=slots.element(number)
            on:click=move |_| place.run(number)
            on:keydown=go
        >
            <span aria-hidden="true">"+"</span>
            <span class="visually-hidden">{name}</span>
        </button>
    }
    .into_any()
}

/// The slot to which a key goes from one of so many; none where it goes to none.
fn next_slot(key: &str, from: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    match key {
        "ArrowLeft" | "ArrowUp" => Some(from.saturating_sub(1)),
        "ArrowRight" | "ArrowDown" => Some(last.min(from + 1)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}
