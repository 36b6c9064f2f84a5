//! Where the squares stand.

use super::captions::{Caption, captions};
use super::columns::{Column, columns, theme};
use super::form::Form;
use super::label::{BEFORE, Label};
use super::square::{SIDE, Square};
use crate::dataset::Bundle;

/// The most records that are drawn as squares; more are no picture any more.
pub const MOST_SQUARES: usize = 2_000;

/// From one square to the next.
const CELL: f64 = 10.0;
/// Between two columns.
const GAP: f64 = 12.0;
/// The least squares side by side in a column.
const LEAST_ACROSS: usize = 5;
/// About how many times as high as it is wide the highest column may be.
const STEEPNESS: f64 = 2.6;
/// For the years under standing columns, and the counts over them.
const YEARS: f64 = 22.0;
const COUNTS: f64 = 18.0;
/// How long lying columns are, in squares, and what their counts need.
const ALONG: usize = 22;
const AFTER: f64 = 32.0;

/// The picture of a bundle. All is in pixels of its own, from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Which way the columns go.
    pub form: Form,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// In order of the columns, within each by theme.
    pub squares: Vec<Square>,
    /// One for each column, in order of time.
    pub labels: Vec<Label>,
    /// From left to right.
    pub captions: Vec<Caption>,
}

impl Picture {
    /// The picture of a bundle; `None` without records, and with more than [`MOST_SQUARES`].
    pub fn new(bundle: &Bundle, form: Form) -> Option<Self> {
        if bundle.cards.is_empty() || bundle.cards.len() > MOST_SQUARES {
            return None;
        }
        let columns = columns(bundle);
        let (squares, labels, width) = match form {
            Form::Standing => standing(bundle, &columns),
            Form::Lying => lying(bundle, &columns),
        };
        let captions = captions(bundle, form, &squares, &labels, width);
        let mut picture = Self {
            form,
            width,
            height: 0.0,
            squares,
            labels,
            captions,
        };
        picture.fit();
        Some(picture)
    }

    /// The place of the square nearest to a point, if one is within a distance.
    pub fn nearest(&self, x: f64, y: f64, within: f64) -> Option<usize> {
        let half = SIDE / 2.0;
        let distance = |square: &Square| (square.x + half - x).hypot(square.y + half - y);
        let squares = self.squares.iter().map(distance).enumerate();
        let (place, distance) = squares.min_by(|a, b| a.1.total_cmp(&b.1))?;
        (distance <= within).then_some(place)
    }

    /// Moves everything down so far that the highest caption is in the picture, and makes that as high as it has to be.
    fn fit(&mut self) {
        let counts = match self.form {
            Form::Standing => COUNTS,
            Form::Lying => 0.0,
        };
        let tops = self.labels.iter().map(|label| label.top - counts);
        let tops = tops.chain(self.captions.iter().map(|caption| caption.y - 16.0));
        let top = tops.fold(f64::INFINITY, f64::min);
        for square in &mut self.squares {
            square.y -= top;
        }
        for label in &mut self.labels {
            label.top -= top;
            label.bottom -= top;
        }
        for caption in &mut self.captions {
            caption.y -= top;
            caption.leader = caption.leader.map(|(from, to)| (from - top, to - top));
        }
        let bottoms = self.labels.iter().map(|label| label.bottom);
        let years = match self.form {
            Form::Standing => YEARS,
            Form::Lying => 0.0,
        };
        self.height = bottoms.fold(0.0, f64::max) + years;
    }
}

type Laid = (Vec<Square>, Vec<Label>, f64);

/// Columns side by side, each upwards from 0.
fn standing(bundle: &Bundle, columns: &[Column]) -> Laid {
    let most = columns.iter().map(|column| column.cards.len()).max();
    let across = (most.unwrap_or(0) as f64 / STEEPNESS).sqrt().ceil() as usize;
    let across = across.max(LEAST_ACROSS);
    let (mut squares, mut labels, mut x) = (Vec::new(), Vec::new(), 0.0);
    for (number, column) in columns.iter().enumerate() {
        // A fold has many years, and a name twice as long.
        let across = if column.first < column.last {
            2 * across
        } else {
            across
        };
        let place = |k: usize| {
            let (column, row) = ((k % across) as f64, (k / across) as f64);
            (x + column * CELL, -(row + 1.0) * CELL)
        };
        squares.extend(squares_of(bundle, column, number, place));
        let rows = column.cards.len().div_ceil(across) as f64;
        let to = x + across as f64 * CELL - (CELL - SIDE);
        labels.push(label(column, (x, to), (-rows * CELL, 0.0)));
        x = to + GAP;
    }
    (squares, labels, x - GAP)
}

/// Columns one below the other, each to the right.
fn lying(bundle: &Bundle, columns: &[Column]) -> Laid {
    let (mut squares, mut labels, mut y) = (Vec::new(), Vec::new(), 0.0);
    let width = BEFORE + ALONG as f64 * CELL + AFTER;
    for (number, column) in columns.iter().enumerate() {
        let place = |k: usize| {
            let (at, row) = ((k % ALONG) as f64, (k / ALONG) as f64);
            (BEFORE + at * CELL, y + row * CELL)
        };
        squares.extend(squares_of(bundle, column, number, place));
        let rows = column.cards.len().div_ceil(ALONG).max(1) as f64;
        let along = column.cards.len().min(ALONG) as f64 * CELL;
        let bottom = y + rows * CELL - (CELL - SIDE);
        labels.push(label(column, (BEFORE, BEFORE + along), (y, bottom)));
        y = bottom + GAP;
    }
    (squares, labels, width)
}

fn squares_of(
    bundle: &Bundle,
    column: &Column,
    number: usize,
    place: impl Fn(usize) -> (f64, f64),
) -> impl Iterator<Item = Square> {
    column.cards.iter().enumerate().map(move |(k, card)| {
        let (x, y) = place(k);
        let known = &bundle.cards[*card];
        let status = bundle.vocabulary.status(&known.status);
        Square {
            card: *card,
            theme: theme(bundle, known),
            hollow: status.is_some_and(|status| !status.ongoing),
            column: number,
            x,
            y,
        }
    })
}

const fn label(column: &Column, (from, to): (f64, f64), (top, bottom): (f64, f64)) -> Label {
    Label {
        first: column.first,
        last: column.last,
        count: column.cards.len(),
        from,
        to,
        top,
        bottom,
    }
}
