//! What is to be seen in a window: marks, clusters, and how much goes on unseen.

use super::cluster::{CELL_PX, Cell};
use super::day::Day;
use super::layout::Layout;
use super::spans::Span;
use super::viewport::Viewport;
use super::zoom::{Room, Shape};

/// How wide a point is, in pixels.
const POINT_PX: f64 = 12.0;

/// What to draw in a window. All is in pixels from the window's left edge, and may reach beyond both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// In order of time.
    pub marks: Vec<Mark>,
    /// By lane, each in order of time.
    pub clusters: Vec<ClusterMark>,
    /// For each lane how many records began before the window, go on in it, and have neither a mark nor a cluster here.
    pub under_way: Vec<usize>,
}

/// A record in a row of its lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The number that the caller gave.
    pub record: u32,
    /// The lane, from 0.
    pub lane: u16,
    /// The row of the lane, from 0.
    pub row: u16,
    /// Where it begins.
    pub x0: f64,
    /// Where it ends: after its last day, or where what is drawn of a head or a point does.
    pub x1: f64,
    /// Where the room ends that it has in its row for its name, at `x1` or after it; a point has none.
    pub until: f64,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether it may have begun later.
    pub soft_start: bool,
    /// Whether it may have ended earlier.
    pub soft_end: bool,
    /// Whether it goes on after today.
    pub goes_on: bool,
}

/// Records for which there was no row.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusterMark {
    /// The lane, from 0. The row is the lane's last.
    pub lane: u16,
    /// The middle. Clusters and points of a lane leave it 28 pixels on either side.
    pub x: f64,
    /// How many records there are, two at least.
    pub count: usize,
    /// How many of each theme that has any, in the themes' order.
    pub by_theme: Vec<(u16, u32)>,
    /// The first day on which one of them begins.
    pub first: Day,
    /// The day after the last on which one of them begins.
    pub end: Day,
}

impl Layout {
    /// What is to be seen in a window, [`MOST_ELEMENTS`](super::MOST_ELEMENTS) at most. Of a window that is wider than
    /// the layout is for, this is the left part.
    pub fn window(&self, viewport: &Viewport) -> Drawing {
        let mut drawing = Drawing {
            under_way: vec![0; self.timeline.lanes()],
            ..Drawing::default()
        };
        if !viewport.is_sound() {
            return drawing;
        }
        let left = viewport.from * self.zoom.pixels_per_day;
        let right = viewport.to * self.zoom.pixels_per_day;
        let window = Window {
            from: viewport.from,
            left,
            right: right.min(left + self.zoom.window_px),
        };
        drawing.under_way = self.timeline.crossing(viewport.from);
        self.draw_rows(&window, &mut drawing);
        self.draw_cells(&window, &mut drawing);
        drawing.marks.sort_by(|a, b| {
            let rows = (a.lane, a.row).cmp(&(b.lane, b.row));
            a.x0.total_cmp(&b.x0).then(rows)
        });
        drawing
    }

    /// The records of a cluster that this layout has drawn, in order of time: for those of one day no zoom parts.
    pub fn records(&self, cluster: &ClusterMark) -> Vec<u32> {
        let lane = usize::from(cluster.lane);
        let days = cluster.first..cluster.end;
        let left = f64::from(days.start) * self.zoom.pixels_per_day;
        let right = f64::from(days.end) * self.zoom.pixels_per_day;
        let places = self
            .cells
            .between(lane, left, right)
            .flat_map(|cell| cell.places);
        let spans = places.map(|place| &self.timeline.spans[*place as usize]);
        let spans = spans.filter(|span| days.contains(&span.extent.first));
        spans.map(|span| span.record).collect()
    }

    fn draw_rows(&self, window: &Window, drawing: &mut Drawing) {
        let span = |place: u32| &self.timeline.spans[place as usize];
        let reach = window.left - self.widest;
        let first = self
            .placed
            .partition_point(|placed| self.zoom.x(span(placed.place)) < reach);
        for placed in &self.placed[first..] {
            let span = span(placed.place);
            let room = self.zoom.room_of(span, placed);
            if room.x0 >= window.right {
                break;
            }
            if room.until > window.left {
                window.mark(span, placed.row, &room, drawing);
            }
        }
    }

    fn draw_cells(&self, window: &Window, drawing: &mut Drawing) {
        let mut themes = vec![0; self.timeline.themes];
        for (lane, rows) in self.lanes().iter().enumerate() {
            let Some(row) = rows.clusters else { continue };
            for cell in self.cells.between(lane, window.left, window.right) {
                if let [place] = cell.places {
                    let span = &self.timeline.spans[*place as usize];
                    let room = self.point(span, &cell);
                    if room.x0 < window.right && room.x1 > window.left {
                        window.mark(span, row, &room, drawing);
                    }
                } else if let Some(cluster) = self.cluster(window, &cell, &mut themes) {
                    if cell.left < window.left {
                        let crosses = |place: &&u32| {
                            self.timeline.spans[**place as usize].crosses(window.from)
                        };
                        let seen = cell.places.iter().filter(crosses).count();
                        drawing.under_way[lane] = drawing.under_way[lane].saturating_sub(seen);
                    }
                    drawing.clusters.push(cluster);
                }
            }
        }
    }

    /// Where the only span of a cell is drawn: within it, so that it keeps clear of what is in the next one.
    fn point(&self, span: &Span, cell: &Cell) -> Room {
        let last = cell.left + self.cells.px - POINT_PX;
        let x0 = self.zoom.x(span).min(last);
        Room {
            x0,
            x1: x0 + POINT_PX,
            until: x0 + POINT_PX,
            shape: Shape::Point,
        }
    }

    /// The spans of a cell. The numbers of each theme are 0 before and after.
    fn cluster(&self, window: &Window, cell: &Cell, themes: &mut [u32]) -> Option<ClusterMark> {
        let span = |place: &u32| &self.timeline.spans[*place as usize];
        let (first, last) = (span(cell.places.first()?), span(cell.places.last()?));
        for place in cell.places {
            themes[usize::from(span(place).theme)] += 1;
        }
        let mut by_theme = Vec::new();
        for (theme, count) in (0..).zip(themes) {
            if *count > 0 {
                by_theme.push((theme, *count));
                *count = 0;
            }
        }
        let middle = f64::midpoint(self.zoom.x(first), self.zoom.x(last));
        let (least, most) = (CELL_PX / 2.0, self.cells.px - CELL_PX / 2.0);
        Some(ClusterMark {
            lane: first.lane,
            x: cell.left + (middle - cell.left).clamp(least, most) - window.left,
            count: cell.places.len(),
            by_theme,
            first: first.extent.first,
            end: last.extent.first + 1,
        })
    }
}

/// A window onto a layout.
struct Window {
    /// Its first day.
    from: f64,
    /// Its edges, in pixels from day 0.
    left: f64,
    right: f64,
}

impl Window {
    fn mark(&self, span: &Span, row: u16, room: &Room, drawing: &mut Drawing) {
        if span.crosses(self.from) {
            let under_way = &mut drawing.under_way[usize::from(span.lane)];
            *under_way = under_way.saturating_sub(1);
        }
        drawing.marks.push(Mark {
            record: span.record,
            lane: span.lane,
            row,
            x0: room.x0 - self.left,
            x1: room.x1 - self.left,
            until: room.until - self.left,
            shape: room.shape,
            soft_start: span.extent.soft_start,
            soft_end: span.extent.soft_end,
            goes_on: span.extent.goes_on,
        });
    }
}
