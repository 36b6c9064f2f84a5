//! How many marks may begin where, so that no window has too many.

use super::layout::Zoom;
use super::spans::Timeline;

/// Time is looked at in tiles, of which a window is as long as at most so many.
const TILES: usize = 8;

/// How many marks may begin in each lane of each tile.
///
/// As many as the fullest window allows: where there is little, there is no limit that one meets; in a crowd each lane
/// and each part of the time gets the same.
pub(super) struct Quota {
    tile_px: f64,
    most: usize,
    /// The tile at which each lane is, and how many marks have begun in it.
    lanes: Vec<(f64, usize)>,
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
            most: budget,
            lanes: vec![(f64::NAN, 0); lanes],
        };
        let demands = quota.demands(timeline, zoom);
        if fullest(&demands, tiles, budget) > budget {
            let (mut enough, mut too_many) = (1, budget);
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

    /// Whether one more may begin in a lane at a pixel from day 0.
    pub fn allows(&self, lane: usize, x: f64) -> bool {
        let (tile, marks) = self.lanes[lane];
        tile != self.tile(x) || marks < self.most
    }

    /// Counts one that begins.
    pub fn count(&mut self, lane: usize, x: f64) {
        let tile = self.tile(x);
        let (last, marks) = &mut self.lanes[lane];
        if *last != tile {
            (*last, *marks) = (tile, 0);
        }
        *marks += 1;
    }

    fn tile(&self, x: f64) -> f64 {
        (x / self.tile_px).floor()
    }

    /// What begins where, in order of tiles.
    fn demands(&self, timeline: &Timeline, zoom: Zoom) -> Vec<Demand> {
        let mut demands: Vec<Demand> = Vec::new();
        let mut last = vec![usize::MAX; timeline.lanes()];
        for span in timeline.spans.iter() {
            let tile = self.tile(zoom.x(span));
            let last = &mut last[usize::from(span.lane)];
            match demands.get_mut(*last) {
                Some(demand) if demand.tile == tile => demand.spans += 1,
                _ => {
                    *last = demands.len();
                    demands.push(Demand { tile, spans: 1 });
                }
            }
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
