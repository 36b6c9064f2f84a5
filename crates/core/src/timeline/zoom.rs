//! Where a span is drawn at a zoom, as long as it has a row.

use super::scale;
use super::spans::Span;

/// What of its room a name does not use, in pixels.
const PADDING: f64 = 16.0;

/// How far a head goes on behind its name, in pixels.
const TAIL: f64 = 48.0;

/// The widths of windows for which a layout is made, in pixels.
const WINDOW_PX: (f64, f64) = (320.0, 8192.0);

/// How a record is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// From its first to its last day.
    Bar,
    /// Only where it begins, with its name and a tail: it goes on, but is longer than a window or gave up its row.
    Head,
    /// Where it begins, without its name: there was no row for it.
    Point,
}

/// A span that has a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its place in the timeline.
    pub place: u32,
    pub row: u16,
    /// Where its room ends, in pixels from day 0: before its time where it gave up its row.
    pub until: f64,
}

/// How large spans are drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zoom {
    pub pixels_per_day: f64,
    pub window_px: f64,
}

/// Where a span is drawn, in pixels from day 0.
pub(super) struct Room {
    pub x0: f64,
    pub x1: f64,
    /// Where the room for its name ends.
    pub until: f64,
    pub shape: Shape,
}

impl Zoom {
    pub fn new(pixels_per_day: f64, window_px: f64) -> Self {
        let (least, most) = WINDOW_PX;
        Self {
            pixels_per_day: scale::sound(pixels_per_day),
            window_px: if window_px.is_nan() {
                least
            } else {
                window_px.clamp(least, most)
            },
        }
    }

    /// Where a span begins, in pixels from day 0.
    pub fn x(self, span: &Span) -> f64 {
        f64::from(span.extent.first) * self.pixels_per_day
    }

    /// Where a span is drawn in a row that it has to itself.
    ///
    /// What is longer than a window would keep its row in all windows, and say nothing in most. So only the beginning of
    /// it has a row.
    pub fn room(self, span: &Span) -> Room {
        let x0 = self.x(span);
        let end = f64::from(span.extent.end) * self.pixels_per_day;
        if end - x0 > self.window_px {
            let head = self.head(span);
            Room {
                x0,
                x1: head,
                until: head,
                shape: Shape::Head,
            }
        } else {
            Room {
                x0,
                x1: end,
                until: end.max(self.label(span)),
                shape: Shape::Bar,
            }
        }
    }

    /// Where the room for a span's name ends.
    fn label(self, span: &Span) -> f64 {
        self.x(span) + f64::from(span.label) + PADDING
    }

    /// Where the least of a span that says that it goes on ends.
    pub fn head(self, span: &Span) -> f64 {
        self.label(span) + TAIL
    }

    /// Where a span is drawn in the row that it has.
    pub fn room_of(self, span: &Span, placed: &Placed) -> Room {
        let room = self.room(span);
        if placed.until < room.until {
            Room {
                x1: placed.until,
                until: placed.until,
                shape: Shape::Head,
                ..room
            }
        } else {
            room
        }
    }
}
