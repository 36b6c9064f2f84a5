//! From when to when a date may be.

use super::day::{Day, day_of};
use crate::dataset::PartialDate;

/// The days that a date may mean: one, those of a month, or those of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The first day.
    pub first: Day,
    /// The day after the last.
    pub end: Day,
}

impl Extent {
    /// The extent of a date.
    ///
    /// ```
    /// # use explorer_core::timeline::{Extent, day_of};
    /// let month = Extent::of("2024-02".parse().unwrap());
    /// assert_eq!((month.first, month.end), (day_of(2024, 2, 1), day_of(2024, 3, 1)));
    /// ```
    pub fn of(date: PartialDate) -> Self {
        let ((year, month, day), last) = (date.first(), date.last());
        Self {
            first: day_of(year, month, day),
            end: day_of(last.0, last.1, last.2) + 1,
        }
    }
}
