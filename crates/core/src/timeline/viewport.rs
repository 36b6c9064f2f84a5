//! The window onto time.

use super::day::{Day, END_OF_TIME};

/// The narrowest window, in days.
pub const LEAST_DAYS: f64 = 14.0;

/// The least that the widest window shows: two years.
const LEAST_WHOLE: f64 = 731.0;

/// The room before and after what is to be seen, as shares of it: after it lies today, of which a sliver is enough.
const MARGINS: (f64, f64) = (0.02, 0.01);

/// A window onto time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The day at its left edge, with the time of day as a fraction.
    pub from: f64,
    /// The day at its right edge.
    pub to: f64,
}

impl Viewport {
    /// The window that shows everything from a first day to before an end, with a margin and two years at least.
    pub fn around(first: Day, end: Day) -> Self {
        let first = f64::from(first.clamp(0, END_OF_TIME - 1));
        let end = f64::from(end.min(END_OF_TIME)).max(first + 1.0);
        let days = end - first;
        Self {
            from: first - days * MARGINS.0,
            to: end + days * MARGINS.1,
        }
        .at_least(LEAST_WHOLE)
        .within(&Self::TIME)
    }

    /// From the year 1 to the year 9999.
    pub const TIME: Self = Self {
        from: 0.0,
        to: END_OF_TIME as f64,
    };

    /// How many days it shows.
    pub fn days(&self) -> f64 {
        self.to - self.from
    }

    /// The window that shows both.
    #[must_use]
    pub fn with(self, other: &Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }

    /// This window where it can be drawn, no narrower than [`LEAST_DAYS`], moved into another, and cut to that where it is
    /// wider. What is no window becomes the other.
    #[must_use]
    pub fn held(self, whole: &Self) -> Self {
        self.or(*whole).at_least(LEAST_DAYS).within(whole)
    }

    /// This window, or another where it is none.
    pub(super) fn or(self, other: Self) -> Self {
        let is_sound = self.from.is_finite() && self.to.is_finite() && self.from < self.to;
        if is_sound { self } else { other }
    }

    /// Grown about its middle to so many days at least.
    fn at_least(self, days: f64) -> Self {
        let lacking = (days - self.days()).max(0.0) / 2.0;
        Self {
            from: self.from - lacking,
            to: self.to + lacking,
        }
    }

    /// Moved into another window, and cut to it where it is wider.
    fn within(self, whole: &Self) -> Self {
        let days = self.days().min(whole.days());
        let from = self.from.min(whole.to - days).max(whole.from);
        Self {
            from,
            to: (from + days).min(whole.to),
        }
    }
}
