//! Days to pixels and back, and moves of the window.

use explorer_core::timeline::{Axis, Day, FOLD_PX, Folds, LEAST_DAYS, Viewport};
use proptest::prelude::*;

use super::random::config;
use super::{HAIR, folds, number, windows, year};

/// How many days between two lie outside folds, and how many folds lie there, found day by day.
fn between(folds: &Folds, from: f64, to: f64) -> (f64, f64) {
    let folds: Vec<(f64, f64)> = folds.iter().collect();
    let (mut open, mut folded) = (0.0, 0.0);
    for day in from.floor() as Day..to.ceil() as Day {
        let day = f64::from(day);
        let part = to.min(day + 1.0) - from.max(day);
        match folds.iter().find(|(a, b)| (*a..*b).contains(&day)) {
            Some((a, b)) => folded += part / (b - a),
            None => open += part,
        }
    }
    (open, folded)
}

/// Whether a window shows enough outside folds for them to be drawn, wherever it is moved to.
fn is_open(folds: &Folds, window: &Viewport) -> bool {
    between(folds, window.from, window.to).0 >= LEAST_DAYS + 1e-6
}

/// Whether a window touches an edge of all there is.
fn is_at_edge(window: &Viewport, whole: &Viewport) -> bool {
    window.from <= whole.from + 1e-3 || window.to >= whole.to - 1e-3
}

/// That two windows show the same, within a tenth of a hair of their width.
#[track_caller]
fn assert_same(a: &Axis, b: &Viewport) {
    let near = |day: f64, x: f64| (a.x(day) - x).abs() < HAIR;
    assert!(near(b.from, 0.0) && near(b.to, a.width), "{a:?} {b:?}");
}

