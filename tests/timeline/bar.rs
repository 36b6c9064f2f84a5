//! Bars are as long as the time, and their outlines show them so.

use explorer_core::dataset::Card;
use explorer_core::timeline::{Axis, Bar, Life, Tail, Viewport};
use proptest::prelude::*;
use proptest::sample::select;

use super::path::{Piece, pieces};
use super::random::config;
use super::{HAIR, at, folds, life, today, windows, year};

/// How far beyond the window bars are drawn, in pixels.
const BEYOND: f64 = 16.0;

/// The shortest bar, in pixels.
const LEAST: f64 = 3.0;

/// How wide the gap of a milestone is, in pixels.
const GAP: f64 = 1.5;

fn axis() -> impl Strategy<Value = Axis> {
    (windows(), folds(), 320.0..2000.0_f64)
        .prop_map(|((_, window), folds, width)| Axis::new(window, width, &folds))
}

/// A life that lasted so many days and is over, all of it known.
fn brief() -> impl Strategy<Value = Life> {
    (year(2000)..year(2026), 1..60).prop_map(|(first, days)| {
        let card = Card {
            start: at(first),
            end: Some(at(first + days - 1)),
            ..Card::default()
        };
        Life::of(&card, false, false, today())
    })
}

/// A life, and an axis on which it is mostly in sight.
fn scene() -> impl Strategy<Value = (Life, Axis)> {
    let life = || prop_oneof![3 => life(), 1 => brief()];
    let near = (
        life(),
        folds(),
        320.0..2000.0_f64,
        0.0..1.0_f64,
        20.0..6000.0_f64,
    );
    let near = near.prop_map(|(life, folds, width, share, days)| {
        let from = f64::from(life.begin.start) - share * days;
        let window = Viewport {
            from,
            to: from + days,
        }
        .held(&Viewport::TIME);
        (life, Axis::new(window, width, &folds))
    });
    prop_oneof![3 => near, 1 => (life(), axis())]
}

/// Which part of its full thickness a bar has at a pixel, drawn up from its four corners.
fn thickness(bar: &Bar, x: f64) -> f64 {
    let share = if x < bar.full {
        (x - bar.x0) / (bar.full - bar.x0)
    } else if x > bar.taper {
        (bar.x1 - x) / (bar.x1 - bar.taper)
    } else {
        1.0
    };
    share.clamp(0.0, 1.0)
}

/// What a bar covers from one pixel to another, in many thin slices.
fn area(bar: &Bar, from: f64, to: f64) -> f64 {
    const SLICES: u32 = 2000;
    let wide = (to - from) / f64::from(SLICES);
    let slice = |nth: u32| thickness(bar, from + (f64::from(nth) + 0.5) * wide) * wide;
    (0..SLICES).map(slice).sum()
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn a_bar_is_as_long_as_the_time((life, axis) in scene()) {
        let today = today();
        let bar = Bar::new(&life, &axis, today);
        let x = |day: i32| axis.x(f64::from(day));
        prop_assert!(bar.x0 <= bar.full && bar.full <= bar.taper && bar.taper <= bar.x1, "{bar:?}");
        prop_assert!((bar.x0 - x(life.begin.start)).abs() < HAIR);
        let long = (x(life.known.end) - x(life.begin.start)).max(LEAST);
        prop_assert!((bar.x1 - bar.x0 - long).abs() < HAIR);
        if life.begin.end - life.begin.start == 1 {
            prop_assert!(bar.full == bar.x0);
        }
        if bar.is_round {
            prop_assert!(life.tail == Tail::Ended && bar.taper == bar.x1);
        }
        // What has been heard of on a day is sure until that day.
        let is_exact = life.known.end - life.known.start == 1;
        if life.tail == Tail::EndedSometime || !is_exact {
            prop_assert!(bar.taper < bar.x1, "{bar:?}");
        }
        let end = life.known.end.max(today + 1);
        let goes_on = life.tail == Tail::GoesOn && x(end) > bar.x1;
        prop_assert_eq!(bar.hairline.is_some(), goes_on);
        let end = if goes_on { x(end) } else { bar.x1 };
        prop_assert!((bar.end() - end).abs() < HAIR);
        let mut line = String::new();
        bar.line(&axis, 12.0, &mut line);
        let in_sight = (bar.taper.max(-BEYOND), bar.end().min(axis.width + BEYOND));
        if goes_on && in_sight.0 < in_sight.1 {
            let (from, to) = line.trim_start_matches('M').split_once(" 120H").expect("a line");
            let px = |text: &str| text.parse::<f64>().expect("a number") / 10.0;
            prop_assert!((px(from) - in_sight.0).abs() < 0.051 && (px(to) - in_sight.1).abs() < 0.051);
        } else {
            prop_assert_eq!(line, "");
        }
    }

    #[test]
    fn the_outline_of_a_bar_is_its_shape_with_gaps(
        (life, axis) in scene(),
        thick in select(vec![4.0, 5.0, 6.0, 10.0]),
    ) {
        let bar = Bar::new(&life, &axis, today());
        let (from, to) = (bar.x0.max(-BEYOND), bar.x1.min(axis.width + BEYOND));
        let pieces = pieces(&bar.outline(&life, &axis, 100.0, thick));
        prop_assert_eq!(pieces.is_empty(), from >= to);
        if from >= to {
            return Ok(());
        }
        let ends = |edge: fn(&Piece) -> f64| pieces.iter().map(edge);
        prop_assert!((ends(Piece::left).fold(f64::MAX, f64::min) - from).abs() < 0.11, "{pieces:?}");
        prop_assert!((ends(Piece::right).fold(f64::MIN, f64::max) - to).abs() < 0.11, "{pieces:?}");
        for piece in &pieces {
            prop_assert!(piece.height() <= thick + 0.2, "{piece:?}");
        }

        // Each milestone that has room is a gap of its own.
        let mut gaps: Vec<f64> = Vec::new();
        for day in &life.milestones {
            let x = axis.x(f64::from(*day) + 0.5);
            let before = gaps.last().map_or(from, |gap| gap + GAP / 2.0);
            if x - GAP / 2.0 > before + GAP && x + GAP / 2.0 < to - GAP {
                gaps.push(x);
            }
        }
        prop_assert_eq!(pieces.len(), gaps.len() + 1);
        for (gap, pair) in gaps.iter().zip(pieces.windows(2)) {
            prop_assert!((pair[0].right() - gap + GAP / 2.0).abs() < 0.11);
            prop_assert!((pair[1].left() - gap - GAP / 2.0).abs() < 0.11);
        }

        let gone: f64 = gaps.iter().map(|x| area(&bar, x - GAP / 2.0, x + GAP / 2.0)).sum();
        let mut expected = thick * (area(&bar, from, to) - gone);
        if let Some((_, rx, ry)) = pieces.last().and_then(|piece| piece.bulge) {
            prop_assert!(bar.is_round);
            // The corners that rounding takes off.
            expected -= thick * area(&bar, to - rx, to) - std::f64::consts::PI * rx * ry / 2.0;
        }
        let found: f64 = pieces.iter().map(Piece::area).sum();
        // Points are whole tenths of a pixel.
        let rounding = 0.11 * (to - from) + 0.11 * thick * pieces.len() as f64 + 0.3;
        prop_assert!((found - expected).abs() < rounding, "{found} {expected} {pieces:?}");
    }
}
