//! The two ways of drawing the same columns.

/// Which way the columns go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Up, side by side: for wide pages.
    Standing,
    /// To the right, one below the other: for narrow ones.
    Lying,
}
