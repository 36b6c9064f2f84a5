//! The card in the hand, dragged onto a slot by mouse, pen or finger.

use leptos::ev::{PointerEvent, keydown, pointercancel, pointermove, pointerup};
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::DomRect;

use super::slot::Slots;

/// How far from a slot, in pixels, a card is still dropped into it.
const REACH: f64 = 48.0;
/// How near to an edge of the window, in pixels, the page begins to scroll, and by how much each time.
const EDGE: f64 = 56.0;
const SCROLL: f64 = 14.0;

/// A card that can be dragged.
#[derive(Clone, Copy)]
pub struct CardDrag {
    /// The card's element.
    pub card: NodeRef<Div>,
    slots: Slots,
    place: Callback<usize>,
    hold: StoredValue<Option<Hold>>,
    /// By how much it is moved from where it lies, in pixels, while it is dragged.
    pub moved: RwSignal<Option<(f64, f64)>>,
    /// The slot that it would drop into.
    pub over: RwSignal<Option<usize>>,
}

/// How a pointer holds the card.
#[derive(Clone, Copy)]
struct Hold {
    /// The pointer's id.
    pointer: i32,
    /// Where in the card it holds it.
    x: f64,
    y: f64,
}

impl CardDrag {
    /// A card that `place` puts into one of the slots. Escape lets it go.
    pub fn new(slots: Slots, place: Callback<usize>) -> Self {
        let drag = Self {
            card: NodeRef::new(),
            slots,
            place,
            hold: StoredValue::new(None),
            moved: RwSignal::new(None),
            over: RwSignal::new(None),
        };
        Effect::new(move || {
            let escape = window_event_listener(keydown, move |event| {
                if event.key() == "Escape" {
                    drag.let_go();
                }
            });
            // Of the window, since WebKit captures no pen.
            let follow = window_event_listener(pointermove, move |event| drag.follow(&event));
            let end = window_event_listener(pointerup, move |event| drag.drop_card(&event));
            let cancel = window_event_listener(pointercancel, move |event| {
                if drag.held_by(&event).is_some() {
                    drag.let_go();
                }
            });
            on_cleanup(move || {
                escape.remove();
                follow.remove();
                end.remove();
                cancel.remove();
            });
        });
        drag
    }

    /// Whether it is dragged.
    pub fn is_dragged(self) -> bool {
        self.hold.with_value(Option::is_some)
    }

    /// Starts to drag the card.
    pub fn begin(self, event: &PointerEvent) {
        let Some(card) = self.card.get_untracked() else {
            return;
        };
        if event.button() != 0 || self.is_dragged() {
            return;
        }
        let ((x, y), lies) = (point(event), card.get_bounding_client_rect());
        // Else the moves end at the window's edge.
        let _ = card.set_pointer_capture(event.pointer_id());
        self.hold.set_value(Some(Hold {
            pointer: event.pointer_id(),
            x: x - lies.left(),
            y: y - lies.top(),
        }));
        self.moved.set(Some((0.0, 0.0)));
    }

    /// Follows the pointer.
    pub fn follow(self, event: &PointerEvent) {
        let (Some(hold), Some(card)) = (self.held_by(event), self.card.get_untracked()) else {
            return;
        };
        let (x, y) = point(event);
        scroll_at_edge(y);
        let (left, top) = self.moved.get_untracked().unwrap_or_default();
        let lies = card.get_bounding_client_rect();
        let moved = (
            x - hold.x - (lies.left() - left),
            y - hold.y - (lies.top() - top),
        );
        self.moved.set(Some(moved));
        let over = self.nearest_slot(x, y);
        if over != self.over.get_untracked() {
            self.over.set(over);
        }
    }

    /// Drops the card into the slot that it is over, if any.
    pub fn drop_card(self, event: &PointerEvent) {
        if self.held_by(event).is_none() {
            return;
        }
        let over = self.over.get_untracked();
        self.let_go();
        if let Some(slot) = over {
            self.place.run(slot);
        }
    }

    /// Lets the card go back to where it lies.
    pub fn let_go(self) {
        if self.is_dragged() {
            self.hold.set_value(None);
            self.moved.set(None);
            self.over.set(None);
        }
    }

    fn held_by(self, event: &PointerEvent) -> Option<Hold> {
        let hold = self.hold.get_value();
        hold.filter(|hold| hold.pointer == event.pointer_id())
    }

    fn nearest_slot(self, x: f64, y: f64) -> Option<usize> {
        let slots = (0..self.slots.count()).filter_map(|slot| {
            let lies = self.slots.element(slot).get_untracked()?;
            Some((slot, distance(&lies.get_bounding_client_rect(), x, y)))
        });
        let nearest = slots.min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.filter(|near| near.1 <= REACH).map(|near| near.0)
    }
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// How far a point lies from a box; nothing within it.
fn distance(lies: &DomRect, x: f64, y: f64) -> f64 {
    let across = (lies.left() - x).max(x - lies.right()).max(0.0);
    let down = (lies.top() - y).max(y - lies.bottom()).max(0.0);
    across.hypot(down)
}

/// Scrolls the page, since a line may be longer than a phone's screen.
fn scroll_at_edge(y: f64) {
    let height = window().inner_height().ok();
    let height = height.and_then(|height| height.as_f64());
    let by = match height {
        _ if y < EDGE => -SCROLL,
        Some(height) if y > height - EDGE => SCROLL,
        _ => return,
    };
    window().scroll_by_with_x_and_y(0.0, by);
}
