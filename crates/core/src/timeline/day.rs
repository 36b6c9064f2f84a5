//! Days, counted.

use crate::dataset::days_in_month;

/// Days since the first of January of the year 1, of the Gregorian calendar as if it had always held.
pub type Day = i32;

/// The day after the last of the year 9999: where time ends here.
pub const END_OF_TIME: Day = 3_652_059;

/// How many days of a common year are over when a month begins.
const BEFORE_MONTH: [Day; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// The day of a date. What lies outside the years 1 to 9999, or is no month or day, counts as the nearest that is.
///
/// ```
/// # use explorer_core::timeline::{date_of, day_of};
/// assert_eq!(day_of(1, 1, 1), 0);
/// assert_eq!(day_of(2024, 3, 1) - day_of(2024, 2, 1), 29);
/// assert_eq!(date_of(day_of(2024, 2, 29)), (2024, 2, 29));
/// ```
pub fn day_of(year: u16, month: u8, day: u8) -> Day {
    let year = year.clamp(1, 9999);
    let month = month.clamp(1, 12);
    let day = day.clamp(1, days_in_month(year, month));
    let before_month = BEFORE_MONTH[usize::from(month) - 1];
    let leap_day = Day::from(month > 2) * Day::from(days_in_month(year, 2) - 28);
    before_year(Day::from(year)) + before_month + leap_day + Day::from(day) - 1
}

/// The year, month and day of the month of a day; of one outside the years 1 to 9999, those of the nearest within.
pub fn date_of(day: Day) -> (u16, u8, u8) {
    let day = day.clamp(0, END_OF_TIME - 1);
    // 400 years have 146,097 days. This errs by less than a year, which the next line mends.
    let near = (i64::from(day) * 400 / 146_097 + 1).clamp(1, 9999);
    let mut year = u16::try_from(near).unwrap_or(9999);
    if before_year(Day::from(year) + 1) <= day {
        year += 1;
    } else if before_year(Day::from(year)) > day {
        year -= 1;
    }
    let first_of = |month: &u8| day_of(year, *month, 1);
    let month = (2..=12).rev().find(|month| first_of(month) <= day);
    let month = month.unwrap_or(1);
    let of_month = u8::try_from(day - first_of(&month) + 1).unwrap_or(1);
    (year, month, of_month)
}

/// How many days are over when a year begins.
const fn before_year(year: Day) -> Day {
    let past = year - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}
