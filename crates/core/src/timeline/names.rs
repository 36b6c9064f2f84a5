//! Which names are shown, and where: whole or not at all.

/// How far a name keeps from what is beside it, in pixels.
const APART_PX: f64 = 4.0;

/// Where a name lies is right within so many pixels.
const ROUNDING: f64 = 0.001;

/// A row whose name is to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named {
    /// The entry, by its place in the timeline.
    pub place: usize,
    /// The lane.
    pub lane: u16,
    /// How much it matters.
    pub weight: u32,
    /// Where its bar begins, in pixels.
    pub x0: f64,
    /// Where its bar ends with the hairline.
    pub x1: f64,
    /// Where its row begins.
    pub top: f64,
    /// How wide its name is.
    pub width: f64,
}

/// A name that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Name {
    /// The entry, by its place in the timeline.
    pub place: usize,
    /// Its left edge in pixels.
    pub x: f64,
    /// Its upper edge.
    pub top: f64,
    /// How wide it is.
    pub width: f64,
}

/// Names beside their bars, each ending where its bar begins.
///
/// Rows of a lane are in order of beginning, so that what lies below and to the left of a beginning is free: a name hangs
/// there from the height of its bar, `height` pixels high. Those that matter most come first; none meets another, today,
/// the end of its lane (`bottom` of a lane's number), or an edge of the window.
pub fn names_beside(
    rows: &[Named],
    height: f64,
    width: f64,
    today: f64,
    bottom: impl Fn(u16) -> f64,
) -> Vec<Name> {
    let mut order: Vec<&Named> = rows.iter().collect();
    order.sort_by(|a, b| b.weight.cmp(&a.weight).then(a.place.cmp(&b.place)));
    let mut names: Vec<Name> = Vec::new();
    for row in order {
        let name = Name {
            place: row.place,
            x: row.x0 - APART_PX - row.width,
            top: row.top,
            width: row.width,
        };
        let is_inside = name.x >= 0.0 && row.x0 <= width && name.top + height <= bottom(row.lane);
        let is_free = |other: &Name| {
            name.top + height <= other.top
                || other.top + height <= name.top
                || name.x + name.width + 2.0 * APART_PX <= other.x
                || other.x + other.width + 2.0 * APART_PX <= name.x
        };
        if is_inside && !crosses(&name, today) && names.iter().all(is_free) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| name.place);
    names
}

/// Names above their bars, in rows that have room for them: from where the bar begins to be seen, moved back where they
/// would leave the window or cross today.
pub fn names_above(rows: &[Named], width: f64, today: f64) -> Vec<Name> {
    let place = |row: &Named| {
        let (x0, x1) = (row.x0.max(0.0), row.x1.min(width));
        let name = |x: f64| Name {
            place: row.place,
            x: x.max(0.0),
            top: row.top,
            width: row.width,
        };
        let before_today = today - APART_PX - row.width;
        let tries = [
            x0.min(width - row.width),
            before_today.min(x0),
            (today + APART_PX).min(width - row.width),
        ];
        let fits = |name: &Name| name.x + name.width <= width + 0.5 && !crosses(name, today);
        let is_seen = x1 > 0.0 && x0 < width;
        let names = tries.into_iter().map(name);
        is_seen.then(|| names.into_iter().find(fits)).flatten()
    };
    rows.iter().filter_map(place).collect()
}

/// Whether a name lies across a pixel, or nearer to it than it keeps from others.
fn crosses(name: &Name, x: f64) -> bool {
    name.x - APART_PX < x - ROUNDING && x + ROUNDING < name.x + name.width + APART_PX
}
