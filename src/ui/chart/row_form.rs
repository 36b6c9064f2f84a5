//! How high rows are, and what has room in them.

use crate::timeline::Heights;

/// Narrower than this, in pixels, the chart has rows for fingers, with a name above each bar.
const NARROW_PX: f64 = 560.0;

/// How much of the width of the chart a line of a name takes at most.
const NAME_SHARE: f64 = 0.85;

/// How the rows of the chart are drawn. All lengths are in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowForm {
    /// The head of a lane.
    head: f64,
    /// A row with one line of a name, or none.
    pub row: f64,
    /// A bar.
    pub thickness: f64,
    /// What lies below a bar within its row, where its name is above.
    below: f64,
    /// A line of a name.
    pub line: f64,
    /// Whether names stand above their bars, in their rows, else beside them.
    pub is_above: bool,
}

const THIN: RowForm = RowForm {
    head: 34.0,
    row: 6.0,
    thickness: 4.0,
    below: 0.0,
    line: 13.0,
    is_above: false,
};

const MEDIUM: RowForm = RowForm {
    row: 14.0,
    thickness: 6.0,
    ..THIN
};

const TALL: RowForm = RowForm {
    row: 28.0,
    thickness: 6.0,
    below: 5.0,
    line: 15.0,
    is_above: true,
    ..THIN
};

const NARROW: RowForm = RowForm {
    head: 48.0,
    row: 44.0,
    thickness: 8.0,
    below: 14.0,
    ..TALL
};

impl RowForm {
    /// The form that the address asks for, where the chart is wide enough for a choice.
    pub fn of(height: Option<&str>, width: f64) -> Self {
        match height {
            _ if width < NARROW_PX => NARROW,
            Some("tall") => TALL,
            Some(_) => MEDIUM,
            None => THIN,
        }
    }

    /// How high heads and rows are.
    pub fn heights(&self) -> Heights {
        Heights {
            head: self.head,
            row: self.row,
            line: self.line,
        }
    }

    /// Where the middle of a bar lies within a row that is so high.
    pub fn middle(&self, height: f64) -> f64 {
        if self.is_above {
            height - self.below - self.thickness / 2.0
        } else {
            height / 2.0
        }
    }

    /// How wide a line of a name may be in a chart of this width: where names stand above bars, what lies before today in
    /// most windows, since none may cross it.
    pub fn name_room(&self, width: f64) -> f64 {
        if self.is_above {
            width * NAME_SHARE
        } else {
            f64::INFINITY
        }
    }

    /// Where a name begins within a row that is so high: right above its bar, or beside it.
    pub fn name_top(&self, height: f64) -> f64 {
        if self.is_above {
            self.row - self.below - self.thickness - self.line - 1.0
        } else {
            (height - self.line).max(-1.0) / 2.0
        }
    }
}
