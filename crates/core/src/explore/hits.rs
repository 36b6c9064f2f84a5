//! What a term finds among the words that there are.

use rustc_hash::FxHashMap;

/// What the terms of a query find.
#[derive(Clone, Debug, Default)]
pub(super) struct Sought {
    pub hits: Vec<Hits>,
    /// Which terms find each entry as a word, a bit each.
    pub masks: Vec<u32>,
}

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

impl Sought {
    /// What terms find of a dictionary of so many entries.
    pub fn new(hits: Vec<Hits>, entries: usize) -> Self {
        let mut masks = vec![0; entries];
        for (term, hit) in hits.iter().enumerate() {
            for entry in hit.entries.keys() {
                masks[*entry as usize] |= 1 << term;
            }
        }
        Self { hits, masks }
    }
}

impl Hits {
    /// Adds what another term finds.
    pub fn extend(&mut self, other: &Self) {
        for (entry, factor) in &other.entries {
            let best = self.entries.entry(*entry).or_default();
            *best = best.max(*factor);
        }
        for sequence in &other.sequences {
            if !self.sequences.contains(sequence) {
                self.sequences.push(sequence.clone());
            }
        }
        self.best = self.best.max(other.best);
    }
}
