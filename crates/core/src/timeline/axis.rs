//! Days to pixels, and back.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::day::{Day, END_OF_TIME, day_of};
use super::viewport::{LEAST_DAYS, Viewport};

/// How wide a fold is, in pixels.
pub const FOLD_PX: f64 = 24.0;

/// All folds together take at most this part of the width.
const MOST_FOLDED: f64 = 0.5;

/// The least that is seen outside folds, in days: what the nearest window has left where folds take all that they may.
const LEAST_OPEN: f64 = LEAST_DAYS * (1.0 - MOST_FOLDED) - 0.001;

/// The days of the folded years, in order and apart from each other. A copy shares them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds(Arc<[(Day, Day)]>);

impl Folds {
    /// The days of these years, which are in order and do not meet.
    pub fn of(years: &[RangeInclusive<u16>]) -> Self {
        let days = years.iter().map(|years| {
            let end = match *years.end() {
                9999.. => END_OF_TIME,
                end => day_of(end + 1, 1, 1),
            };
            (day_of(*years.start(), 1, 1), end)
        });
        Self(days.collect())
    }

    /// From the first day to the day after the last of each.
    pub fn iter(&self) -> impl Iterator<Item = (f64, f64)> {
        self.0.iter().map(|(a, b)| (f64::from(*a), f64::from(*b)))
    }

    /// How many days before a day lie in folds, and how many folds those are, with fractions.
    fn before(&self, day: f64) -> (f64, f64) {
        let mut before = (0.0, 0.0);
        for (from, to) in self.iter() {
            let days = day.clamp(from, to) - from;
            before.0 += days;
            before.1 += days / (to - from);
        }
        before
    }

    /// How many open days a window shows, and how many folds.
    fn within(&self, viewport: &Viewport) -> (f64, f64) {
        let (left, right) = (self.before(viewport.from), self.before(viewport.to));
        let folded = right.0 - left.0;
        (viewport.days() - folded, right.1 - left.1)
    }
}

/// A window onto time, drawn so many pixels wide: straight but for the folds, which are narrow bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The window.
    pub viewport: Viewport,
    /// How wide it is drawn, in pixels.
    pub width: f64,
    folds: Folds,
    fold_px: f64,
    pixels_per_day: f64,
}

impl Axis {
    /// The axis of a window; of all time, if it is none. One that shows hardly any day outside folds shows what is in them.
    pub fn new(viewport: Viewport, width: f64, folds: &Folds) -> Self {
        let width = if width.is_finite() {
            width.max(1.0)
        } else {
            1.0
        };
        let viewport = viewport.or(Viewport::TIME);
        let (open, folded) = folds.within(&viewport);
        let (folds, open, folded) = if open < LEAST_OPEN {
            (Folds::default(), viewport.days(), 0.0)
        } else {
            (folds.clone(), open, folded)
        };
        // By how many there are, not by how many are in sight, so that no fold grows or shrinks as the window moves.
        let fold_px = FOLD_PX.min(width * MOST_FOLDED / folds.0.len().max(1) as f64);
        Self {
            viewport,
            width,
            folds,
            fold_px,
            pixels_per_day: (width - folded * fold_px) / open,
        }
    }

    /// Where a day begins, in pixels from the left edge; a fraction of a day is the time of day.
    pub fn x(&self, day: f64) -> f64 {
        self.place(day) - self.place(self.viewport.from)
    }

    /// The day at a pixel.
    pub fn day(&self, x: f64) -> f64 {
        self.day_at_place(self.place(self.viewport.from) + x, self.pixels_per_day)
    }

    /// How many pixels a day outside folds is wide.
    pub fn pixels_per_day(&self) -> f64 {
        self.pixels_per_day
    }

    /// The folds in sight, each with its days and with where it begins and ends in pixels.
    pub fn folds(&self) -> impl Iterator<Item = Fold> {
        let folds = self.folds.iter().map(|(from, to)| Fold {
            from,
            to,
            x0: self.x(from),
            x1: self.x(to),
        });
        folds.filter(|fold| fold.x1 > 0.0 && fold.x0 < self.width)
    }

    /// The window moved by so many pixels, later for more than 0, within another.
    pub fn pan(&self, pixels: f64, whole: &Viewport) -> Viewport {
        if !pixels.is_finite() {
            return self.viewport;
        }
        self.window_at(
            self.place(self.viewport.from) + pixels,
            self.pixels_per_day,
            whole,
        )
    }

    /// The window so many times nearer (farther, below 1), with a day of it kept where it is, within another.
    pub fn zoom(&self, factor: f64, about: f64, whole: &Viewport) -> Viewport {
        if factor.is_nan() || factor <= 0.0 || !about.is_finite() {
            return self.viewport;
        }
        let farthest = Self::new(*whole, self.width, &self.folds).pixels_per_day;
        let nearest = (self.width / LEAST_DAYS).max(farthest);
        let pixels_per_day = (self.pixels_per_day * factor).clamp(farthest, nearest);
        let about = about.clamp(self.viewport.from, self.viewport.to);
        let left = self.place_by(about, pixels_per_day) - self.x(about);
        self.window_at(left, pixels_per_day, whole)
    }

    /// The window of this width that begins at a place, moved into another.
    fn window_at(&self, left: f64, pixels_per_day: f64, whole: &Viewport) -> Viewport {
        let last = self.place_by(whole.to, pixels_per_day) - self.width;
        let left = left
            .min(last)
            .max(self.place_by(whole.from, pixels_per_day));
        let day = |place| self.day_at_place(place, pixels_per_day);
        let window = Viewport {
            from: day(left).max(whole.from),
            to: day(left + self.width).min(whole.to),
        };
        // Past a fold of which a little was in sight there may be fewer days than before.
        window.held(whole)
    }

    fn place(&self, day: f64) -> f64 {
        self.place_by(day, self.pixels_per_day)
    }

    /// Where a day lies, in pixels from the first of all days.
    fn place_by(&self, day: f64, pixels_per_day: f64) -> f64 {
        let (folded, folds) = self.folds.before(day);
        (day - folded) * pixels_per_day + folds * self.fold_px
    }

    /// The day that lies at a place.
    fn day_at_place(&self, place: f64, pixels_per_day: f64) -> f64 {
        let mut skipped = 0.0;
        for (nth, (from, to)) in self.folds.iter().enumerate() {
            let before = nth as f64 * self.fold_px;
            let begins = (from - skipped) * pixels_per_day + before;
            if place < begins {
                return (place - before) / pixels_per_day + skipped;
            }
            if place < begins + self.fold_px {
                return from + (place - begins) / self.fold_px * (to - from);
            }
            skipped += to - from;
        }
        let folds = self.folds.0.len() as f64;
        (place - folds * self.fold_px) / pixels_per_day + skipped
    }
}

/// A fold in sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// Its first day.
    pub from: f64,
    /// The day after its last.
    pub to: f64,
    /// Where it begins, in pixels from the window's left edge.
    pub x0: f64,
    /// Where it ends.
    pub x1: f64,
}
