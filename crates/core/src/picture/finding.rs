//! What the picture shows, in numbers.

/// Fewer records have no shape to speak of.
const FEWEST: usize = 20;

/// The latest span of years that holds about half of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its first year; it lasts to the end.
    pub since: u16,
    /// How many records begin in it.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

impl Finding {
    /// Its share in whole hundredths, rounded to the nearest.
    pub const fn percent(&self) -> usize {
        (200 * self.count + self.of) / (2 * self.of)
    }
}

/// The latest span of years, to the last, whose share of all records lies nearest one half; `None` of fewer than 20 records,
/// and where all begin in one year. `years` has the year of each record's beginning, in any order.
///
/// ```
/// # use explorer_core::picture::finding;
/// let years = [vec![2001; 10], vec![2020; 5], vec![2023; 5], vec![2024; 4]].concat();
/// let finding = finding(&years).unwrap();
/// assert_eq!((finding.since, finding.count, finding.of), (2020, 14, 24));
/// assert_eq!(finding.percent(), 58);
/// ```
pub fn finding(years: &[u16]) -> Option<Finding> {
    let of = years.len();
    let mut years = years.to_vec();
    years.sort_unstable();
    if of < FEWEST || years.first() == years.last() {
        return None;
    }
    let begins = (0..of).filter(|at| *at == 0 || years[*at] != years[*at - 1]);
    // Of two that are as near, the later span.
    let nearest = begins.min_by_key(|at| ((2 * (of - at)).abs_diff(of), of - at))?;
    Some(Finding {
        since: years[nearest],
        count: of - nearest,
        of,
    })
}
