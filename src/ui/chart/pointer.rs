//! Mouse and fingers on the plot: a drag moves, two fingers and the wheel zoom, a press opens.

use leptos::ev::{MouseEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use leptos::svg::Svg;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Chart;
use super::gesture::{Gesture, Move};
use super::motion::Motion;
use super::names::{PlacedNames, marks};
use crate::timeline::near;

/// How far from a mark a press still means it, in pixels.
const REACH: f64 = 22.0;

/// How many marks under a finger are offered at most.
const MOST_OFFERED: usize = 8;

/// How much nearer a double click comes.
const LEAP: f64 = 2.0;

/// How many pixels of turning a wheel come twice as near.
const WHEEL_PX: f64 = 240.0;

/// What pointers do on the plot.
#[derive(Clone, Copy)]
pub struct Pointers {
    chart: Chart,
    motion: Motion,
    names: PlacedNames,
    svg: NodeRef<Svg>,
    gesture: StoredValue<Gesture>,
}

impl Pointers {
    /// What pointers do on this plot.
    pub fn new(chart: Chart, motion: Motion, svg: NodeRef<Svg>) -> Self {
        Self {
            chart,
            motion,
            names: PlacedNames::expect(),
            svg,
            gesture: StoredValue::new(Gesture::default()),
        }
    }

    /// A pointer is put down.
    pub fn down(self, event: &PointerEvent) {
        if event.button() == 0 {
            let x = f64::from(event.client_x());
            self.gesture
                .update_value(|gesture| gesture.begin(event.pointer_id(), x));
        }
    }

    /// A pointer moves: what is down drags, else a mouse names what it comes to.
    pub fn moved(self, event: &PointerEvent) {
        let x = f64::from(event.client_x());
        if !self.gesture.with_value(Gesture::is_on) {
            // A list of several stays until something else is pressed.
            let is_listed = self
                .chart
                .pointed
                .with_untracked(|pointed| pointed.len() > 1);
            if event.pointer_type() != "touch" && !is_listed {
                self.point(self.near(event).into_iter().take(1).collect());
            }
            return;
        }
        let movement = self
            .gesture
            .try_update_value(|gesture| gesture.go(event.pointer_id(), x));
        match movement.unwrap_or(Move::None) {
            Move::None => return,
            Move::Pan(pixels) => self.motion.pan(pixels),
            Move::Zoom(factor, x) => self.motion.zoom_at(factor, x - self.left_edge()),
        }
        // Held from here on, so that a drag may leave the chart.
        if let Some(svg) = self.svg.get_untracked() {
            let _ = svg.set_pointer_capture(event.pointer_id());
        }
        self.point(Vec::new());
    }

    /// A pointer is lifted: after no drag, that was a press.
    pub fn up(self, event: &PointerEvent) {
        let was_on = self.gesture.with_value(Gesture::is_on);
        self.gesture
            .update_value(|gesture| gesture.end(event.pointer_id()));
        if was_on && !self.gesture.with_value(Gesture::is_drag) {
            self.press(event);
        }
    }

    /// A pointer is lost.
    pub fn cancelled(self, event: &PointerEvent) {
        self.gesture
            .update_value(|gesture| gesture.end(event.pointer_id()));
    }

    /// A mouse leaves, unless to the star of what it points at; a finger leaves with every press.
    pub fn left(self, event: &PointerEvent) {
        let to = event.related_target();
        let to = to.and_then(|to| to.dyn_into::<Element>().ok());
        let is_at_star =
            to.is_some_and(|to| to.closest(".chart-star").is_ok_and(|star| star.is_some()));
        let is_listed = self
            .chart
            .pointed
            .with_untracked(|pointed| pointed.len() > 1);
        if event.pointer_type() != "touch" && !is_listed && !is_at_star {
            self.point(Vec::new());
        }
    }

    /// A wheel with a modifier comes nearer, as two fingers on a pad do; sideways it moves. Else it is the page's.
    pub fn wheel(self, event: &WheelEvent) {
        let unit = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        if event.ctrl_key() || event.meta_key() {
            let factor = LEAP.powf(-y / WHEEL_PX);
            self.motion
                .zoom_at(factor, f64::from(event.client_x()) - self.left_edge());
        } else if event.shift_key() && y != 0.0 {
            self.motion.pan(y);
        } else if x.abs() > y.abs() {
            self.motion.pan(x);
        } else {
            return;
        }
        event.prevent_default();
    }

    /// Comes twice as near where nothing lies under the pointer.
    pub fn double_click(self, event: &MouseEvent) {
        if self.chart.pointed.with_untracked(Vec::is_empty) {
            self.motion
                .zoom_at(LEAP, f64::from(event.client_x()) - self.left_edge());
        }
    }

    /// A mouse opens what it is at. A finger is told first what lies under it, and opens that with the next press.
    fn press(self, event: &PointerEvent) {
        let near = self.near(event);
        let Some(first) = near.first().copied() else {
            self.point(Vec::new());
            return;
        };
        let is_told = self
            .chart
            .pointed
            .with_untracked(|pointed| pointed == &[first]);
        if event.pointer_type() != "touch" || is_told {
            self.chart.open(first);
        } else {
            self.point(near.into_iter().take(MOST_OFFERED).collect());
        }
    }

    /// Points at these entries, where that is news.
    fn point(self, places: Vec<usize>) {
        let pointed = self.chart.pointed;
        if pointed.with_untracked(|pointed| *pointed != places) {
            pointed.set(places);
        }
    }

    /// The entries near a pointer, the nearest first.
    fn near(self, event: &PointerEvent) -> Vec<usize> {
        let Some(svg) = self.svg.get_untracked() else {
            return Vec::new();
        };
        let edge = svg.get_bounding_client_rect();
        let x = f64::from(event.client_x()) - edge.left();
        let y = f64::from(event.client_y()) - edge.top();
        near(marks(self.chart, self.names, y, REACH), x, y, REACH)
    }

    fn left_edge(self) -> f64 {
        let svg = self.svg.get_untracked();
        svg.map_or(0.0, |svg| svg.get_bounding_client_rect().left())
    }
}
