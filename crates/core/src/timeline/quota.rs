//! How many marks may begin where, so that no window has too many.

use super::spans::{Span, Timeline};
use super::zoom::Zoom;

/// Time is looked at in tiles, of which a window is as long as at most so many.
const TILES: usize = 8;

/// How many marks may begin in each lane of each tile.
///
/// As many as the fullest window allows: where there is little, there is no limit that one meets; in a crowd each lane
/// and each part of the time gets the same.
pub(super) struct Quota {
    tile_px: f64,
    most: usize,
    lanes: Vec<Tile>,
}

/// The tile at which a lane is.
#[derive(Clone)]
struct Tile {
    /// At which pixel it ends.
    end: f64,
    /// How many marks have begun in it.
    marks: usize,
}

/// How many spans begin in one lane of one tile.
struct Demand {
    tile: f64,
    spans: usize,
}

impl Quota {
    /// The quota with which no window has more than so many beginnings.
    pub fn new(timeline: &Timeline, zoom: Zoom, budget: usize) -> Self {
        let lanes = timeline.lanes();
        // A window lies in one tile more than it is long. One beginning in each of them and each lane must be allowed.
        let tiles = (budget / lanes).saturating_sub(1).clamp(1, TILES);
        let mut quota = Self {
            tile_px: zoom.window_px / tiles as f64,
            most: usize::MAX,
            lanes: vec![
                Tile {
                    end: f64::NEG_INFINITY,
                    marks: 0
                };
                lanes
            ],
        };
        // Far from the crowd, most often, a window has room for all.
        let days = zoom.window_px / zoom.pixels_per_day;
        let full = |spans: &[Span]| {
            let first = |span: Option<&Span>| span.map_or(0.0, |span| f64::from(span.extent.first));
            first(spans.last()) - first(spans.first()) <= days
        };
        if timeline.spans.windows(budget + 1).any(full) {
            let demands = quota.demands(timeline, zoom);
            let most = demands.iter().map(|demand| demand.spans).max();
            let (mut enough, mut too_many) = (1, most.unwrap_or(1).min(budget) + 1);
            while too_many - enough > 1 {
                let most = usize::midpoint(enough, too_many);
                if fullest(&demands, tiles, most) > budget {
                    too_many = most;
                } else {
                    enough = most;
                }
            }
            quota.most = enough;
        }
        quota
    }

    /// Whether one more may begin in a lane at a pixel from day 0, not before the one that began last.
    pub fn allows(&self, lane: usize, x: f64) -> bool {
        let tile = &self.lanes[lane];
        tile.marks < self.most || x >= tile.end
    }

    /// Counts one that begins.
    pub fn count(&mut self, lane: usize, x: f64) {
        let tile_px = self.tile_px;
        let tile = &mut self.lanes[lane];
        if x >= tile.end {
            tile.end = ((x / tile_px).floor() + 1.0) * tile_px;
            tile.marks = 0;
        }
        tile.marks += 1;
    }

    /// What begins where, in order of tiles.
    fn demands(&self, timeline: &Timeline, zoom: Zoom) -> Vec<Demand> {
        let mut demands: Vec<Demand> = Vec::new();
        // For each lane where its tile ends, and where it stands among the demands.
        let mut lanes = vec![(f64::NEG_INFINITY, 0); timeline.lanes()];
        for span in timeline.spans.iter() {
            let x = zoom.x(span);
            let (end, at) = &mut lanes[usize::from(span.lane)];
            if x >= *end {
                let tile = (x / self.tile_px).floor();
                (*end, *at) = ((tile + 1.0) * self.tile_px, demands.len());
                demands.push(Demand { tile, spans: 0 });
            }
            demands[*at].spans += 1;
        }
        demands
    }
}

/// How many begin in the fullest window where so many may begin in each lane of each tile.
fn fullest(demands: &[Demand], tiles: usize, most: usize) -> usize {
    let (mut fullest, mut within, mut first) = (0, 0, 0);
    for demand in demands {
        within += demand.spans.min(most);
        while demands[first].tile < demand.tile - tiles as f64 {
            within -= demands[first].spans.min(most);
            first += 1;
        }
        fullest = fullest.max(within);
    }
    fullest
}
