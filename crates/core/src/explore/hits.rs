//! What a term finds among the words that there are.

use rustc_hash::FxHashMap;

/// What a term finds.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    /// Entries of the dictionary, each with what it counts.
    pub entries: FxHashMap<u32, f32>,
    /// Symbols that must follow one another.
    pub sequences: Vec<Vec<u32>>,
    /// What the best of them counts.
    pub best: f32,
}
