//! The square of a record.

/// The side of a square, in pixels of the picture.
pub const SIDE: f64 = 8.0;

/// A record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Square {
    /// The place of its card in the bundle.
    pub card: usize,
    /// The place of its main theme in the vocabulary; as many as there are themes, where it has none of them.
    pub theme: usize,
    /// Whether it is not under way: ended, replaced or only announced.
    pub hollow: bool,
    /// Its column, from 0.
    pub column: usize,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
}
