//! The keyboard on the chart: from mark to mark in order of time, from lane to lane, to both ends, nearer and farther. At
//! the edge of what is seen the window moves on.

use web_sys::{Event, KeyboardEvent};

use super::events::within;
use super::targets::Target;
use super::widget::{Chart, Told};

/// How much a press of a key moves the window, as a part of it.
pub const KEY_PAN: f64 = 0.6;

impl Chart {
    /// A key without a modifier. Where it does something here, the page does nothing with it.
    pub(super) fn key(&mut self, event: &KeyboardEvent) -> Vec<Told> {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if !plain || !within(event, ".chart-view") {
            return Vec::new();
        }
        let told = match event.key().as_str() {
            "ArrowRight" => self.step(1, None),
            "ArrowLeft" => self.step(-1, None),
            "ArrowDown" => self.step(0, Some(1)),
            "ArrowUp" => self.step(0, Some(-1)),
            "Home" => self.end(false),
            "End" => self.end(true),
            "+" | "=" => self.act("in"),
            "-" | "_" => self.act("out"),
            "Enter" | " " => match self.active.clone() {
                Some(id) => self.open(&id),
                None => self.step(1, None),
            },
            _ => return Vec::new(),
        };
        event.prevent_default();
        told
    }

    /// Goes to the next target in time, or to the nearest of the next lane. At the edge the window moves on.
    fn step(&mut self, along: isize, across: Option<isize>) -> Vec<Told> {
        let seen = self.seen();
        let place = self
            .active
            .as_ref()
            .and_then(|id| seen.iter().position(|target| target.id == *id));
        let next = match (place, across) {
            (None, _) => seen.first(),
            (Some(place), None) => place
                .checked_add_signed(along)
                .and_then(|place| seen.get(place)),
            (Some(place), Some(down)) => {
                let from = &seen[place];
                let lanes = seen.iter().map(|target| target.lane);
                let beyond = lanes.filter(|lane| {
                    if down > 0 {
                        *lane > from.lane
                    } else {
                        *lane < from.lane
                    }
                });
                let lane = if down > 0 { beyond.min() } else { beyond.max() };
                let in_lane = seen.iter().filter(|target| Some(target.lane) == lane);
                let distance = |target: &&Target| (target.x - from.x).abs();
                in_lane.min_by(|a, b| distance(a).total_cmp(&distance(b)))
            }
        };
        if let Some(next) = next {
            self.active = Some(next.id.clone());
            self.mark_active();
            return Vec::new();
        }
        if across.is_some() {
            return Vec::new();
        }
        let before = self.viewport;
        let pixels = self.width * KEY_PAN * along as f64;
        let viewport = self.viewport.pan(pixels, self.width, &self.limits);
        if viewport == before {
            return Vec::new();
        }
        let told = self.go(viewport);
        let middle = self.width / 2.0;
        let seen = self.seen();
        let next = if along > 0 {
            seen.iter().find(|target| target.x > middle).or(seen.last())
        } else {
            let mut from_last = seen.iter().rev();
            from_last.find(|target| target.x < middle).or(seen.first())
        };
        self.active = next.map(|target| target.id.clone());
        self.mark_active();
        told
    }

    fn end(&mut self, last: bool) -> Vec<Told> {
        let whole = self.limits.whole();
        let pixels =
            if last { 1.0 } else { -1.0 } * self.width * (whole.days() / self.viewport.days());
        let viewport = self.viewport.pan(pixels, self.width, &self.limits);
        let told = self.go(viewport);
        let seen = self.seen();
        let end = if last { seen.last() } else { seen.first() };
        self.active = end.map(|target| target.id.clone());
        self.mark_active();
        told
    }

    /// The keyboard comes to the chart: to the first target in sight, unless it has been at one.
    pub(super) fn focus(&mut self, event: &Event) {
        if within(event, ".chart-view") && self.active.is_none() {
            self.active = self.seen().first().map(|target| target.id.clone());
            self.mark_active();
        }
    }
}