fn width() -> impl Strategy<Value = f64> {
    prop_oneof![320.0..2560.0, Just(360.0), 60.0..320.0]
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn days_and_pixels_have_each_other_as_inverse(
        folds in folds(),
        (_, window) in windows(),
        width in width(),
        shares in prop::collection::vec(-0.5..1.5_f64, 8),
    ) {
        let axis = Axis::new(window, width, &folds);
        prop_assert!(axis.x(window.from).abs() < HAIR);
        prop_assert!((axis.x(window.to) - width).abs() < HAIR);
        for share in shares {
            let x = share * width;
            prop_assert!((axis.x(axis.day(x)) - x).abs() < HAIR);
            let day = window.from + share * window.days();
            prop_assert!((axis.day(axis.x(day)) - day).abs() < 1e-3);
            // An hour later lies further to the right.
            prop_assert!(axis.x(day + 1.0 / 24.0) > axis.x(day));
        }
    }

    #[test]
    fn all_open_days_are_equally_wide_and_all_folds(
        folds in folds(),
        (_, window) in windows(),
        width in width(),
        share in 0.0..1.0_f64,
    ) {
        let axis = Axis::new(window, width, &folds);
        let seen: Vec<_> = axis.folds().collect();
        let inside = |day: f64| window.from < day && day < window.to;
        if !is_open(&folds, &window) {
            return Ok(());
        }
        let expected: Vec<_> = folds.iter().filter(|(a, b)| *a < window.to && *b > window.from).collect();
        prop_assert_eq!(seen.iter().map(|fold| (fold.from, fold.to)).collect::<Vec<_>>(), expected);
        let all = folds.iter().count() as f64;
        for fold in seen.iter().filter(|fold| inside(fold.from) && inside(fold.to)) {
            let fold_px = fold.x1 - fold.x0;
            prop_assert!(fold_px <= FOLD_PX + HAIR);
            prop_assert!(fold_px > FOLD_PX - HAIR || FOLD_PX * all > width / 2.0);
            prop_assert!(fold_px * all > width / 2.0 - HAIR || fold_px > FOLD_PX - HAIR);
        }
        let (open, folded) = between(&folds, window.from, window.to);
        prop_assert!(open * axis.pixels_per_day() >= width / 2.0 - HAIR);
        if FOLD_PX * all <= width / 2.0 {
            let px = (width - folded * FOLD_PX) / open;
            prop_assert!((axis.pixels_per_day() - px).abs() < px * 1e-6);
            let day = window.from + share * window.days();
            let (open, folded) = between(&folds, window.from, day);
            prop_assert!((axis.x(day) - open * px - folded * FOLD_PX).abs() < HAIR);
        }
    }

    #[test]
    fn a_pan_and_its_opposite_are_none(
        folds in folds(),
        (whole, window) in windows(),
        width in width(),
        share in -2.0..2.0_f64,
    ) {
        prop_assume!(is_open(&folds, &window));
        let axis = Axis::new(window, width, &folds);
        let there = Axis::new(axis.pan(share * width, &whole), width, &folds);
        if !is_at_edge(&there.viewport, &whole) {
            prop_assert!((there.x(window.from) + share * width).abs() < HAIR, "{axis:?} {there:?}");
            assert_same(&axis, &there.pan(-share * width, &whole));
        }
        // As far as it goes, and not beyond.
        let ends = [-1e12, 1e12].map(|pixels| axis.pan(pixels, &whole));
        prop_assert!(ends[0].from >= whole.from && ends[0].from - whole.from < 1e-3);
        prop_assert!((ends[1].to - whole.to).abs() < 1e-3);
        let is_narrow = ends[1].from > whole.from;
        for end in ends.iter().filter(|_| is_narrow) {
            let there = Axis::new(*end, width, &folds).pixels_per_day();
            prop_assert!((there / axis.pixels_per_day() - 1.0).abs() < 1e-6, "{axis:?} {end:?}");
        }
    }

    #[test]
    fn a_zoom_keeps_a_day_where_it_is(
        folds in folds(),
        (whole, window) in windows(),
        width in width(),
        share in 0.0..1.0_f64,
        factor in prop_oneof![0.05..20.0_f64, Just(1e9)],
    ) {
        prop_assume!(is_open(&folds, &window));
        let axis = Axis::new(window, width, &folds);
        let about = axis.day(share * width);
        let there = Axis::new(axis.zoom(factor, about, &whole), width, &folds);
        if !is_at_edge(&there.viewport, &whole) {
            prop_assert!((there.x(about) - share * width).abs() < HAIR, "{axis:?} {there:?}");
        }
        let farthest = Axis::new(whole, width, &folds).pixels_per_day();
        let expected = (axis.pixels_per_day() * factor).clamp(farthest, (width / LEAST_DAYS).max(farthest));
        prop_assert!((there.pixels_per_day() / expected - 1.0).abs() < 1e-6, "{axis:?} {there:?}");
    }

    #[test]
    fn a_window_is_the_same_however_one_got_there(
        folds in folds(),
        at in 0.3..0.7_f64,
        nearer in 5.0..20.0_f64,
        pixels in (-150.0..150.0_f64, -150.0..150.0_f64),
        about in 0.0..1.0_f64,
        factors in (0.7..1.4_f64, 0.7..1.4_f64),
    ) {
        let whole = Viewport::around(year(1960), year(2027));
        let axis = |window: Viewport| Axis::new(window, 1000.0, &folds);
        let pan = |window: Viewport, pixels: f64| axis(window).pan(pixels, &whole);
        let zoom = |window: Viewport, factor: f64, about: f64| axis(window).zoom(factor, about, &whole);
        let all = axis(whole);
        let window = zoom(whole, nearer, all.day(at * all.width));
        let about = axis(window).day(about * 1000.0);
        let once = axis(pan(window, pixels.0 + pixels.1));
        assert_same(&once, &pan(pan(window, pixels.0), pixels.1));
        let once = axis(zoom(window, factors.0 * factors.1, about));
        assert_same(&once, &zoom(zoom(window, factors.0, about), factors.1, about));
        let there = zoom(pan(window, pixels.0), factors.0, about);
        let back = pan(zoom(there, 1.0 / factors.0, about), -pixels.0);
        assert_same(&axis(window), &back);
    }

    #[test]
    fn moves_stay_within_the_whole_whatever_the_numbers(
        folds in folds(),
        (whole, mut window) in windows(),
        asked in (number(), number()),
        width in prop_oneof![width(), number()],
        moves in prop::collection::vec((any::<bool>(), number(), number()), 0..12),
    ) {
        let asked = Viewport { from: asked.0, to: asked.1 };
        for broken in [asked, Viewport { from: asked.to, to: asked.from }] {
            let axis = Axis::new(broken, width, &folds);
            for (_, a, b) in &moves {
                let _ = (axis.x(*a), axis.day(*b), axis.folds().count());
                let _ = (axis.pan(*a, &whole), axis.zoom(*a, *b, &whole), axis.zoom(*a, *b, &broken));
            }
            window = broken.held(&whole).held(&window);
        }
        for (is_pan, a, b) in moves {
            let axis = Axis::new(window, width, &folds);
            let is_finite = axis.x(whole.from).is_finite() && axis.day(axis.width).is_finite();
            prop_assert!(is_finite || width > 1e9);
            window = if is_pan { axis.pan(a, &whole) } else { axis.zoom(a, b, &whole) };
            prop_assert!(window.days() >= LEAST_DAYS - 1e-6, "{window:?}");
            prop_assert!(window.from >= whole.from && window.to <= whole.to, "{window:?}");
        }
    }
}

#[test]
fn what_is_no_move_moves_nothing() {
    let whole = Viewport::around(year(2010), year(2020));
    let window = Viewport {
        from: f64::from(year(2012)),
        to: f64::from(year(2014)),
    };
    let axis = Axis::new(window, 800.0, &Folds::of(&[2013..=2016]));
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(axis.pan(number, &whole), window);
        assert_eq!(axis.zoom(2.0, number, &whole), window);
    }
    for factor in [f64::NAN, 0.0, -2.0] {
        assert_eq!(axis.zoom(factor, window.from, &whole), window);
    }
    let broken = Viewport {
        from: f64::NAN,
        to: 0.0,
    };
    assert_eq!(broken.held(&whole), whole);
}

#[test]
fn a_window_within_a_fold_shows_what_is_in_it() {
    let folds = Folds::of(&[1990..=2009]);
    let window = Viewport {
        from: f64::from(year(1995)),
        to: f64::from(year(1999)),
    };
    let axis = Axis::new(window, 800.0, &folds);
    assert_eq!(axis.folds().count(), 0);
    assert!((axis.x(f64::from(year(1997))) - 400.0).abs() < 1.0);
}
