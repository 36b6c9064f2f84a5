//! Reads outlines back from the `d` of their paths.

use std::f64::consts::PI;

/// A closed piece of an outline, in pixels.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    pub points: Vec<(f64, f64)>,
    /// The half ellipse that bulges to the right: where it begins, and its radii.
    pub bulge: Option<((f64, f64), f64, f64)>,
}

impl Piece {
    pub fn left(&self) -> f64 {
        self.points
            .iter()
            .map(|point| point.0)
            .fold(f64::MAX, f64::min)
    }

    pub fn right(&self) -> f64 {
        let right = self
            .points
            .iter()
            .map(|point| point.0)
            .fold(f64::MIN, f64::max);
        self.bulge
            .map_or(right, |((x, _), radius, _)| right.max(x + radius))
    }

    pub fn height(&self) -> f64 {
        let y = self.points.iter().map(|point| point.1);
        y.clone().fold(f64::MIN, f64::max) - y.fold(f64::MAX, f64::min)
    }

    /// By the surveyor's formula, and what bulges out.
    pub fn area(&self) -> f64 {
        let next = self.points.iter().cycle().skip(1);
        let twice = self
            .points
            .iter()
            .zip(next)
            .map(|(a, b)| a.0 * b.1 - b.0 * a.1);
        let bulge = self.bulge.map_or(0.0, |(_, rx, ry)| PI * rx * ry / 2.0);
        (twice.sum::<f64>() / 2.0).abs() + bulge
    }
}

/// The pieces of an outline.
pub fn pieces(d: &str) -> Vec<Piece> {
    let pieces = d.split_terminator('z').map(|piece| {
        let mut read = Piece::default();
        for part in piece
            .split_inclusive(char::is_alphabetic)
            .collect::<Vec<_>>()
            .windows(2)
        {
            let command = part[0].chars().last();
            let numbers = part[1].trim_end_matches(char::is_alphabetic).split(' ');
            let numbers: Vec<f64> = numbers
                .map(|n| n.parse::<f64>().expect("a number") / 10.0)
                .collect();
            match (command, &numbers[..]) {
                (Some('M' | 'L'), [x, y]) => read.points.push((*x, *y)),
                (Some('a'), [rx, ry, _, _, _, dx, dy]) => {
                    let (x, y) = *read.points.last().expect("a point");
                    assert!(
                        *dx == 0.0 && (dy - 2.0 * ry).abs() < 0.11,
                        "half an ellipse: {d}"
                    );
                    read.bulge = Some(((x, y), *rx, *ry));
                    read.points.push((x, y + dy));
                }
                other => panic!("{other:?} in {d}"),
            }
        }
        read
    });
    pieces.collect()
}
