//! Playing the years: on a fixed axis, marks appear and stay.

use leptos::prelude::*;

use super::Chart;
use super::motion::{date, now};
use crate::timeline::day_of;
use crate::ui::browser;

/// How long it takes from the first to the last day, in milliseconds.
const STORY_MS: f64 = 10_000.0;

/// What plays the years of a chart.
#[derive(Clone, Copy)]
pub struct Player {
    chart: Chart,
    is_playing: RwSignal<bool>,
    /// Which run is the last: others stop.
    latest: StoredValue<u32>,
}

impl Player {
    /// What plays a chart's years.
    pub fn new(chart: Chart) -> Self {
        Self {
            chart,
            is_playing: RwSignal::new(false),
            latest: StoredValue::new(0),
        }
    }

    /// The player of the chart around a component.
    ///
    /// # Panics
    /// Outside the chart.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether the years are playing by themselves.
    pub fn is_playing(self) -> bool {
        self.is_playing.get()
    }

    /// Whether the story is shown up to a day.
    pub fn is_on(self) -> bool {
        self.chart.played.with(Option::is_some)
    }

    /// Up to which day the story is shown.
    pub fn day(self) -> Option<f64> {
        self.chart.played.get()
    }

    /// How much of the plot is shown, in pixels from a little before its left edge.
    pub fn clip_width(self) -> i32 {
        let day = self.day();
        let x = day.map_or(0.0, |day| {
            self.chart
                .window
                .axis
                .with(|axis| axis.x(day).clamp(0.0, axis.width))
        });
        x.round() as i32 + 20
    }

    /// Begins to play, goes on, or pauses. Where the reader wants no motion, it is one step instead.
    pub fn press(self) {
        if browser::matches("(prefers-reduced-motion: reduce)") {
            self.step(1);
        } else if self.is_playing.get_untracked() {
            self.stop();
        } else {
            let (first, last) = self.ends();
            let from = self
                .chart
                .played
                .get_untracked()
                .filter(|day| *day < last)
                .unwrap_or(first);
            self.is_playing.set(true);
            let run = self.next_run();
            self.run(from, now(), run);
        }
    }

    /// Shows the story up to the end of a year later or earlier; after the last year, all of it.
    pub fn step(self, by: i16) {
        self.stop();
        let (first, last) = self.ends();
        let year = |day: f64| date((day - 1.0) as i32).year();
        let shown = match self.chart.played.get_untracked() {
            Some(day) => year(day).saturating_add_signed(by),
            None if by > 0 => year(first + 1.0),
            None => year(last).saturating_add_signed(by),
        };
        let end = f64::from(day_of(shown.saturating_add(1), 1, 1));
        self.chart
            .played
            .set((end < last).then_some(end.max(first)));
    }

    fn stop(self) {
        self.next_run();
        self.is_playing.set(false);
    }

    /// A frame of a run, and those that follow. At the end all is shown as before.
    fn run(self, from: f64, since: f64, run: u32) {
        request_animation_frame(move || {
            if self.latest.try_get_value() != Some(run) {
                return;
            }
            let (first, last) = self.ends();
            let day = from + (now() - since) / STORY_MS * (last - first);
            if day < last {
                self.chart.played.set(Some(day));
                self.run(from, since, run);
            } else {
                self.chart.played.set(None);
                self.is_playing.set(false);
            }
        });
    }

    fn next_run(self) -> u32 {
        self.latest
            .update_value(|latest| *latest = latest.wrapping_add(1));
        self.latest.get_value()
    }

    /// From where to where the story goes: what is in sight, until today.
    fn ends(self) -> (f64, f64) {
        let viewport = self.chart.window.axis.with_untracked(|axis| axis.viewport);
        let today = f64::from(self.chart.today) + 1.0;
        (
            viewport.from,
            viewport.to.min(today).max(viewport.from + 1.0),
        )
    }
}
