//! Which years are folded, against a model that looks at every run of years.

use explorer_core::timeline::{END_OF_TIME, Folds, folds};
use proptest::prelude::*;

use super::random::config;
use super::year;

/// How many began in some years.
fn held(years: &[u16], from: u16, to: u16) -> usize {
    years
        .iter()
        .filter(|year| (from..=to).contains(year))
        .count()
}

/// Whether the years hold so few that they may be folded.
fn holds_little(years: &[u16], from: u16, to: u16) -> bool {
    held(years, from, to) as f64 / (years.len() as f64) < 0.03 - 1e-12
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn folded_are_long_runs_that_hold_little(
        crowds in prop::collection::vec((1980..2027_u16, prop_oneof![1..4_usize, 1..80_usize]), 0..14),
        far in prop::option::of(prop_oneof![Just(1), 1800..1980_u16, Just(9999)]),
    ) {
        let crowds = crowds.into_iter().flat_map(|(year, count)| std::iter::repeat_n(year, count));
        let years: Vec<u16> = crowds.chain(far.filter(|year| *year > 1700)).collect();
        let folds = folds(years.iter().copied());
        let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else {
            prop_assert!(folds.is_empty());
            return Ok(());
        };
        for fold in &folds {
            prop_assert!(fold.start() >= first && fold.end() <= last, "{fold:?}");
            // Long runs of nothing but emptiness take too long to look at.
            for year in fold.clone().take(400) {
                let is_in_a_run = (*fold.start()..=year).any(|from| {
                    let least = year.max(from + 2);
                    least <= *fold.end() && holds_little(&years, from, least)
                });
                prop_assert!(is_in_a_run, "{year} of {fold:?}");
            }
        }
        for pair in folds.windows(2) {
            prop_assert!(pair[0].end() + 1 < *pair[1].start(), "{pair:?}");
        }
        let is_folded = |year: u16| folds.iter().any(|fold| fold.contains(&year));
        for from in (*first..=last.saturating_sub(2)).filter(|from| !is_folded(*from)) {
            let is_open = !is_folded(from + 1) && !is_folded(from + 2);
            prop_assert!(!is_open || !holds_little(&years, from, from + 2), "{from}");
        }
    }
}

#[test]
fn a_fold_ends_where_something_began_or_time_does() {
    let crowd = |year: u16| std::iter::repeat_n(year, 100);
    assert_eq!(folds(crowd(1).chain(crowd(9999))), [2..=9998]);
    assert_eq!(folds(crowd(2000).chain(crowd(2004))), [2001..=2003]);
    assert_eq!(folds(crowd(2000).chain(crowd(2003))), []);
    // Exactly 3 in 100 are too many; what begins before all else may be folded.
    let few = |count: usize| {
        folds(
            [2002]
                .repeat(count)
                .into_iter()
                .chain(crowd(2005))
                .take(100),
        )
    };
    assert_eq!(few(3), []);
    assert_eq!(few(2), [2002..=2004]);
}

#[test]
fn the_days_of_a_fold_are_those_of_its_years() {
    let folds = Folds::of(&[1..=3, 1990..=1999, 9990..=9999]);
    let days = |from, to| (f64::from(from), f64::from(to));
    let expected = [
        days(0, year(4)),
        days(year(1990), year(2000)),
        days(year(9990), END_OF_TIME),
    ];
    assert_eq!(folds.iter().collect::<Vec<_>>(), expected);
}
