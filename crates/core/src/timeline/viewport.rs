//! The window onto time, and how it moves.

use super::day::{Day, END_OF_TIME};
use super::scale::{Scale, rounded};

/// The narrowest window, in days.
pub const LEAST_DAYS: f64 = 14.0;

/// How much nearer a press of a zoom button or key brings what is seen; farther is one divided by it.
pub const STEP: f64 = 1.5;

/// How much nearer a double click brings it.
pub const LEAP: f64 = 2.0;

/// The least that the widest window shows: two years.
const LEAST_WHOLE: f64 = 731.0;

/// The room on either side of what is to be seen, as a share of it.
const MARGIN: f64 = 0.04;

/// A window onto time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The day at its left edge, with the time of day as a fraction.
    pub from: f64,
    /// The day at its right edge.
    pub to: f64,
}

/// How far a viewport may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    whole: Viewport,
}

impl Limits {
    /// The limits for data from a first day to before an end: all of it with a margin, and two years at least.
    pub fn new(first: Day, end: Day) -> Self {
        let all = Viewport {
            from: 0.0,
            to: f64::from(END_OF_TIME),
        };
        let first = first.clamp(0, END_OF_TIME - 1);
        let whole = around(first, end).inside(LEAST_WHOLE, &all);
        Self { whole }
    }

    /// The widest window.
    pub fn whole(&self) -> Viewport {
        self.whole
    }
}

impl Viewport {
    /// The window moved by so many pixels of its width, later for more than 0.
    #[must_use]
    pub fn pan(self, pixels: f64, width: f64, limits: &Limits) -> Self {
        let now = self.held(limits);
        let days = pixels * now.days() / width;
        if !days.is_finite() {
            return now;
        }
        let days = days.clamp(-limits.whole.days(), limits.whole.days());
        let moved = Self {
            from: now.from + days,
            to: now.to + days,
        };
        moved.inside(LEAST_DAYS, &limits.whole)
    }

    /// The window so many times nearer (farther, below 1), with a day of it kept where it is.
    #[must_use]
    pub fn zoom(self, factor: f64, about: f64, limits: &Limits) -> Self {
        let now = self.held(limits);
        if factor.is_nan() || factor <= 0.0 || !about.is_finite() {
            return now;
        }
        let days = (now.days() / factor).clamp(LEAST_DAYS, limits.whole.days());
        let about = about.clamp(now.from, now.to);
        let from = about - (about - now.from) * (days / now.days());
        let zoomed = Self {
            from,
            to: from + days,
        };
        zoomed.inside(LEAST_DAYS, &limits.whole)
    }

    /// The window that shows everything from a first day to before an end, with a margin.
    pub fn fit(first: Day, end: Day, limits: &Limits) -> Self {
        around(first, end).inside(LEAST_DAYS, &limits.whole)
    }

    /// This window, drawn so many pixels wide, as a scale.
    pub fn scale(&self, width: f64) -> Scale {
        Scale {
            from: self.from,
            pixels_per_day: rounded(width / self.days()),
        }
    }

    /// How many days it shows.
    pub fn days(&self) -> f64 {
        self.to - self.from
    }

    /// Whether it can be drawn: two days of time, the one after the other.
    pub(super) fn is_sound(&self) -> bool {
        self.from.is_finite() && self.to.is_finite() && self.from < self.to
    }

    /// This window where it is one, within the limits; else all there is.
    fn held(self, limits: &Limits) -> Self {
        if self.is_sound() {
            self.inside(LEAST_DAYS, &limits.whole)
        } else {
            limits.whole
        }
    }

    /// Grown about its middle to so many days at least, moved into another window, and cut to it where it is wider.
    fn inside(self, least: f64, whole: &Self) -> Self {
        let lacking = (least - self.days()).max(0.0);
        let days = self.days().max(least).min(whole.days());
        let from = (self.from - lacking / 2.0)
            .min(whole.to - days)
            .max(whole.from);
        Self {
            from,
            to: (from + days).min(whole.to),
        }
    }
}

/// From a first day to before an end, with a margin.
fn around(first: Day, end: Day) -> Viewport {
    let from = f64::from(first);
    let to = f64::from(end).max(from + 1.0);
    let margin = (to - from) * MARGIN;
    Viewport {
        from: from - margin,
        to: to + margin,
    }
}
