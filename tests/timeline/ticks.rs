//! The calendar along an axis.

use explorer_core::timeline::{
    Axis, Day, END_OF_TIME, Folds, MOST_TICKS, Step, Viewport, date_of, day_of, ticks,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::random::config;
use super::{HAIR, folds, number, windows};

/// Whether a day is one at which ticks of this step stand.
fn is_tick(step: Step, day: Day) -> bool {
    let (y, m, d) = date_of(day);
    match step {
        Step::Years(years) => y % years == 0 && m == 1 && d == 1,
        Step::Months(months) => (m - 1) % months == 0 && d == 1,
        Step::Days(14) => d == 1 || d == 15,
        Step::Days(7) => [1, 8, 15, 22].contains(&d),
        Step::Days(_) => true,
    }
}

#[test]
fn the_step_follows_from_the_room() {
    let step = |days: f64, width: f64, folds: &Folds| {
        let from = f64::from(day_of(2019, 12, 20));
        let window = Viewport {
            from,
            to: from + days,
        };
        ticks(&Axis::new(window, width, folds), 50.0).step
    };
    let none = Folds::default();
    assert_eq!(step(14.0, 1200.0, &none), Step::Days(1));
    assert_eq!(step(60.0, 1200.0, &none), Step::Days(7));
    assert_eq!(step(300.0, 1200.0, &none), Step::Days(14));
    assert_eq!(step(365.0, 1200.0, &none), Step::Months(1));
    assert_eq!(step(365.0 * 4.0, 1200.0, &none), Step::Months(3));
    assert_eq!(step(365.0 * 10.0, 1200.0, &none), Step::Months(6));
    assert_eq!(step(365.0 * 20.0, 1200.0, &none), Step::Years(1));
    assert_eq!(step(365.0 * 20.0, 360.0, &none), Step::Years(5));
    assert_eq!(step(365.0 * 1000.0, 1200.0, &none), Step::Years(50));
    // Ten of twenty years are folded, and the others have their room.
    assert_eq!(
        step(365.0 * 20.0, 1200.0, &Folds::of(&[2022..=2031])),
        Step::Months(6)
    );
}

#[test]
fn a_tick_behind_a_fold_gives_way_to_one_before_it() {
    let [from, to] = [1960, 2020].map(|year| f64::from(day_of(year, 1, 1)));
    let axis = Axis::new(Viewport { from, to }, 1000.0, &Folds::of(&[1987..=1998]));
    let years = ticks(&axis, 100.0).minor;
    let years: Vec<u16> = years.iter().map(|tick| date_of(tick.day).0).collect();
    assert_eq!(
        years,
        [1960, 1965, 1970, 1975, 1980, 1985, 2005, 2010, 2015, 2020]
    );
}

/// How much room a label needs.
#[derive(Clone, Copy, Debug)]
enum Label {
    Pixels(f64),
    Days(f64),
}

/// Widths of labels, some just above or below what is between two ticks.
fn label() -> impl Strategy<Value = Label> {
    let days = select(vec![1, 7, 14, 28, 90, 181, 365, 730, 1826, 3652, 7304]);
    prop_oneof![
        (1.0..200.0).prop_map(Label::Pixels),
        (days, 0.98..1.02).prop_map(|(days, share)| Label::Days(f64::from(days) * share)),
    ]
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn ticks_never_meet_and_leave_none_out(
        (_, window) in windows(),
        folds in folds(),
        width in 100.0..4000.0,
        label in label(),
    ) {
        let axis = Axis::new(window, width, &folds);
        let label = match label {
            Label::Pixels(pixels) => pixels,
            Label::Days(days) => (days * axis.pixels_per_day()).max(1.0),
        };
        let ticks = ticks(&axis, label);
        let folds: Vec<_> = axis.folds().collect();
        let is_folded = |day: Day| folds.iter().any(|fold| (fold.from..fold.to).contains(&f64::from(day)));
        prop_assert!(ticks.minor.len() <= MOST_TICKS);
        for pair in ticks.minor.windows(2) {
            prop_assert!(pair[1].x - pair[0].x >= label - HAIR);
        }
        for tick in &ticks.minor {
            prop_assert!((tick.x - axis.x(f64::from(tick.day))).abs() < HAIR);
        }
        let days = window.from.ceil() as Day..=(window.to.floor() as Day).min(END_OF_TIME - 1);
        if window.days() < 20_000.0 && ticks.step != Step::Years(5_000) {
            let there: Vec<Day> = ticks.minor.iter().map(|tick| tick.day).collect();
            let mut all: Vec<Day> = Vec::new();
            let room = label.max(width / (MOST_TICKS - 1) as f64);
            for day in days.filter(|day| is_tick(ticks.step, *day) && !is_folded(*day)) {
                // One behind a fold may be too near to one before it.
                let x = |day: Day| axis.x(f64::from(day));
                if all.last().is_none_or(|last| x(day) - x(*last) >= room - HAIR) {
                    all.push(day);
                }
            }
            prop_assert_eq!(there, all);
        }

        let upper = match ticks.step {
            Step::Years(_) => None,
            Step::Months(_) => Some(Step::Years(1)),
            Step::Days(_) => Some(Step::Months(1)),
        };
        prop_assert_eq!(ticks.upper.is_empty(), upper.is_none());
        prop_assert!(ticks.upper.len() <= MOST_TICKS, "{}", ticks.upper.len());
        for (nth, band) in ticks.upper.iter().enumerate() {
            prop_assert!(upper.is_some_and(|step| is_tick(step, band.day)), "{band:?}");
            prop_assert!(band.x0 < band.x1 && !is_folded(band.day), "{band:?}");
            let x = axis.x(f64::from(band.day)).max(0.0);
            prop_assert!((band.x0 - x).abs() < HAIR && band.x1 <= width + HAIR);
            // It ends where the next begins, or where a fold does.
            let next = ticks.upper.get(nth + 1).map_or(width, |next| next.x0);
            let folded = folds.iter().map(|fold| fold.x0.max(0.0)).find(|x| *x > band.x0 && *x < next);
            prop_assert!((band.x1 - folded.unwrap_or(next)).abs() < HAIR, "{band:?}");
        }
        // Whatever open day has a tick has a band above it.
        for tick in ticks.minor.iter().filter(|tick| upper.is_some() && tick.x < width - HAIR) {
            let is_above = ticks.upper.iter().any(|band| band.x0 - HAIR <= tick.x && tick.x <= band.x1);
            prop_assert!(is_above, "{tick:?}");
        }
    }

    #[test]
    fn ticks_bear_any_number(
        folds in folds(),
        from in number(),
        to in number(),
        width in number(),
        label in number(),
    ) {
        let ticks = ticks(&Axis::new(Viewport { from, to }, width, &folds), label);
        prop_assert!(ticks.minor.len() <= MOST_TICKS);
        prop_assert!(ticks.upper.len() <= MOST_TICKS);
    }
}
