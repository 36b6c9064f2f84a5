//! What happens on the chart: every event comes in here. Pointers, the wheel and clicks are answered at once; what
//! belongs to the keyboard, the tools, the strip or the reading is handed to the module of that name.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, WheelEvent};

use super::gesture::Move;
use super::widget::{Chart, Told};
use crate::timeline::LEAP;

/// How many pixels of turning a wheel come twice as near.
const WHEEL_PX: f64 = 240.0;

impl Chart {
    /// Answers to an event within its element.
    pub fn on(&mut self, event: &Event) -> Vec<Told> {
        match event.type_().as_str() {
            "pointerdown" => self.pointer_down(event.unchecked_ref()),
            "pointermove" => self.pointer_move(event.unchecked_ref()),
            "pointerup" | "pointercancel" => return self.pointer_up(event.unchecked_ref()),
            "pointerover" => self.hover(event),
            "wheel" => return self.wheel(event.unchecked_ref()),
            "click" => return self.click(event),
            "dblclick" => return self.double_click(event.unchecked_ref()),
            "change" => return self.choose_lanes(event),
            "keydown" => return self.key(event.unchecked_ref()),
            "focusin" => self.focus(event),
            _ => {}
        }
        Vec::new()
    }

    fn pointer_down(&mut self, event: &PointerEvent) {
        let is_main = event.button() == 0;
        if is_main && within(event, ".chart-strip") {
            self.begin_brush(event);
            return;
        }
        let Some(view) = self.part(".chart-view").filter(|_| is_main) else {
            return;
        };
        if !within(event, ".chart-view") {
            return;
        }
        // Held from here on, so that a drag may leave the chart; a click still reaches what it was on.
        let _ = view.set_pointer_capture(event.pointer_id());
        self.gesture
            .begin(event.pointer_id(), f64::from(event.client_x()));
    }

    fn pointer_move(&mut self, event: &PointerEvent) {
        if self.go_on_brushing(event) {
            return;
        }
        let moved = self
            .gesture
            .go(event.pointer_id(), f64::from(event.client_x()));
        self.viewport = match moved {
            Move::None => return,
            Move::Pan(pixels) => self.viewport.pan(pixels, self.width, &self.limits),
            Move::Zoom(factor, x) => {
                let about = self.day_at(x);
                self.viewport.zoom(factor, about, &self.limits)
            }
        };
        self.draw();
    }

    fn pointer_up(&mut self, event: &PointerEvent) -> Vec<Told> {
        if self.brush.take().is_some() || self.gesture.end(event.pointer_id()) {
            self.told()
        } else {
            Vec::new()
        }
    }

    /// A wheel with a modifier comes nearer, as two fingers on a pad do; sideways it moves. Else it is the page's.
    fn wheel(&mut self, event: &WheelEvent) -> Vec<Told> {
        let unit = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        let viewport = if event.ctrl_key() || event.meta_key() {
            let factor = LEAP.powf(-y / WHEEL_PX);
            let about = self.day_at(f64::from(event.client_x()));
            self.viewport.zoom(factor, about, &self.limits)
        } else if event.shift_key() && y != 0.0 {
            self.viewport.pan(y, self.width, &self.limits)
        } else if x.abs() > y.abs() {
            self.viewport.pan(x, self.width, &self.limits)
        } else {
            return Vec::new();
        };
        event.prevent_default();
        self.go(viewport)
    }

    fn click(&mut self, event: &Event) -> Vec<Told> {
        let Some(element) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
            return Vec::new();
        };
        if let Some(act) = closest(&element, "[data-act]") {
            return self.act(&act.get_attribute("data-act").unwrap_or_default());
        }
        if let Some(open) = closest(&element, "[data-open]") {
            let id = open.get_attribute("data-open");
            return id.map(Told::Open).into_iter().collect();
        }
        if self.gesture.is_drag() {
            return Vec::new();
        }
        // The pointer is held by the view, so what lies under it is asked for by its place.
        let event: &PointerEvent = event.unchecked_ref();
        let under = element
            .owner_document()
            .and_then(|page| {
                page.element_from_point(event.client_x() as f32, event.client_y() as f32)
            })
            .and_then(|element| closest(&element, ".mark"));
        let Some(mark) = under else {
            return Vec::new();
        };
        self.active = Some(mark.id());
        self.mark_active();
        self.open(&mark.id())
    }

    fn double_click(&mut self, event: &PointerEvent) -> Vec<Told> {
        if within(event, "[data-act]") || !within(event, ".chart-view") {
            return Vec::new();
        }
        let about = self.day_at(f64::from(event.client_x()));
        let viewport = self.viewport.zoom(LEAP, about, &self.limits);
        self.go(viewport)
    }

    /// The day at a place of the screen.
    fn day_at(&self, client_x: f64) -> f64 {
        let left = self
            .part(".chart-view")
            .map_or(0.0, |view| view.get_bounding_client_rect().left());
        self.viewport.scale(self.width).day(client_x - left)
    }
}

/// The nearest element that a selector finds, from an element outwards.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Whether an event is on something within a part.
pub fn within(event: &Event, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| closest(&element, selector).is_some())
}
