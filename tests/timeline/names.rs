//! Names are whole or not shown, and meet nothing; and what lies near a point.

use explorer_core::timeline::{Mark, Name, Named, names_above, names_beside, near};
use proptest::prelude::*;

use super::random::config;
use super::{HAIR, number};

/// How far a name keeps from what is beside it, in pixels.
const APART: f64 = 4.0;

/// How high a name is, and a row.
const HEIGHT: f64 = 13.0;
const ROW: f64 = 6.0;

const WIDTH: f64 = 1000.0;

/// Rows in lanes, those of each lane in order of beginning, as a sheet has them.
fn rows() -> impl Strategy<Value = Vec<Named>> {
    let row = (
        -100.0..1100.0_f64,
        3.0..600.0_f64,
        10.0..400.0_f64,
        0..4_u32,
        0..3_u16,
    );
    let wide = prop_oneof![9 => Just(1.0), 1 => Just(3.0)];
    prop::collection::vec((row, wide), 0..60).prop_map(|mut rows| {
        rows.sort_by(|(a, _), (b, _)| a.4.cmp(&b.4).then(a.0.total_cmp(&b.0)));
        let rows = rows.into_iter().enumerate();
        let rows = rows.map(|(place, ((x0, long, width, weight, lane), wide))| Named {
            place,
            lane,
            weight,
            x0,
            x1: x0 + long,
            top: ROW * place as f64 + 40.0 * f64::from(lane),
            width: width * wide,
        });
        rows.collect()
    })
}

/// Where the rows of a lane end.
fn bottom(rows: &[Named], lane: u16) -> f64 {
    let tops = rows
        .iter()
        .filter(|row| row.lane == lane)
        .map(|row| row.top);
    tops.fold(0.0, f64::max) + ROW + 4.0
}

/// Whether two intervals, open at their ends, have something in common.
fn meet(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

fn found(names: &[Name], place: usize) -> Option<&Name> {
    names.iter().find(|name| name.place == place)
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn names_beside_bars_meet_nothing_and_are_there_where_they_have_a_place(
        rows in rows(),
        today in -50.0..1050.0_f64,
    ) {
        let names = names_beside(&rows, HEIGHT, WIDTH, today, |lane| bottom(&rows, lane));
        prop_assert!(names.windows(2).all(|pair| pair[0].place < pair[1].place));
        let x = |name: &Name| (name.x, name.x + name.width);
        let y = |name: &Name| (name.top, name.top + HEIGHT);
        let is_clear = |name: &Name, row: &Named, apart: f64| {
            let is_inside = name.x >= 0.0 && row.x0 <= WIDTH;
            let around = (name.x - apart, name.x + name.width + apart);
            is_inside && !meet(around, (today, today)) && y(name).1 <= bottom(&rows, row.lane)
        };
        let is_taken = |name: &Name, by: &Name| {
            let apart = |name: &Name| (name.x - APART, name.x + name.width + APART);
            name.place != by.place && meet(y(name), y(by)) && meet(apart(name), apart(by))
        };
        for row in &rows {
            let wanted = Name {
                place: row.place,
                x: row.x0 - APART - row.width,
                top: row.top,
                width: row.width,
            };
            let mut others = names.iter();
            match found(&names, row.place) {
                Some(name) => {
                    prop_assert_eq!(name, &wanted);
                    prop_assert!(is_clear(name, row, APART - HAIR));
                    prop_assert!(!others.any(|other| is_taken(name, other)));
                    let is_crossed = |bar: &Named| {
                        meet(x(name), (bar.x0, bar.x1)) && meet(y(name), (bar.top, bar.top + ROW))
                    };
                    prop_assert!(!rows.iter().any(is_crossed), "{name:?}");
                }
                // Something that matters more is in its place.
                None => prop_assert!(!is_clear(&wanted, row, APART + HAIR) || others.any(|other| {
                    let before = (std::cmp::Reverse(rows[other.place].weight), other.place);
                    is_taken(&wanted, other) && before < (std::cmp::Reverse(row.weight), row.place)
                }), "{row:?}"),
            }
        }
    }

    #[test]
    fn names_above_bars_are_within_the_width_and_beside_today(
        rows in rows(),
        today in prop_oneof![-50.0..1050.0_f64, 900.0..1000.0_f64],
    ) {
        let names = names_above(&rows, WIDTH, today);
        for row in &rows {
            let is_seen = row.x1 > 0.0 && row.x0 < WIDTH;
            let is_split = (-APART..WIDTH + APART).contains(&today);
            let room = if is_split { today.max(WIDTH - today) - APART } else { WIDTH };
            let Some(name) = found(&names, row.place) else {
                prop_assert!(!is_seen || row.width > room - HAIR, "{row:?}");
                continue;
            };
            prop_assert!(is_seen && name.width == row.width && name.top == row.top);
            prop_assert!(name.x >= 0.0 && name.x + name.width <= WIDTH + 0.5);
            let meets_today = |x: f64, apart: f64| meet((x - apart, x + row.width + apart), (today, today));
            prop_assert!(!meets_today(name.x, APART - HAIR), "{name:?}");
            // From where its bar begins to be seen, unless it would not be whole there.
            let x0 = row.x0.max(0.0);
            let is_whole = x0 + row.width <= WIDTH && !meets_today(x0, APART + HAIR);
            prop_assert!(!is_whole || name.x == x0, "{name:?} {row:?}");
        }
        prop_assert!(names.len() <= rows.len());
    }

    #[test]
    fn names_bear_any_number(numbers in prop::collection::vec(number(), 8), mut rows in rows()) {
        for (nth, row) in rows.iter_mut().enumerate() {
            (row.x0, row.x1) = (numbers[nth % 8], numbers[(nth + 1) % 8]);
            (row.top, row.width) = (numbers[(nth + 2) % 8], numbers[(nth + 3) % 8]);
        }
        let beside = names_beside(&rows, numbers[0], numbers[1], numbers[2], |_| numbers[3]);
        let above = names_above(&rows, numbers[1], numbers[2]);
        prop_assert!(beside.len() <= rows.len() && above.len() <= rows.len());
    }

    #[test]
    fn near_are_those_within_reach_and_the_nearest_first(
        marks in prop::collection::vec((0..12_usize, 0..60, 0..30, 0..60, 0..9), 0..30),
        (x, y) in (-10..70_i32, -10..70_i32),
        reach in 0..40_i32,
    ) {
        let mark = |&(place, left, wide, top, high): &(usize, i32, i32, i32, i32)| Mark {
            place,
            x: f64::from(left)..f64::from(left + wide),
            y: f64::from(top)..f64::from(top + high),
        };
        let square = |&(_, left, wide, top, high): &(usize, i32, i32, i32, i32)| {
            let nearest = (x.clamp(left, left + wide), y.clamp(top, top + high));
            (nearest.0 - x).pow(2) + (nearest.1 - y).pow(2)
        };
        let of_place = |place: usize| marks.iter().filter(|mark| mark.0 == place).map(square).min();
        let all = (0..12).filter_map(|place| Some((of_place(place)?, place)));
        let mut expected: Vec<(i32, usize)> = all.filter(|(square, _)| *square <= reach * reach).collect();
        expected.sort_unstable();
        let expected: Vec<usize> = expected.into_iter().map(|(_, place)| place).collect();
        prop_assert_eq!(near(marks.iter().map(mark), x.into(), y.into(), reach.into()), expected);
    }
}
