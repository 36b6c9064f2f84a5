//! Rows of a lane, filled from the top.

/// How many rows a lane has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaneRows {
    /// All its rows; 0 where nothing is in the lane.
    pub rows: u16,
    /// The row of the clusters, the last one, where there are any.
    pub clusters: Option<u16>,
}

/// The rows of a lane while they are filled, in order of time.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    rows: Vec<Row>,
    most: usize,
    /// Before this pixel none can be had.
    soonest: f64,
}

/// A row, as its last mark leaves it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// The mark, by its number among all. Later ones begin later.
    pub mark: usize,
    /// From which pixel on the row is free.
    pub free: f64,
    /// From which pixel on the mark gives up its row to another, at the latest where the row is free.
    pub yields: f64,
}

/// A row that was taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    pub row: u16,
    /// The mark that gave it up, if one had to.
    pub from: Option<usize>,
}

impl Rows {
    pub fn new(most: usize) -> Self {
        Self {
            rows: Vec::new(),
            most,
            soonest: f64::NEG_INFINITY,
        }
    }

    /// How many rows are used.
    pub fn used(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// Takes a row for a mark that begins at a pixel, not before the one that took one last: the first that is free
    /// there; else a new one; else that of the mark that began first of those that give up theirs.
    pub fn take(&mut self, x: f64, mark: Row) -> Option<Taken> {
        if x < self.soonest {
            return None;
        }
        if let Some(row) = self.rows.iter().position(|row| row.free <= x) {
            return self.put(row, mark, None);
        }
        if self.rows.len() < self.most {
            self.rows.push(mark);
            return self.put(self.rows.len() - 1, mark, None);
        }
        let mut oldest: Option<(usize, usize)> = None;
        // Remembered, so that a crowd is turned away without looking at each row for each of it.
        self.soonest = f64::INFINITY;
        for (place, row) in self.rows.iter().enumerate() {
            self.soonest = self.soonest.min(row.yields);
            if row.yields <= x && oldest.is_none_or(|(_, mark)| row.mark < mark) {
                oldest = Some((place, row.mark));
            }
        }
        let (row, from) = oldest?;
        self.put(row, mark, Some(from))
    }

    fn put(&mut self, row: usize, mark: Row, from: Option<usize>) -> Option<Taken> {
        self.rows[row] = mark;
        let row = u16::try_from(row).ok()?;
        Some(Taken { row, from })
    }
}
