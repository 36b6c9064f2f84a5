//! Milestones as points.

use super::extent::Extent;
use super::scale::Scale;

/// Which of the extents are drawn as points, by their places, and where: in the middle of each. A point that would be
/// less than `gap_px` from one before it in the list is left out.
pub fn points(extents: &[Extent], scale: &Scale, gap_px: f64) -> Vec<(usize, f64)> {
    let mut taken: Vec<f64> = Vec::new();
    let mut points = Vec::new();
    for (place, extent) in extents.iter().enumerate() {
        let middle = f64::midpoint(f64::from(extent.first), f64::from(extent.end));
        let x = scale.x(middle);
        if !x.is_finite() {
            continue;
        }
        let at = taken.partition_point(|other| *other < x);
        let near = |other: &f64| (other - x).abs() < gap_px;
        let before = at.checked_sub(1).and_then(|before| taken.get(before));
        if before.is_some_and(near) || taken.get(at).is_some_and(near) {
            continue;
        }
        taken.insert(at, x);
        points.push((place, x));
    }
    points
}
