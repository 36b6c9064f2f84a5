//! Where rows lie: lanes one below the other, each with its head and, below it, a row for each of its entries.

use std::ops::Range;

use super::entries::{MOST_ROWS, Timeline};
use super::viewport::{LEAST_DAYS, Viewport};

/// What lies between a lane and the next head, in pixels.
const GAP_PX: f64 = 12.0;

/// How high the density of a lane is drawn, in pixels.
pub const DENSITY_PX: f64 = 64.0;

/// How high things are, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Heights {
    /// The head of a lane.
    pub head: f64,
    /// A row with one line of a name, or none.
    pub row: f64,
    /// How much a row grows with each further line.
    pub line: f64,
}

/// Rows of lanes, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    lanes: Vec<LanePlace>,
    /// The place in the timeline of each row's entry.
    rows: Vec<usize>,
    /// Where each row begins.
    tops: Vec<f64>,
    heights: Vec<f64>,
    /// How high all of it is, in pixels.
    pub height: f64,
}

/// Where a lane lies.
#[derive(Clone, Debug, PartialEq)]
pub struct LanePlace {
    /// Where its head begins, in pixels.
    pub top: f64,
    /// Where its rows begin.
    pub body: f64,
    /// Where they end.
    pub bottom: f64,
    /// Its rows.
    pub rows: Range<usize>,
    /// Whether its density is drawn in place of rows.
    pub is_dense: bool,
}

impl Sheet {
    /// The sheet of a timeline.
    ///
    /// Up to [`MOST_ROWS`] entries all have a row, whatever the window, so that rows stay with them. Beyond, those have one
    /// that begin in the window; where these are more than that, and the window can be narrower yet, there is the density
    /// of each lane instead. `is_closed` tells which lanes are folded to their heads; `lines` how many lines the name of
    /// an entry, by its place, takes above its bar.
    pub fn new(
        timeline: &Timeline,
        viewport: &Viewport,
        heights: &Heights,
        is_closed: impl Fn(usize) -> bool,
        lines: impl Fn(usize) -> usize,
    ) -> Self {
        let places: Vec<Range<usize>> = if timeline.entries().len() <= MOST_ROWS {
            (0..timeline.lanes())
                .map(|lane| timeline.lane(lane))
                .collect()
        } else {
            timeline.beginning_in(viewport)
        };
        let count: usize = places.iter().map(Range::len).sum();
        let is_dense = count > MOST_ROWS && viewport.days() > LEAST_DAYS + 1.0;
        let mut sheet = Self::default();
        for (lane, places) in places.into_iter().enumerate() {
            let (top, first) = (sheet.height, sheet.rows.len());
            if timeline.lane(lane).is_empty() {
                sheet.push_lane(top, top, first, false);
                continue;
            }
            let body = top + heights.head;
            sheet.height = body;
            if is_closed(lane) {
                sheet.push_lane(top, body, first, false);
                continue;
            }
            if is_dense {
                sheet.height += DENSITY_PX;
            } else {
                for place in places {
                    sheet.rows.push(place);
                    sheet.tops.push(sheet.height);
                    let more = lines(place).saturating_sub(1);
                    let height = heights.row + heights.line * more as f64;
                    sheet.heights.push(height);
                    sheet.height += height;
                }
            }
            sheet.height += GAP_PX;
            sheet.push_lane(top, body, first, is_dense);
        }
        sheet
    }

    fn push_lane(&mut self, top: f64, body: f64, first: usize, is_dense: bool) {
        self.lanes.push(LanePlace {
            top,
            body,
            bottom: self.height,
            rows: first..self.rows.len(),
            is_dense,
        });
    }

    /// The lanes; one without entries has no height.
    pub fn lanes(&self) -> &[LanePlace] {
        &self.lanes
    }

    /// The place in the timeline of each row's entry, from top to bottom.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// Where a row begins, in pixels.
    pub fn top(&self, row: usize) -> f64 {
        self.tops.get(row).copied().unwrap_or(self.height)
    }

    /// How high a row is, in pixels.
    pub fn row_height(&self, row: usize) -> f64 {
        self.heights.get(row).copied().unwrap_or(0.0)
    }

    /// The row of an entry, by its place in the timeline.
    pub fn row_of(&self, place: usize) -> Option<usize> {
        self.rows.binary_search(&place).ok()
    }

    /// The rows that lie between two heights, or reach into what is between.
    pub fn rows_between(&self, top: f64, bottom: f64) -> Range<usize> {
        let begun = self.tops.partition_point(|row| *row <= top);
        // Of those, only the last may reach further; a head or a gap may follow it.
        let last = begun.checked_sub(1);
        let reaching = last.filter(|row| self.top(*row) + self.row_height(*row) > top);
        let first = reaching.unwrap_or(begun);
        let end = self.tops.partition_point(|row| *row < bottom);
        first..end.max(first)
    }
}
