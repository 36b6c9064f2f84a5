//! The bar of an initiative, as an outline.

use std::fmt::Write;

use super::axis::Axis;
use super::day::Day;
use super::life::{Life, Tail};

/// The least width of a bar, in pixels: what lasted a day is seen as well.
const LEAST_PX: f64 = 3.0;

/// How wide the gap of a milestone is, in pixels.
const NOTCH_PX: f64 = 1.5;

/// How far beyond the edges of the window bars are drawn, in pixels.
const BEYOND_PX: f64 = 16.0;

/// Coordinates of paths are whole tenths of a pixel.
pub const PATH_SCALE: f64 = 10.0;

/// A bar on an axis: where it begins, is full, tapers off and ends, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it may have begun.
    pub x0: f64,
    /// From where on it had surely begun.
    pub full: f64,
    /// Until where it surely went on.
    pub taper: f64,
    /// Where all that is known of it ends.
    pub x1: f64,
    /// Whether it ended there: then its end is round.
    pub is_round: bool,
    /// Where the hairline after it ends, if it is said to go on.
    pub hairline: Option<f64>,
}

impl Bar {
    /// The bar of a life on an axis.
    pub fn new(life: &Life, axis: &Axis, today: Day) -> Self {
        let x = |day: Day| axis.x(f64::from(day));
        let is_exact = |days: &std::ops::Range<Day>| days.end - days.start <= 1;
        let (x0, known) = (x(life.begin.start), x(life.known.end));
        let x1 = known.max(x0 + LEAST_PX);
        let full = if is_exact(&life.begin) {
            x0
        } else {
            x(life.begin.end)
        };
        let is_sharp = is_exact(&life.known) && life.tail != Tail::EndedSometime;
        let taper = if is_sharp { x1 } else { x(life.known.start) };
        // What began and ended within one coarse date is full in the middle of it.
        let (full, taper) = if full <= taper {
            (full.min(x1), taper.min(x1))
        } else {
            let middle = f64::midpoint(full, taper).clamp(x0, x1);
            (middle, middle)
        };
        let end = x(life.end(today));
        Self {
            x0,
            full,
            taper: taper.max(full),
            x1,
            is_round: life.tail == Tail::Ended && is_sharp,
            hairline: (life.tail == Tail::GoesOn && end > x1).then_some(end),
        }
    }

    /// Where it ends with its hairline.
    pub fn end(&self) -> f64 {
        self.hairline.unwrap_or(self.x1)
    }

    /// Which part of its full thickness it has at a pixel within it.
    fn thickness(&self, x: f64) -> f64 {
        let up = if x < self.full {
            (x - self.x0) / (self.full - self.x0)
        } else {
            1.0
        };
        let down = if x > self.taper {
            (self.x1 - x) / (self.x1 - self.taper)
        } else {
            1.0
        };
        up.min(down).clamp(0.0, 1.0)
    }

    /// Its outline as the `d` of a path in tenths of a pixel, about a middle line, so many pixels thick; milestones are
    /// gaps in it. Empty where it is out of sight.
    pub fn outline(&self, life: &Life, axis: &Axis, middle: f64, thickness: f64) -> String {
        let half = thickness / 2.0;
        let (from, to) = (self.x0.max(-BEYOND_PX), self.x1.min(axis.width + BEYOND_PX));
        let mut path = String::new();
        let mut begin = from;
        for day in &life.milestones {
            let x = axis.x(f64::from(*day) + 0.5);
            let notch = (x - NOTCH_PX / 2.0, x + NOTCH_PX / 2.0);
            // A notch at an end would only make the bar shorter.
            if notch.0 > begin + NOTCH_PX && notch.1 < to - NOTCH_PX {
                self.piece(&mut path, begin, notch.0, middle, half, false);
                begin = notch.1;
            }
        }
        if begin < to {
            let is_round = self.is_round && to >= self.x1;
            self.piece(&mut path, begin, to, middle, half, is_round);
        }
        path
    }

    /// A piece of the outline: along its upper edge, and back along the lower one.
    fn piece(&self, path: &mut String, from: f64, to: f64, middle: f64, half: f64, round: bool) {
        // The round end is half an ellipse, where the bar is shorter or thinner than half a circle is.
        let along = if round { half.min(to - from) } else { 0.0 };
        let to = to - along;
        let inner = [self.full, self.taper];
        let mut xs = vec![from];
        xs.extend(inner.into_iter().filter(|x| from < *x && *x < to));
        xs.push(to);
        xs.dedup();
        let mut command = 'M';
        for x in &xs {
            point(path, command, *x, middle - half * self.thickness(*x));
            command = 'L';
        }
        if round {
            let across = half * self.thickness(to);
            let radii = (tenths(along), tenths(across));
            let _ = write!(
                path,
                "a{} {} 0 0 1 0 {}",
                radii.0,
                radii.1,
                tenths(2.0 * across)
            );
        }
        for x in xs.iter().rev() {
            point(path, 'L', *x, middle + half * self.thickness(*x));
        }
        path.push('z');
    }

    /// The hairline as a path in tenths of a pixel; nothing where there is none in sight.
    pub fn line(&self, axis: &Axis, middle: f64, path: &mut String) {
        let Some(end) = self.hairline else { return };
        let from = self.taper.max(-BEYOND_PX);
        let to = end.min(axis.width + BEYOND_PX);
        if from < to {
            point(path, 'M', from, middle);
            let _ = write!(path, "H{}", tenths(to));
        }
    }
}

/// The plans of a life as small diamonds, as a path in tenths of a pixel.
pub fn plans(life: &Life, axis: &Axis, middle: f64, size: f64, path: &mut String) {
    for day in &life.planned {
        let x = axis.x(f64::from(*day) + 0.5);
        if (-BEYOND_PX..axis.width + BEYOND_PX).contains(&x) {
            let side = tenths(size / 2.0);
            point(path, 'M', x - size / 2.0, middle);
            let _ = write!(path, "l{side} -{side} {side} {side} -{side} {side}z");
        }
    }
}

fn point(path: &mut String, command: char, x: f64, y: f64) {
    let _ = write!(path, "{command}{} {}", tenths(x), tenths(y));
}

fn tenths(pixels: f64) -> i32 {
    (pixels * PATH_SCALE).round() as i32
}
