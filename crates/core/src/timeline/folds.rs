//! Years in which little began, folded.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A run of so many years or more may be folded,
const FOLDED_YEARS: u16 = 3;
/// if it holds less than so many hundredths of all.
const FOLDED_PERCENT: usize = 3;

/// Which years are folded, given in which year each thing began: runs of three years and more, within the years in which
/// anything began, that hold less than 3 % of all. Runs that touch are one.
///
/// ```
/// # use explorer_core::timeline::folds;
/// let years = [1990].into_iter().chain((0..99).map(|i| 2018 + i % 9));
/// assert_eq!(folds(years), [1990..=2017]);
/// ```
pub fn folds(years: impl IntoIterator<Item = u16>) -> Vec<RangeInclusive<u16>> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for year in years {
        *counts.entry(year).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let (Some((first, _)), Some((last, _))) = (counts.first_key_value(), counts.last_key_value())
    else {
        return Vec::new();
    };
    let (mut year, last) = (*first, *last);
    let mut folds: Vec<RangeInclusive<u16>> = Vec::new();
    while year <= last {
        let Some(end) = run(&counts, year, last, all) else {
            year += 1;
            continue;
        };
        match folds.last_mut() {
            Some(before) if before.end() + 1 == year => *before = *before.start()..=end,
            _ => folds.push(year..=end),
        }
        year = end + 1;
    }
    folds
}

/// The last year of the longest run from a year on that may be folded.
fn run(counts: &BTreeMap<u16, usize>, from: u16, last: u16, all: usize) -> Option<u16> {
    let mut held = 0;
    let fits = |year: &u16| {
        held += counts.get(year).copied().unwrap_or(0);
        100 * held < FOLDED_PERCENT * all
    };
    let end = (from..=last).take_while(fits).last()?;
    (end - from + 1 >= FOLDED_YEARS).then_some(end)
}
