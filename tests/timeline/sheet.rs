//! Each initiative has its row, and lanes lie one below the other.

use std::collections::HashSet;
use std::ops::Range;

use explorer_core::timeline::{
    Axis, DENSITY_PX, Entry, Folds, Heights, LEAST_DAYS, MOST_ROWS, Sheet, Timeline, Viewport,
};
use proptest::prelude::*;

use super::random::config;
use super::{HAIR, crowd, entries, number, today, year};

const HEIGHTS: Heights = Heights {
    head: 34.0,
    row: 6.0,
    line: 13.0,
};

fn key(entry: &Entry) -> (u16, i32) {
    (entry.lane, entry.life.begin.start)
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn each_entry_is_in_its_lane_and_in_order(
        entries in entries(60),
        lanes in 0..8_usize,
        turned in any::<prop::sample::Index>(),
    ) {
        let today = today();
        let timeline = Timeline::new(entries.clone(), lanes, today);
        prop_assert_eq!(timeline.lanes(), lanes.max(1));
        prop_assert_eq!(timeline.entries().len(), entries.len());
        let records: HashSet<u32> = timeline.entries().iter().map(|entry| entry.record).collect();
        prop_assert_eq!(records.len(), entries.len());
        prop_assert!(timeline.entries().is_sorted_by_key(key));
        let mut next = 0;
        for lane in 0..timeline.lanes() {
            let places = timeline.lane(lane);
            prop_assert_eq!(places.start, next);
            next = places.end;
            let is_in_lane = |entry: &Entry| usize::from(entry.lane) == lane;
            prop_assert!(timeline.entries()[places].iter().all(is_in_lane));
        }
        prop_assert_eq!(next, entries.len());
        for entry in &entries {
            let place = timeline.place_of(entry.record).expect("a place");
            let there = &timeline.entries()[place];
            prop_assert_eq!(&there.life, &entry.life);
            prop_assert_eq!(usize::from(there.lane), usize::from(entry.lane).min(lanes.max(1) - 1));
        }
        // In whatever order they were given, and a part is what it would be by itself.
        let mut again = entries.clone();
        again.rotate_left(turned.index(entries.len() + 1));
        again.reverse();
        prop_assert_eq!(&Timeline::new(again, lanes, today), &timeline);
        let is_kept = |record: u32| !record.is_multiple_of(3);
        let part = entries.into_iter().filter(|entry| is_kept(entry.record)).collect();
        prop_assert_eq!(timeline.only(is_kept, today), Timeline::new(part, lanes, today));
    }

    #[test]
    fn rows_lie_below_each_other_and_each_entry_has_one(
        entries in entries(60),
        closed in any::<[bool; 6]>(),
        lines in any::<u8>(),
        bands in prop::collection::vec((prop_oneof![number(), 0.0..600.0_f64], 0..200), 20),
    ) {
        let timeline = Timeline::new(entries, 6, today());
        let window = Viewport { from: 0.0, to: LEAST_DAYS };
        let lines = |place: usize| (place + usize::from(lines)) % 4;
        let sheet = Sheet::new(&timeline, &window, &HEIGHTS, |lane| closed[lane], lines);
        let open = (0..6).filter(|lane| !closed[*lane]).flat_map(|lane| timeline.lane(lane));
        prop_assert_eq!(sheet.rows(), open.collect::<Vec<usize>>());
        let height = |place: usize| 6.0 + 13.0 * lines(place).saturating_sub(1) as f64;
        prop_assert_eq!(sheet.lanes().len(), 6);
        let mut below = 0.0;
        for (lane, lies) in sheet.lanes().iter().enumerate() {
            let places = timeline.lane(lane);
            prop_assert!(lies.top == below && !lies.is_dense);
            if places.is_empty() {
                prop_assert!(lies.bottom == lies.top && lies.rows.is_empty());
                continue;
            }
            prop_assert!(lies.body == lies.top + 34.0);
            let rows = &sheet.rows()[lies.rows.clone()];
            let expected = if closed[lane] { vec![] } else { places.collect() };
            prop_assert_eq!(rows, &expected);
            below = lies.body;
            for (row, place) in lies.rows.clone().zip(rows) {
                prop_assert!(sheet.top(row) == below && sheet.row_height(row) == height(*place));
                below += height(*place);
            }
            // A gap before the next head.
            let gap = if closed[lane] { 0.0 } else { 12.0 };
            prop_assert!(lies.bottom - below == gap);
            below = lies.bottom;
        }
        prop_assert_eq!(sheet.height, below);

        let in_row = |place| sheet.rows().iter().position(|row| *row == place);
        for place in 0..timeline.entries().len() + 1 {
            prop_assert_eq!(sheet.row_of(place), in_row(place));
        }
        for (at, high) in bands {
            // Edges of rows are whole pixels.
            let (top, bottom) = (at.round(), at.round() + f64::from(high));
            let reaches_in = |row: &usize| sheet.top(*row) < bottom && sheet.top(*row) + sheet.row_height(*row) > top;
            let between: Range<usize> = sheet.rows_between(top, bottom);
            prop_assert!(between.end <= sheet.rows().len(), "{between:?}");
            let expected: Vec<usize> = (0..sheet.rows().len()).filter(reaches_in).collect();
            prop_assert_eq!(between.collect::<Vec<_>>(), expected, "{} {}", top, bottom);
        }
    }
}

