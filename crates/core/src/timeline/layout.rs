//! Which record is drawn in which row at a zoom, and which ones are gathered in clusters.

use super::cluster::Cells;
use super::lanes::{LaneRows, Row, Rows};
use super::quota::Quota;
use super::spans::Timeline;
use super::zoom::{Placed, Zoom};

/// The most marks and clusters that a window has, whatever the data.
///
/// Of the 216 marks as many may begin before the window as there are rows, of which there are 120 at most; the
/// quota sees to it that the others begin within it. Cells are made so wide that there are at most 176
/// of them, each with a cluster or a point.
pub const MOST_ELEMENTS: usize = MOST_MARKS + MOST_CELLS;

const MOST_MARKS: usize = 216;
const MOST_CELLS: usize = 176;

/// The most rows of all lanes together, as many as [`MOST_LANES`](super::MOST_LANES) need.
const MOST_ROWS: usize = 120;

/// How many rows a lane may have however many lanes there are.
const ROWS_OF_LANE: usize = 3;

/// How far marks of a row are apart at least, in pixels.
const GAP: f64 = 4.0;

/// What a layout is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// How many rows of marks all lanes together have at most. Each lane has its part of them, and three at least; all
    /// together never have more than 120.
    pub most_rows: usize,
    /// How wide the windows are, in pixels, from 320 to 8192. What is longer is drawn as a head.
    pub window_px: f64,
}

/// All of time at one zoom.
#[derive(Clone, Debug)]
pub struct Layout {
    pub(super) timeline: Timeline,
    pub(super) zoom: Zoom,
    /// In order of time.
    pub(super) placed: Vec<Placed>,
    pub(super) cells: Cells,
    /// How many pixels the widest mark takes.
    pub(super) widest: f64,
    rows: Vec<LaneRows>,
}

impl Layout {
    /// Lays out all spans at a zoom, the earlier ones first. Each takes the first row of its lane that is free there.
    /// Where none is, a bar that has been seen for a while becomes a head and gives up its row, the earliest first; where
    /// none has, the span goes into a cluster.
    pub fn new(timeline: &Timeline, pixels_per_day: f64, options: Options) -> Self {
        let zoom = Zoom::new(pixels_per_day, options.window_px);
        let lanes = timeline.lanes();
        let rows_of_lane = (options.most_rows.min(MOST_ROWS) / lanes).max(ROWS_OF_LANE);
        let mut rows = vec![Rows::new(rows_of_lane); lanes];
        let begin = MOST_MARKS - rows_of_lane * lanes;
        let mut quota = Quota::new(timeline, zoom, begin);

        let mut placed: Vec<Placed> = Vec::new();
        let mut others = Vec::new();
        let mut widest: f64 = 0.0;
        for (place, span) in (0..).zip(timeline.spans.iter()) {
            let lane = usize::from(span.lane);
            let room = zoom.room(span);
            let mark = Row {
                mark: placed.len(),
                free: room.until + GAP,
                yields: room.until.min(zoom.head(span)) + GAP,
            };
            let taken = if quota.allows(lane, room.x0) {
                rows[lane].take(room.x0, mark)
            } else {
                None
            };
            let Some(taken) = taken else {
                others.push(place);
                continue;
            };
            quota.count(lane, room.x0);
            if let Some(from) = taken.from {
                placed[from].until = room.x0 - GAP;
            }
            widest = widest.max(room.until - room.x0);
            placed.push(Placed {
                place,
                row: taken.row,
                until: room.until,
            });
        }

        let cells = Cells::new(timeline, &others, zoom, MOST_CELLS);
        let lane_rows = |(lane, rows): (usize, &Rows)| {
            let used = rows.used();
            let clusters = (!cells.is_empty(lane)).then_some(used);
            LaneRows {
                rows: used + u16::from(clusters.is_some()),
                clusters,
            }
        };
        let rows = rows.iter().enumerate().map(lane_rows).collect();
        Self {
            timeline: timeline.clone(),
            zoom,
            placed,
            cells,
            widest,
            rows,
        }
    }

    /// How many rows each lane has.
    pub fn lanes(&self) -> &[LaneRows] {
        &self.rows
    }

    /// The spans that are laid out.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How many pixels a day is wide.
    pub fn pixels_per_day(&self) -> f64 {
        self.zoom.pixels_per_day
    }
}
