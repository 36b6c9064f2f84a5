//! How much began and how much went on when, where there is no room for rows.

use std::fmt::Write;

use super::axis::Axis;
use super::day::{Day, END_OF_TIME, date_of, day_of};
use super::entries::Timeline;
use super::viewport::Viewport;

/// How many pixels a bucket needs.
const BUCKET_PX: f64 = 2.0;

/// How long a bucket is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bucket {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Bucket {
    /// The shortest that has two pixels on an axis.
    pub fn that_fits(axis: &Axis) -> Self {
        let fits = |days: f64| days * axis.pixels_per_day() >= BUCKET_PX;
        if fits(1.0) {
            Self::Day
        } else if fits(28.0) {
            Self::Month
        } else {
            Self::Year
        }
    }

    /// The first day of the bucket of a day.
    fn first(self, day: Day) -> Day {
        let (year, month, _) = date_of(day);
        match self {
            Self::Day => day,
            Self::Month => day_of(year, month, 1),
            Self::Year => day_of(year, 1, 1),
        }
    }

    /// The day after the bucket of a day.
    fn end(self, day: Day) -> Day {
        let (year, month, _) = date_of(day);
        match (self, year, month) {
            (Self::Day, ..) => day.saturating_add(1).min(END_OF_TIME),
            (Self::Month, _, ..12) => day_of(year, month + 1, 1),
            (_, 9999.., _) => END_OF_TIME,
            _ => day_of(year + 1, 1, 1),
        }
    }
}

/// What happened in a bucket of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The first day of the bucket.
    pub from: Day,
    /// The day after its last.
    pub to: Day,
    /// How many began in it.
    pub began: usize,
    /// How many were going on when it ended.
    pub going_on: usize,
}

/// What happened in the buckets of a window, in some lanes.
pub fn density(
    timeline: &Timeline,
    lanes: std::ops::Range<usize>,
    viewport: &Viewport,
    bucket: Bucket,
) -> Vec<Count> {
    let mut counts = Vec::new();
    let day = |day: f64| (day as Day).clamp(0, END_OF_TIME - 1);
    let (mut from, last) = (bucket.first(day(viewport.from)), day(viewport.to));
    let before = |day: Day| -> usize {
        lanes
            .clone()
            .map(|lane| timeline.begun_before(lane, f64::from(day)))
            .sum()
    };
    let mut begun = before(from);
    while from <= last && from < END_OF_TIME {
        let to = bucket.end(from);
        let begun_by_then = before(to);
        let on = lanes
            .clone()
            .map(|lane| timeline.going_on_at(lane, f64::from(to) - 0.5));
        counts.push(Count {
            from,
            to,
            began: begun_by_then - begun,
            going_on: on.sum(),
        });
        (from, begun) = (to, begun_by_then);
    }
    counts
}

/// Numbers over buckets as steps on a ground, as the `d` of a path in whole pixels: `height` pixels high where a number is
/// `most`.
pub fn steps(
    numbers: impl IntoIterator<Item = (Day, Day, usize)>,
    axis: &Axis,
    ground: i32,
    height: i32,
    most: usize,
) -> String {
    let mut path = String::new();
    for (from, to, number) in numbers {
        let (x0, x1) = (axis.x(f64::from(from)), axis.x(f64::from(to)));
        let (x0, x1) = (
            x0.max(0.0).round() as i32,
            x1.min(axis.width).round() as i32,
        );
        if number > 0 && x1 > x0 {
            let share = number as f64 / most.max(1) as f64;
            let up = ((share * f64::from(height)).ceil() as i32).max(1);
            let wide = x1 - x0;
            let _ = write!(path, "M{x0} {}h{wide}v{up}h-{wide}z", ground - up);
        }
    }
    path
}
