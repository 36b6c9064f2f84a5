//! The years of a column and its count.

use super::form::Form;
use super::square::SIDE;

/// For the years before lying columns.
pub(super) const BEFORE: f64 = 88.0;

/// What stands at a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The column's first year.
    pub first: u16,
    /// Its last year.
    pub last: u16,
    /// How many records it has.
    pub count: usize,
    /// Its left edge.
    pub from: f64,
    /// Its right edge.
    pub to: f64,
    /// The upper edge of its squares.
    pub top: f64,
    /// The lower edge of its squares.
    pub bottom: f64,
}

impl Label {
    /// Where the count stands, on its base line: over standing columns by its middle, behind the first row of lying ones by
    /// its beginning.
    pub fn count_at(&self, form: Form) -> (f64, f64) {
        match form {
            Form::Standing => (f64::midpoint(self.from, self.to), self.top - 5.0),
            Form::Lying => (self.to + 6.0, self.top + SIDE),
        }
    }

    /// Where the years stand, on their base line: under standing columns by their middle, before lying ones by their end.
    pub fn years_at(&self, form: Form) -> (f64, f64) {
        match form {
            Form::Standing => (f64::midpoint(self.from, self.to), self.bottom + 16.0),
            Form::Lying => (BEFORE - 10.0, self.top + SIDE),
        }
    }
}
