//! Cells of the clusters: what found no row, gathered by where it begins.

use super::layout::Zoom;
use super::spans::Timeline;

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
        let span = |place: u32| &timeline.spans[place as usize];
        let cell = |place: u32, px: f64| (zoom.x(span(place)) / px).floor();
        let window_px = zoom.window_px;

        let mut px = CELL_PX;
        let mut last = vec![f64::NAN; timeline.lanes()];
        let mut cells: Vec<(f64, u16)> = Vec::new();
        for place in places {
            let (cell, lane) = (cell(*place, px), span(*place).lane);
            if last[usize::from(lane)] != cell {
                last[usize::from(lane)] = cell;
                cells.push((cell, lane));
            }
        }
        // Cells two windows wide are enough for any budget that allows two for each lane.
        while px < 2.0 * window_px && fullest(&cells, (window_px / px).ceil()) > budget {
            px *= 2.0;
            cells = merged(&cells, timeline.lanes());
        }

        let mut lanes = vec![LaneCells::default(); timeline.lanes()];
        for place in places {
            let lane = &mut lanes[usize::from(span(*place).lane)];
            let cell = cell(*place, px);
            if lane.cells.last().is_none_or(|(last, _)| *last != cell) {
                lane.cells.push((cell, lane.places.len()));
            }
            lane.places.push(*place);
        }
        Self { px, lanes }
    }

    /// Whether a lane has none.
    pub fn is_empty(&self, lane: usize) -> bool {
        self.lanes[lane].cells.is_empty()
    }

    /// The cells of a lane that lie between two pixels from day 0.
    pub fn between(&self, lane: usize, left: f64, right: f64) -> impl Iterator<Item = Cell<'_>> {
        let LaneCells { cells, places } = &self.lanes[lane];
        let px = self.px;
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

/// Cells of twice the width.
fn merged(cells: &[(f64, u16)], lanes: usize) -> Vec<(f64, u16)> {
    let mut last = vec![f64::NAN; lanes];
    let mut wide = Vec::new();
    for (cell, lane) in cells {
        let cell = (cell / 2.0).floor();
        let last = &mut last[usize::from(*lane)];
        if *last != cell {
            *last = cell;
            wide.push((cell, *lane));
        }
    }
    wide
}

/// How many cells the fullest window has that is as long as so many: it lies in one more.
fn fullest(cells: &[(f64, u16)], long: f64) -> usize {
    let (mut fullest, mut first) = (0, 0);
    for (at, (cell, _)) in cells.iter().enumerate() {
        while cells[first].0 < cell - long {
            first += 1;
        }
        fullest = fullest.max(at + 1 - first);
    }
    fullest
}
