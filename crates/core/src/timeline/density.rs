//! How much begins when, for the strip that shows all of time.

use super::day::{Day, END_OF_TIME, day_of};
use super::spans::Timeline;

/// How many pixels a bucket needs.
const BUCKET_PX: f64 = 2.0;

/// How long a bucket is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bucket {
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Bucket {
    /// Months where the width allows two pixels for each, else years.
    pub fn that_fits(first_year: u16, last_year: u16, width: f64) -> Self {
        let years = f64::from(last_year) - f64::from(first_year) + 1.0;
        if width >= years * 12.0 * BUCKET_PX {
            Self::Month
        } else {
            Self::Year
        }
    }
}

/// How many records begin in each bucket from the first year to the last, with both. A record in several lanes counts
/// once, and a date that is only a year or a month in the bucket of its first day.
pub fn density(timeline: &Timeline, first_year: u16, last_year: u16, bucket: Bucket) -> Vec<u32> {
    let mut counts = Vec::new();
    let mut spans = timeline.spans.iter().peekable();
    let mut last = None;
    let mut count_to = |end: Day| {
        let mut count = 0;
        while let Some(span) = spans.next_if(|span| span.extent.first < end) {
            // The spans of a record are of the same days, so they follow each other.
            count += u32::from(last != Some(span.record));
            last = Some(span.record);
        }
        count
    };
    count_to(day_of(first_year, 1, 1));
    let months = match bucket {
        Bucket::Month => 1..=12,
        Bucket::Year => 12..=12,
    };
    for year in first_year.max(1)..=last_year.min(9999) {
        for month in months.clone() {
            counts.push(count_to(first_after(year, month)));
        }
    }
    counts
}

/// The day after a month.
fn first_after(year: u16, month: u8) -> Day {
    match (year, month) {
        (9999.., 12..) => END_OF_TIME,
        (_, 12..) => day_of(year + 1, 1, 1),
        _ => day_of(year, month + 1, 1),
    }
}
