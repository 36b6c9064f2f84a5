//! Every word of the cards, in order, with those that are forms of one another.

use std::ops::Range;

use super::stem;

/// Words, numbers, pairs of Han characters and single ones at the end of a run, in order. Each has its place as its number.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionary {
    entries: Vec<Box<str>>,
    /// Stems in order, and for each where its words begin in `forms`.
    stems: Vec<(Box<str>, u32)>,
    forms: Vec<u32>,
}

impl Dictionary {
    /// The dictionary of entries in order.
    pub fn new(entries: Vec<Box<str>>) -> Self {
        let words = (0..).zip(&entries);
        let words = words.filter(|(_, entry)| entry.starts_with(|c: char| c.is_ascii_lowercase()));
        let mut forms: Vec<(String, u32)> = words.map(|(i, entry)| (stem(entry), i)).collect();
        forms.sort_unstable();
        let mut stems: Vec<(Box<str>, u32)> = Vec::new();
        for (i, (stem, _)) in (0..).zip(&forms) {
            if stems.last().is_none_or(|(last, _)| **last != **stem) {
                stems.push((stem.as_str().into(), i));
            }
        }
        Self {
            entries,
            stems,
            forms: forms.into_iter().map(|(_, entry)| entry).collect(),
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// An entry by its number.
    pub fn entry(&self, number: u32) -> &str {
        &self.entries[number as usize]
    }

    /// The number of an entry.
    pub fn find(&self, text: &str) -> Option<u32> {
        let place = self.entries.binary_search_by(|entry| (**entry).cmp(text));
        place.ok().map(|place| place as u32)
    }

    /// The entries that begin so.
    pub fn beginning(&self, text: &str) -> Range<u32> {
        let first = self.entries.partition_point(|entry| **entry < *text);
        let rest = &self.entries[first..];
        let count = rest.partition_point(|entry| entry.starts_with(text));
        first as u32..(first + count) as u32
    }

    /// The words with this stem.
    pub fn forms(&self, stem: &str) -> &[u32] {
        let place = self
            .stems
            .binary_search_by(|(other, _)| (**other).cmp(stem));
        let Ok(place) = place else { return &[] };
        let start = self.stems[place].1 as usize;
        let next = self.stems.get(place + 1);
        let end = next.map_or(self.forms.len(), |(_, start)| *start as usize);
        &self.forms[start..end]
    }

    /// Whether records have this word or a form of it.
    pub fn knows(&self, word: &str, stem: &str) -> bool {
        self.find(word).is_some() || !self.forms(stem).is_empty()
    }

    /// Every word, without numbers and Han.
    pub fn words(&self) -> impl Iterator<Item = (u32, &str)> {
        self.forms.iter().map(|entry| (*entry, self.entry(*entry)))
    }
}
