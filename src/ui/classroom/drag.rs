//! A card that is dragged onto a slot, by mouse, pen or finger. What happens to the slot then is what a press on it does.

use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, HtmlElement, PointerEvent};

/// How far from a slot, in pixels, a card is still dropped into it.
const REACH: f64 = 48.0;
/// How near to an edge of the window, in pixels, the page begins to scroll, and by how much each time.
const EDGE: f64 = 56.0;
const SCROLL: f64 = 14.0;

/// A drag that is under way.
pub struct Drag {
    card: HtmlElement,
    pointer: i32,
    /// Where in the card the pointer holds it.
    held: (f64, f64),
    /// By how much the card is moved from where it lies.
    moved: (f64, f64),
    /// The slot that it would drop into.
    over: Option<Element>,
}

impl Drag {
    /// Starts to drag a card: from any part of it with a mouse or a pen, from its grip alone with a finger, which
    /// scrolls the page elsewhere.
    pub fn begin(event: &PointerEvent) -> Option<Self> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let by_grip = target.closest("[data-grip]").ok()?.is_some();
        if event.button() != 0 || !by_grip && event.pointer_type() == "touch" {
            return None;
        }
        let card: HtmlElement = target.closest("[data-drag]").ok()??.dyn_into().ok()?;
        let (x, y) = place(event);
        let lies = card.get_bounding_client_rect();
        // Else the moves end at the window's edge.
        let _ = card.set_pointer_capture(event.pointer_id());
        let _ = card.class_list().add_1("is-dragged");
        Some(Self {
            pointer: event.pointer_id(),
            held: (x - lies.left(), y - lies.top()),
            moved: (0.0, 0.0),
            over: None,
            card,
        })
    }

    /// Whether an event is of the pointer that drags.
    pub fn is_of(&self, event: &PointerEvent) -> bool {
        event.pointer_id() == self.pointer
    }

    /// Follows the pointer.
    pub fn follow(&mut self, event: &PointerEvent) {
        let (x, y) = place(event);
        scroll_at_edge(y);
        let lies = self.card.get_bounding_client_rect();
        let (left, top) = (lies.left() - self.moved.0, lies.top() - self.moved.1);
        self.moved = (x - self.held.0 - left, y - self.held.1 - top);
        let moved = format!("{}px {}px", self.moved.0, self.moved.1);
        let _ = self.card.style().set_property("translate", &moved);
        let over = nearest_slot(x, y);
        if over != self.over {
            self.mark(false);
            self.over = over;
            self.mark(true);
        }
    }

    /// Lets the card go; the slot that it drops into, if any.
    pub fn end(self) -> Option<Element> {
        self.mark(false);
        let _ = self.card.class_list().remove_1("is-dragged");
        let _ = self.card.style().remove_property("translate");
        self.over
    }

    fn mark(&self, is_over: bool) {
        if let Some(slot) = &self.over {
            let _ = slot.class_list().toggle_with_force("is-over", is_over);
        }
    }
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// A line may be longer than a phone's screen.
fn scroll_at_edge(y: f64) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let by = match height {
        _ if y < EDGE => -SCROLL,
        Some(height) if y > height - EDGE => SCROLL,
        _ => return,
    };
    window.scroll_by_with_x_and_y(0.0, by);
}

fn nearest_slot(x: f64, y: f64) -> Option<Element> {
    let page = web_sys::window()?.document()?;
    let slots = page.query_selector_all("[data-slot]").ok()?;
    let slots = (0..slots.length()).filter_map(|i| slots.get(i)?.dyn_into::<Element>().ok());
    let far = |slot: Element| (distance(&slot.get_bounding_client_rect(), x, y), slot);
    let nearest = slots.map(far).min_by(|a, b| a.0.total_cmp(&b.0));
    nearest
        .filter(|(far, _)| *far <= REACH)
        .map(|(_, slot)| slot)
}

/// How far a point lies from a box; nothing within it.
fn distance(lies: &DomRect, x: f64, y: f64) -> f64 {
    let across = (lies.left() - x).max(x - lies.right()).max(0.0);
    let down = (lies.top() - y).max(y - lies.bottom()).max(0.0);
    across.hypot(down)
}
