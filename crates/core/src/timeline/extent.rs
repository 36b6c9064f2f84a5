//! From when to when something may have been.

use super::day::{Day, day_of};
use crate::dataset::PartialDate;

/// The dates of a record, as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it began.
    pub start: PartialDate,
    /// Whether that is an estimate.
    pub start_about: bool,
    /// When it ended, or is to end.
    pub end: Option<PartialDate>,
    /// Whether that is an estimate.
    pub end_about: bool,
    /// Whether it is going on; where there is an end, that says more.
    pub ongoing: bool,
}

/// The days that something covers: from the first that its start may mean to the last that its end may mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The first day.
    pub first: Day,
    /// The day after the last.
    pub end: Day,
    /// Whether it may have begun later: its start is a year, a month or an estimate.
    pub soft_start: bool,
    /// Whether it may have ended earlier.
    pub soft_end: bool,
    /// Whether it goes on today, so that its end is only where knowledge ends.
    pub goes_on: bool,
}

impl Extent {
    /// The extent of what is known as one date only, such as a milestone.
    ///
    /// ```
    /// # use explorer_core::timeline::{Extent, day_of};
    /// let month = Extent::of("2024-02".parse().unwrap(), false);
    /// assert_eq!((month.first, month.end), (day_of(2024, 2, 1), day_of(2024, 3, 1)));
    /// assert!(month.soft_start && month.soft_end);
    /// ```
    pub fn of(date: PartialDate, about: bool) -> Self {
        let soft = about || date.day().is_none();
        Self {
            first: first_day(date),
            end: day_after(date),
            soft_start: soft,
            soft_end: soft,
            goes_on: false,
        }
    }

    /// The extent of a record.
    ///
    /// What goes on runs to today, with today; a plan that is to begin later, and what ended without a known end, cover
    /// their start only. So does what ends before it begins, which only foreign data can say.
    pub fn of_record(dates: &Dates, today: Day) -> Self {
        let start = Self::of(dates.start, dates.start_about);
        match dates.end {
            Some(end) if day_after(end) > start.first => Self {
                end: day_after(end),
                soft_end: dates.end_about || end.day().is_none(),
                ..start
            },
            None if dates.ongoing && start.first <= today => Self {
                end: today.saturating_add(1),
                soft_end: false,
                goes_on: true,
                ..start
            },
            _ => start,
        }
    }
}

fn first_day(date: PartialDate) -> Day {
    let (year, month, day) = date.first();
    day_of(year, month, day)
}

fn day_after(date: PartialDate) -> Day {
    let (year, month, day) = date.last();
    day_of(year, month, day) + 1
}
