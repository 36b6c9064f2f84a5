//! Moving the window: at once or eased, and told to the address when it rests.

use std::time::Duration;

use leptos::prelude::*;

use super::Chart;
use crate::dataset::PartialDate;
use crate::state::Entry;
use crate::timeline::{Day, Viewport, date_of};
use crate::ui::browser;

/// How much nearer a press of a zoom button or key brings what is seen; farther is one divided by it.
pub const STEP: f64 = 1.5;

/// How much a press of a key or button moves the window, as a part of it.
const PAN: f64 = 0.5;

/// How long a zoom by button or key takes, in milliseconds.
const EASE_MS: f64 = 180.0;

/// How long the window rests before the address tells of it.
const REST: Duration = Duration::from_millis(250);

/// What moves the window of a chart.
#[derive(Clone, Copy)]
pub struct Motion {
    chart: Chart,
    /// Which of the movements is the last: others stop.
    latest: StoredValue<u32>,
    rested: StoredValue<Box<dyn Fn(()) + Send + Sync>>,
}

impl Motion {
    /// What moves a chart.
    pub fn new(chart: Chart) -> Self {
        let mut tell = debounce(REST, move |()| commit(chart));
        let tell = send_wrapper::SendWrapper::new(std::cell::RefCell::new(move || tell(())));
        Self {
            chart,
            latest: StoredValue::new(0),
            rested: StoredValue::new(Box::new(move |()| (tell.borrow_mut())())),
        }
    }

    /// The movement of the chart around a component.
    ///
    /// # Panics
    /// Outside the chart.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Shows another window at once.
    pub fn go(self, viewport: Viewport) {
        self.latest
            .update_value(|latest| *latest = latest.wrapping_add(1));
        self.show(viewport);
    }

    /// Moves by so many pixels, to later for more than 0.
    pub fn pan(self, pixels: f64) {
        let whole = self.chart.window.whole.get_untracked();
        self.go(self
            .chart
            .window
            .axis
            .with_untracked(|axis| axis.pan(pixels, &whole)));
    }

    /// Comes so many times nearer about a pixel.
    pub fn zoom_at(self, factor: f64, x: f64) {
        let whole = self.chart.window.whole.get_untracked();
        let to = self
            .chart
            .window
            .axis
            .with_untracked(|axis| axis.zoom(factor, axis.day(x), &whole));
        self.go(to);
    }

    /// Comes nearer about what the keyboard is at or what is open, else about today; farther, below 1. Eased.
    pub fn zoom(self, factor: f64) {
        let chart = self.chart;
        let whole = chart.window.whole.get_untracked();
        let place = chart
            .active_place
            .get_untracked()
            .or(chart.open_place.get_untracked());
        let begin = place.and_then(|place| {
            chart
                .timeline
                .with_untracked(|timeline| Some(timeline.entries().get(place)?.life.begin.start))
        });
        let to = chart.window.axis.with_untracked(|axis| {
            let seen = axis.viewport.from..=axis.viewport.to;
            let begin = begin.map(f64::from).filter(|day| seen.contains(day));
            axis.zoom(factor, begin.unwrap_or(f64::from(chart.today)), &whole)
        });
        self.glide(to);
    }

    /// Moves by so many halves of what is seen. Eased.
    pub fn step(self, halves: f64) {
        let whole = self.chart.window.whole.get_untracked();
        let to = self
            .chart
            .window
            .axis
            .with_untracked(|axis| axis.pan(halves * PAN * axis.width, &whole));
        self.glide(to);
    }

    /// Shows all that matches: what the chart opened on.
    pub fn show_all(self) {
        self.glide(self.chart.window.opening.get_untracked());
    }

    /// Keeps a day in sight, moving no further than needed.
    pub fn bring(self, day: Day) {
        let whole = self.chart.window.whole.get_untracked();
        let to = self.chart.window.axis.with_untracked(|axis| {
            let x = axis.x(f64::from(day));
            let edge = axis.width * 0.1;
            let by = if x < 0.0 {
                x - edge
            } else if x > axis.width {
                x - axis.width + edge
            } else {
                return None;
            };
            Some(axis.pan(by, &whole))
        });
        if let Some(to) = to {
            self.go(to);
        }
    }

    /// Goes to a window within a moment, or at once where the reader wants no motion.
    fn glide(self, to: Viewport) {
        if browser::matches("(prefers-reduced-motion: reduce)") {
            self.go(to);
            return;
        }
        self.latest
            .update_value(|latest| *latest = latest.wrapping_add(1));
        let from = self.chart.window.axis.with_untracked(|axis| axis.viewport);
        self.ease(from, to, now(), self.latest.get_value());
    }

    /// A frame of a movement, and those that follow.
    fn ease(self, from: Viewport, to: Viewport, since: f64, movement: u32) {
        request_animation_frame(move || {
            if self.latest.try_get_value() != Some(movement) {
                return;
            }
            let part = ((now() - since) / EASE_MS).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - part) * (1.0 - part);
            let between = |a: f64, b: f64| a + (b - a) * eased;
            self.show(Viewport {
                from: between(from.from, to.from),
                to: between(from.to, to.to),
            });
            if part < 1.0 {
                self.ease(from, to, since, movement);
            }
        });
    }

    fn show(self, viewport: Viewport) {
        self.chart.window.fly(viewport);
        self.rested.with_value(|rested| rested(()));
    }
}

/// Writes the window into the address: as days, or nothing where it is the one that the chart opens on.
fn commit(chart: Chart) {
    let Some(viewport) = chart.window.flown() else {
        return;
    };
    let opening = chart.window.opening.get_untracked();
    let is_near = |a: f64, b: f64| (a - b).abs() < 1.0;
    let is_opening = is_near(viewport.from, opening.from) && is_near(viewport.to, opening.to);
    let first = viewport.from.round() as Day;
    let last = (viewport.to.round() as Day - 1).max(first);
    chart.app.change(Entry::ReplaceAtRest, |state| {
        if is_opening {
            state.days = None;
        } else {
            state.show_days(date(first), date(last));
        }
    });
}

/// The date of a day.
pub fn date(day: Day) -> PartialDate {
    let (year, month, day) = date_of(day);
    PartialDate::of(year, Some(month), Some(day))
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
