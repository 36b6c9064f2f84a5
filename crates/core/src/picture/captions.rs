//! Captions: what a few squares are called in the picture.

use super::form::Form;
use super::label::Label;
use super::square::{SIDE, Square};
use crate::dataset::Bundle;

/// The most captions that a picture has.
const MOST: usize = 5;
/// How wide a letter is at most, and a wide character such as Han, in pixels of the picture.
const LETTER: f64 = 8.5;
const WIDE: f64 = 15.0;
/// How high letters are at most.
const LETTERS: f64 = 13.0;
/// How far the lines of two captions are apart.
const LINE: f64 = 20.0;
/// What a count needs, with the room behind it.
const COUNT: f64 = 26.0;
/// How far a caption stays from the squares and counts below it.
const ABOVE: f64 = 26.0;

/// What stands at a square.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The place of its square among the picture's.
    pub square: usize,
    /// What it says.
    pub text: String,
    /// Where its base line begins or, if `ends`, where it ends.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// Whether it ends at `x`.
    pub ends: bool,
    /// From where to where a line leads down to the square's column, if one does.
    pub leader: Option<(f64, f64)>,
}

impl Caption {
    /// From where to where it reaches at most.
    pub fn reach(&self) -> (f64, f64) {
        let width = width(&self.text);
        if self.ends {
            (self.x - width, self.x)
        } else {
            (self.x, self.x + width)
        }
    }
}

/// The captions of a picture: of the records that have one, those with most sources, no two of one column, and none that
/// the line of another would cross.
pub(super) fn captions(
    bundle: &Bundle,
    form: Form,
    squares: &[Square],
    labels: &[Label],
    width: f64,
) -> Vec<Caption> {
    let mut marked: Vec<(usize, &Square, &str)> = squares
        .iter()
        .enumerate()
        .filter_map(|(place, square)| {
            let caption = bundle.cards[square.card].landmark.as_deref()?;
            Some((place, square, caption))
        })
        .collect();
    marked.sort_by_key(|(_, square, _)| std::cmp::Reverse(bundle.cards[square.card].sources));
    let mut captions: Vec<Caption> = Vec::new();
    for (place, square, text) in marked {
        let column = |caption: &Caption| squares[caption.square].column;
        let is_new = captions.iter().all(|other| column(other) != square.column);
        if captions.len() == MOST || !is_new {
            continue;
        }
        match form {
            Form::Standing => {
                let mut more = captions.clone();
                more.push(above(place, square, text, labels));
                stack(&mut more);
                if !crosses(&more, squares) {
                    captions = more;
                }
            }
            Form::Lying => {
                let label = &labels[square.column];
                captions.extend(beside(place, square, text, squares, label, width));
            }
        }
    }
    captions
}

/// Lifts captions above those to their left that they would touch.
fn stack(captions: &mut [Caption]) {
    captions.sort_by(|a, b| a.x.total_cmp(&b.x));
    for at in 0..captions.len() {
        let (before, rest) = captions.split_at_mut(at);
        raise(&mut rest[0], before);
    }
}

/// Whether the line of one caption crosses the words of another.
fn crosses(captions: &[Caption], squares: &[Square]) -> bool {
    captions.iter().any(|caption| {
        let Some((from, to)) = caption.leader else {
            return false;
        };
        let x = squares[caption.square].x + SIDE / 2.0;
        captions.iter().any(|other| {
            let (left, right) = other.reach();
            let is_over = left - SIDE < x && x < right + SIDE;
            other != caption && is_over && other.y > from && other.y - LETTERS < to
        })
    })
}

/// A caption over the column of its square, clear of the columns that it passes.
fn above(place: usize, square: &Square, text: &str, labels: &[Label]) -> Caption {
    let x = square.x + SIDE / 2.0;
    let mut caption = Caption {
        square: place,
        text: text.to_owned(),
        x,
        y: 0.0,
        ends: x > width(text),
        leader: None,
    };
    let (from, to) = caption.reach();
    let passed = labels
        .iter()
        .filter(|label| label.to > from && label.from < to);
    caption.y = passed.map(|label| label.top).fold(f64::INFINITY, f64::min) - ABOVE;
    caption.leader = Some((caption.y + 5.0, labels[square.column].top - LINE + 2.0));
    caption
}

/// Lifts a caption above those before it that it would touch.
fn raise(caption: &mut Caption, before: &[Caption]) {
    let (from, to) = caption.reach();
    let mut others: Vec<&Caption> = before
        .iter()
        .filter(|other| {
            let (left, right) = other.reach();
            left < to + SIDE && right + SIDE > from
        })
        .collect();
    others.sort_by(|a, b| b.y.total_cmp(&a.y));
    for other in others {
        if (caption.y - other.y).abs() < LINE || caption.y > other.y {
            caption.y = other.y - LINE;
        }
    }
    caption.leader = caption.leader.map(|(_, end)| (caption.y + 5.0, end));
}

/// A caption behind the last square of its column, or behind the count that stands there, if it fits.
fn beside(
    place: usize,
    square: &Square,
    text: &str,
    squares: &[Square],
    label: &Label,
    width: f64,
) -> Option<Caption> {
    let column = squares.iter().filter(|other| other.column == square.column);
    let last = column.max_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)))?;
    let is_one_row = last.y <= label.top;
    let (x, below) = if is_one_row {
        (label.count_at(Form::Lying).0 + COUNT, 0.0)
    } else {
        // Clear of the squares above, which go further to the right.
        (last.x + 2.0 * SIDE, 4.0)
    };
    let caption = Caption {
        square: place,
        text: text.to_owned(),
        x,
        y: last.y + SIDE + below,
        ends: false,
        leader: None,
    };
    (caption.reach().1 <= width).then_some(caption)
}

/// How wide a text is at most.
fn width(text: &str) -> f64 {
    text.chars()
        .map(|c| if c < '\u{2e80}' { LETTER } else { WIDE })
        .sum()
}
