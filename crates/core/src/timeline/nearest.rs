//! What lies near a point of the chart.

use std::ops::Range;

/// A mark as a rectangle, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The entry, by its place in the timeline.
    pub place: usize,
    /// From its left to its right edge.
    pub x: Range<f64>,
    /// From its upper to its lower edge.
    pub y: Range<f64>,
}

impl Mark {
    /// How far it is from a point; 0 within it.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let away = |at: f64, range: &Range<f64>| (range.start - at).max(at - range.end).max(0.0);
        away(x, &self.x).hypot(away(y, &self.y))
    }
}

/// The places of the entries that have a mark within so many pixels of a point, the nearest first, each once.
pub fn near(marks: impl IntoIterator<Item = Mark>, x: f64, y: f64, reach: f64) -> Vec<usize> {
    let mut near: Vec<(f64, usize)> = marks
        .into_iter()
        .map(|mark| (mark.distance(x, y), mark.place))
        .filter(|(distance, _)| *distance <= reach)
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut places: Vec<usize> = Vec::new();
    for (_, place) in near {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}
