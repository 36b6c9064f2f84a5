//! Ticks: where the calendar is written along the time, and how finely.

use super::axis::{Axis, Fold};
use super::day::{Day, date_of, day_of};
use super::viewport::Viewport;

/// The most ticks that a window has.
pub const MOST_TICKS: usize = 200;

/// Labels narrower than this are not believed, nor is a width that is no number.
const LEAST_LABEL_PX: f64 = 1.0;

/// Where ticks lie is right within so many pixels.
const ROUNDING: f64 = 0.001;

/// How far ticks are apart, aligned to the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Years that so many divide.
    Years(u16),
    /// Months, so many from January on.
    Months(u8),
    /// Days of each month: all, every seventh to the 22nd, or the 1st and 15th.
    Days(u8),
}

/// From the finest to the coarsest step, each with the least days from one tick to the next.
const STEPS: [(Step, u32); 18] = [
    (Step::Days(1), 1),
    (Step::Days(7), 7),
    (Step::Days(14), 14),
    (Step::Months(1), 28),
    (Step::Months(3), 90),
    (Step::Months(6), 181),
    (Step::Years(1), 365),
    (Step::Years(2), 730),
    (Step::Years(5), 1_826),
    (Step::Years(10), 3_652),
    (Step::Years(20), 7_304),
    (Step::Years(50), 18_262),
    (Step::Years(100), 36_524),
    (Step::Years(200), 73_048),
    (Step::Years(500), 182_621),
    (Step::Years(1_000), 365_242),
    (Step::Years(2_000), 730_485),
    (Step::Years(5_000), 1_826_212),
];

/// The calendar along a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// What a tick stands for.
    pub step: Step,
    /// The ticks within the window, in order.
    pub minor: Vec<Tick>,
    /// The years above months and the months above days, outside folds; none above years.
    pub upper: Vec<Band>,
}

/// A tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day that begins here.
    pub day: Day,
    /// Pixels from the window's left edge.
    pub x: f64,
}

/// A year or a month above its ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Its first day, which may lie before the window.
    pub day: Day,
    /// Where it begins within the window, in pixels.
    pub x0: f64,
    /// Where it ends within the window.
    pub x1: f64,
}

/// The ticks of an axis, at least `label_px` apart, so that labels of that width never meet, and none in a fold.
pub fn ticks(axis: &Axis, label_px: f64) -> Ticks {
    let (viewport, width) = (axis.viewport, axis.width);
    let room = label_px
        .max(LEAST_LABEL_PX)
        .max(width / (MOST_TICKS - 1) as f64);
    let fits = |(_, days): &&(Step, u32)| f64::from(*days) * axis.pixels_per_day() >= room;
    let step = STEPS.iter().find(fits);
    let mut ticks = Ticks {
        step: step.map_or(Step::Years(5_000), |(step, _)| *step),
        minor: Vec::new(),
        upper: Vec::new(),
    };
    if step.is_none() {
        return ticks;
    }

    let folds: Vec<Fold> = axis.folds().collect();
    // Whole years are folded.
    let is_open = |(year, month): &(u16, u8)| {
        let day = f64::from(day_of(*year, *month, 1));
        !folds.iter().any(|fold| (fold.from..fold.to).contains(&day))
    };
    let is_visible = |day: Day| (viewport.from..=viewport.to).contains(&f64::from(day));
    let (months, days): (u16, &[u8]) = match ticks.step {
        Step::Years(years) => (years.saturating_mul(12), &[1]),
        Step::Months(months) => (u16::from(months), &[1]),
        Step::Days(step) => (1, days_of_month(step)),
    };
    for (year, month) in Months::every(months, &viewport).filter(is_open) {
        for of_month in days {
            let day = day_of(year, month, *of_month);
            // The 29th to 31st of a month that has none is its last day, which was there before.
            let new = ticks.minor.last().is_none_or(|last| last.day < day);
            if !new || !is_visible(day) {
                continue;
            }
            let x = axis.x(f64::from(day));
            // The first behind a fold may be too near to the last before it.
            let is_apart = |last: &Tick| x - last.x > room - ROUNDING;
            if ticks.minor.last().is_none_or(is_apart) {
                ticks.minor.push(Tick { day, x });
            }
        }
    }

    let upper = match ticks.step {
        Step::Years(_) => return ticks,
        Step::Months(_) => 12,
        Step::Days(_) => 1,
    };
    for (year, month) in Months::every(upper, &viewport).filter(is_open) {
        let day = day_of(year, month, 1);
        let x0 = axis.x(f64::from(day)).max(0.0);
        if let Some(last) = ticks.upper.last_mut() {
            last.x1 = last.x1.min(x0);
        }
        if x0 < width {
            let fold = folds.iter().map(|fold| fold.x0).find(|x| *x > x0);
            let x1 = fold.map_or(width, |x| x.min(width));
            ticks.upper.push(Band { day, x0, x1 });
        }
    }
    ticks
}

/// On which days of a month there are ticks.
const fn days_of_month(step: u8) -> &'static [u8] {
    match step {
        14 => &[1, 15],
        7 => &[1, 8, 15, 22],
        _ => &[
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
            25, 26, 27, 28, 29, 30, 31,
        ],
    }
}

/// The months of which the number, counted from the year 0, is a multiple of something.
struct Months {
    next: u32,
    step: u32,
    last: u32,
}

impl Months {
    /// From the last one before a window, or the first of all, to the last one in it.
    fn every(step: u16, viewport: &Viewport) -> Self {
        let number = |day: f64| {
            // What lies outside time becomes its first or last day.
            let (year, month, _) = date_of(day as Day);
            u32::from(year) * 12 + u32::from(month) - 1
        };
        let step = u32::from(step).max(1);
        Self {
            next: (number(viewport.from) / step * step).max(12.max(step)),
            step,
            last: number(viewport.to),
        }
    }
}

impl Iterator for Months {
    type Item = (u16, u8);

    fn next(&mut self) -> Option<(u16, u8)> {
        let month = self.next;
        if month > self.last {
            return None;
        }
        self.next += self.step;
        let year = u16::try_from(month / 12).ok()?;
        let of_year = u8::try_from(month % 12 + 1).ok()?;
        Some((year, of_year))
    }
}
