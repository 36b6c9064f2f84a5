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
    /// From which pixel on each row is free.
    free: Vec<f64>,
    most: usize,
    /// Before this pixel none is.
    soonest: f64,
}

impl Rows {
    pub fn new(most: usize) -> Self {
        Self {
            free: Vec::new(),
            most,
            soonest: f64::NEG_INFINITY,
        }
    }

    /// How many rows are used.
    pub fn used(&self) -> u16 {
        u16::try_from(self.free.len()).unwrap_or(u16::MAX)
    }

    /// Takes the first row that is free from one pixel to another, where there is one. What is asked for never lies
    /// left of what was asked for before.
    pub fn take(&mut self, from: f64, to: f64) -> Option<u16> {
        if from < self.soonest {
            return None;
        }
        let row = match self.free.iter().position(|free| *free <= from) {
            Some(row) => row,
            None if self.free.len() < self.most => {
                self.free.push(to);
                self.free.len() - 1
            }
            None => {
                // Remembered, so that a crowd is turned away without looking at each row for each of it.
                self.soonest = self.free.iter().copied().fold(f64::INFINITY, f64::min);
                return None;
            }
        };
        self.free[row] = to;
        u16::try_from(row).ok()
    }
}
