//! Days to pixels, and back.

/// The least and the most pixels a day has here: all ten thousand years in a few pixels, and a day over a whole wall.
const PIXELS: (f64, f64) = (1e-6, 1e4);

/// A straight scale from days to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The day at pixel 0.
    pub from: f64,
    /// How many pixels a day is wide, more than 0.
    pub pixels_per_day: f64,
}

impl Scale {
    /// Where a day begins, in pixels; a fraction of a day is the time of day.
    pub fn x(&self, day: f64) -> f64 {
        (day - self.from) * self.pixels_per_day
    }

    /// The day at a pixel.
    pub fn day(&self, x: f64) -> f64 {
        self.from + x / self.pixels_per_day
    }
}

/// Pixels a day that can be calculated with: what is no number counts as 1.
pub(super) fn sound(pixels_per_day: f64) -> f64 {
    if pixels_per_day.is_nan() {
        return 1.0;
    }
    pixels_per_day.clamp(PIXELS.0, PIXELS.1)
}

/// Pixels a day to five digits.
///
/// A window that was panned has, but for the last of sixteen digits, the width it had before. Without this each pan
/// would be a zoom of its own, for which all is laid out anew. A window 2,560 pixels wide is off by a fiftieth of one.
pub(super) fn rounded(pixels_per_day: f64) -> f64 {
    const LOST: u64 = (1 << 36) - 1;
    f64::from_bits((sound(pixels_per_day).to_bits() + LOST / 2) & !LOST)
}