/// The sheet of a window in which one lane is closed.
fn sheet(timeline: &Timeline, window: &Viewport) -> Sheet {
    Sheet::new(timeline, window, &HEIGHTS, |lane| lane == 3, |_| 1)
}

/// How many begin in a window, and how many of those in the closed lane, counted one by one.
fn begins(timeline: &Timeline, window: &Viewport) -> (usize, usize) {
    let begins = |entry: &&Entry| {
        let day = f64::from(entry.life.begin.start);
        window.from <= day && day < window.to
    };
    let all = timeline.entries().iter().filter(begins);
    (
        all.clone().count(),
        all.filter(|entry| entry.lane == 3).count(),
    )
}

#[test]
fn up_to_a_thousand_all_have_a_row_whatever_the_window() {
    let timeline = crowd(MOST_ROWS as u32, 7, 30);
    for window in [(1990, 1991), (2000, 2001), (1990, 2026)] {
        let window = Viewport {
            from: f64::from(year(window.0)),
            to: f64::from(year(window.1)),
        };
        let sheet = sheet(&timeline, &window);
        assert_eq!(sheet.rows().len(), MOST_ROWS - timeline.lane(3).len());
        assert!(sheet.lanes().iter().all(|lane| !lane.is_dense));
    }
}

#[test]
fn a_hundred_thousand_have_rows_or_densities_and_no_window_has_too_many() {
    let everywhere = crowd(100_000, 1, 3);
    let today = year(2300);
    let (mut dense, mut with_rows) = (0, 0);
    let all = everywhere.fit(&Folds::default(), today);
    let mut window = all;
    while window.days() > LEAST_DAYS + 0.5 {
        let axis = Axis::new(window, 1000.0, &Folds::default());
        window = axis.zoom(1.5, f64::from(year(2100)), &all);
        let sheet = sheet(&everywhere, &window);
        let (count, closed) = begins(&everywhere, &window);
        let is_dense = count > MOST_ROWS;
        assert!(sheet.rows().len() <= MOST_ROWS);
        assert_eq!(
            sheet.rows().len(),
            if is_dense { 0 } else { count - closed }
        );
        for (lane, lies) in sheet.lanes().iter().enumerate() {
            assert_eq!(lies.is_dense, is_dense && lane != 3);
            let body = lies.bottom - lies.body - if lane == 3 { 0.0 } else { 12.0 };
            let expected = if lies.is_dense {
                DENSITY_PX
            } else {
                6.0 * lies.rows.len() as f64
            };
            assert!((body - expected).abs() < HAIR, "{lies:?}");
        }
        *if is_dense { &mut dense } else { &mut with_rows } += 1;
    }
    assert!(dense > 5 && with_rows > 5, "{dense} {with_rows}");
}

#[test]
fn of_ten_thousand_on_one_day_each_can_be_reached() {
    let timeline = crowd(10_000, 0, 1);
    let all = timeline.fit(&Folds::default(), today());
    let axis = Axis::new(all, 1000.0, &Folds::default());
    assert!(sheet(&timeline, &all).rows().is_empty());
    let nearest = axis.zoom(1e9, f64::from(year(2000)), &all);
    assert_eq!(
        sheet(&timeline, &nearest).rows().len(),
        10_000 - timeline.lane(3).len()
    );
}

#[test]
fn an_empty_timeline_is_empty() {
    let timeline = Timeline::new(Vec::new(), 3, today());
    let sheet = sheet(&timeline, &timeline.fit(&timeline.folds(), today()));
    assert_eq!(
        (sheet.height, sheet.rows().len(), sheet.lanes().len()),
        (0.0, 0, 3)
    );
    assert!(sheet.rows_between(0.0, 100.0).is_empty() && timeline.folds().iter().next().is_none());
}
