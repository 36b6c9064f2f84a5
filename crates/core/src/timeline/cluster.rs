//! Cells of the clusters: what found no row, gathered by where it begins.

use super::spans::Timeline;
use super::zoom::Zoom;

/// How wide a cell is at least, in pixels.
pub(super) const CELL_PX: f64 = 56.0;

/// The cells of a layout.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    /// How wide each is, in pixels.
    pub px: f64,
    lanes: Vec<LaneCells>,
}

/// The cells of a lane.
#[derive(Clone, Debug, Default)]
struct LaneCells {
    /// Which cells there are, from day 0, each with where its spans begin among the lane's.
    cells: Vec<(f64, usize)>,
    /// Places of spans, in order of time.
    places: Vec<u32>,
    /// At which pixel the last cell ends.
    end: f64,
}

/// A cell with the places of its spans.
pub(super) struct Cell<'a> {
    /// Its left edge in pixels from day 0.
    pub left: f64,
    pub places: &'a [u32],
}

impl Cells {
    /// Gathers spans, given by their places in order of time, into cells so wide that no window has more than so many.
    pub fn new(timeline: &Timeline, places: &[u32], zoom: Zoom, budget: usize) -> Self {
        let mut px = CELL_PX;
        let mut lanes = vec![LaneCells::default(); timeline.lanes()];
        for place in places {
            let span = &timeline.spans[*place as usize];
            lanes[usize::from(span.lane)].push(*place, zoom.x(span), px);
        }
        let fullest = |lanes: &[LaneCells], px: f64| {
            let long = (zoom.window_px / px).ceil();
            lanes.iter().map(|lane| lane.fullest(long)).sum::<usize>()
        };
        // Cells two windows wide are enough for any budget that allows two for each lane.
        while px < 2.0 * zoom.window_px && fullest(&lanes, px) > budget {
            px *= 2.0;
            for lane in &mut lanes {
                lane.widen();
            }
        }
        Self { px, lanes }
    }

    /// Whether a lane has none.
    pub fn is_empty(&self, lane: usize) -> bool {
        self.lanes[lane].cells.is_empty()
    }

    /// The cells of a lane that lie between two pixels from day 0.
    pub fn between(&self, lane: usize, left: f64, right: f64) -> impl Iterator<Item = Cell<'_>> {
        let px = self.px;
        let (cells, places) = match self.lanes.get(lane) {
            Some(lane) => (&lane.cells[..], &lane.places[..]),
            None => (&[][..], &[][..]),
        };
        let first = cells.partition_point(|(cell, _)| (cell + 1.0) * px <= left);
        let end = cells.partition_point(|(cell, _)| cell * px < right);
        (first..end).map(move |at| {
            let (cell, from) = cells[at];
            let to = cells.get(at + 1).map_or(places.len(), |(_, to)| *to);
            Cell {
                left: cell * px,
                places: &places[from..to],
            }
        })
    }
}

impl LaneCells {
    /// Adds a span that begins at a pixel, not before the one that was added last.
    fn push(&mut self, place: u32, x: f64, px: f64) {
        if self.cells.is_empty() || x >= self.end {
            let cell = (x / px).floor();
            self.end = (cell + 1.0) * px;
            self.cells.push((cell, self.places.len()));
        }
        self.places.push(place);
    }

    /// Makes the cells twice as wide.
    fn widen(&mut self) {
        let mut wide: Vec<(f64, usize)> = Vec::new();
        for (cell, from) in &self.cells {
            let cell = (cell / 2.0).floor();
            if wide.last().is_none_or(|(last, _)| *last != cell) {
                wide.push((cell, *from));
            }
        }
        self.cells = wide;
    }

    /// How many cells the fullest window has that is as long as so many: it lies in one more.
    fn fullest(&self, long: f64) -> usize {
        let (mut fullest, mut first) = (0, 0);
        for (at, (cell, _)) in self.cells.iter().enumerate() {
            while self.cells[first].0 < cell - long {
                first += 1;
            }
            fullest = fullest.max(at + 1 - first);
        }
        fullest
    }
}
