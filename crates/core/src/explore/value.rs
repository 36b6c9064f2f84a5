//! Numbers and days that are written with words.

use std::ops::Range;

/// A number that is written with words, or a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// All its digits.
    pub digits: String,
    /// The tokens that it is written with.
    pub tokens: Range<usize>,
    /// Which characters of the last of these tokens belong to it, where that is Han.
    pub han: Range<usize>,
}
