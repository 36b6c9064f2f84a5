//! Runs of Han, which are written without spaces, as the segments that occur.

use super::words::{BREAK, Words, character, contains, han};

/// Longer runs are taken as they are, and longer segments not tried.
const LONGEST_RUN: usize = 40;
const LONGEST_SEGMENT: usize = 8;
/// The shortest run that may consist of several words.
const SHORTEST_WHOLE: usize = 3;

impl Words {
    /// The segments of a run that occur, and what was put right, if anything was.
    pub(super) fn segments(&self, run: &str) -> (Vec<String>, Option<(String, String)>) {
        let symbols: Vec<u32> = run.chars().map(han).collect();
        if symbols.len() < 2 || symbols.len() > LONGEST_RUN {
            return (vec![run.to_owned()], None);
        }
        let named = self.cover(&symbols, |segment| self.is_named(segment));
        if named.left == 0 {
            return (named.texts(&symbols), None);
        }
        if self.occurs(&symbols) {
            return (self.words_of(&symbols), None);
        }
        let cover = self.cover(&symbols, |segment| {
            self.is_named(segment) || self.occurs(segment) || self.has_synonyms(&text(segment))
        });
        if cover.left > 0
            && let Some(right) = self.mended(&symbols)
        {
            let correction = (run.to_owned(), text(&right));
            let named = self.cover(&right, |segment| self.is_named(segment));
            let segments = if named.left == 0 {
                named.texts(&right)
            } else {
                vec![text(&right)]
            };
            return (segments, Some(correction));
        }
        if cover.segments.is_empty() {
            return (vec![run.to_owned()], None);
        }
        (cover.texts(&symbols), None)
    }

    /// The words of which a run consists that some record has as a whole, or the run where it is one word. A record may
    /// well say them apart, as in English: 診斷支援 is found where 支援 of a 診斷 is told of. The words of a run are names and
    /// what more records have than have the run; of several ways to part it the likeliest is taken, as by a unigram model
    /// (Sproat and others, "A stochastic finite-state word-segmentation algorithm for Chinese", 1996).
    fn words_of(&self, symbols: &[u32]) -> Vec<String> {
        let count = self.holders(symbols).len();
        // How unlikely the best way to each place is, and where its last word begins.
        let mut best: Vec<Option<(f32, usize)>> = vec![None; symbols.len() + 1];
        best[0] = Some((0.0, 0));
        for end in 2..=symbols.len() {
            for start in end.saturating_sub(LONGEST_SEGMENT)..end - 1 {
                let part = &symbols[start..end];
                let Some((before, _)) = best[start].filter(|_| part.len() < symbols.len()) else {
                    continue;
                };
                let held = self.at_most(part).max(self.things.count(part));
                let is_word = held > count || self.is_named(part) || self.has_synonyms(&text(part));
                let unlikely = before - (held.max(1) as f32 / self.cards.len() as f32).ln();
                if is_word && best[end].is_none_or(|(least, _)| unlikely < least) {
                    best[end] = Some((unlikely, start));
                }
            }
        }
        let mut words = Vec::new();
        let mut end = symbols.len();
        while let Some((_, start)) = best[end].filter(|_| end > 0) {
            words.push(text(&symbols[start..end]));
            end = start;
        }
        if end > 0 {
            return vec![text(symbols)];
        }
        words.reverse();
        words
    }

    /// The words of which a segment consists that no record has as a whole. A topic has aliases such as 無人的士, and of the
    /// records of the topic those are meant that speak of 的士.
    pub(super) fn parts(&self, segment: &str) -> Vec<String> {
        let symbols: Vec<u32> = segment.chars().map(han).collect();
        let is_long = (SHORTEST_WHOLE..=LONGEST_RUN).contains(&symbols.len());
        if !is_long || !self.holders(&symbols).is_empty() {
            return Vec::new();
        }
        let cover = self.cover(&symbols, |part| {
            let is_word = || self.occurs(part) || self.has_synonyms(&text(part));
            part.len() < symbols.len() && is_word()
        });
        cover.texts(&symbols)
    }

    /// Whether this is the whole name of a thing.
    fn is_named(&self, segment: &[u32]) -> bool {
        self.things.names().any(|name| name == segment)
    }

    /// The most records that can have a segment, by its rarest pair of characters, which is seen at once.
    fn at_most(&self, segment: &[u32]) -> usize {
        let pairs = segment.windows(2).map(|pair| self.holders(pair).len());
        pairs.min().unwrap_or_default()
    }

    /// Whether this finds something: a part of a name does of a proper name alone.
    pub(super) fn occurs(&self, segment: &[u32]) -> bool {
        let mut names = self.things.proper_names();
        self.is_named(segment)
            || names.any(|name| contains(name, segment))
            || !self.holders(segment).is_empty()
    }

    /// The segments of two characters or more that leave fewest characters out and, of those, the longest: the squares of
    /// their lengths are added up, and those of names count twice.
    fn cover(&self, symbols: &[u32], is_segment: impl Fn(&[u32]) -> bool) -> Cover {
        let mut best: Vec<Cover> = vec![Cover::default()];
        for end in 1..=symbols.len() {
            let mut cover = best[end - 1].clone();
            cover.left += 1;
            for start in end.saturating_sub(LONGEST_SEGMENT)..end.saturating_sub(1) {
                let segment = &symbols[start..end];
                let length = end - start;
                let worth = best[start].worth + 2 * length * length;
                let left = best[start].left;
                let is_better =
                    |worth: usize| left < cover.left || left == cover.left && worth > cover.worth;
                if !is_better(worth) {
                    continue;
                }
                let named = self.is_named(segment);
                let worth = if named {
                    worth
                } else {
                    worth - length * length
                };
                if is_better(worth) && is_segment(segment) {
                    cover = best[start].clone();
                    cover.worth = worth;
                    cover.segments.push((start, end));
                }
            }
            best.push(cover);
        }
        best.pop().unwrap_or_default()
    }

    /// The run with one wrong character put right, as a name has it: of those names the one that is no longer, of those the
    /// one in most cards.
    fn mended(&self, symbols: &[u32]) -> Option<Vec<u32>> {
        let names = self.things.names().filter(|_| symbols.len() > 2);
        let names = names.chain(self.things.proper_names());
        let titles = (0..self.name_ends.len()).flat_map(|card| {
            let runs = self.name(card as u32);
            runs.split(|symbol| *symbol == BREAK || character(*symbol).is_none())
        });
        let mut found: Vec<(bool, &[u32])> = Vec::new();
        for name in names.chain(titles) {
            for right in name.windows(symbols.len()) {
                let pairs = symbols.iter().zip(right);
                let wrong = pairs.filter(|(typed, right)| typed != right).count();
                let is_han = right.iter().all(|symbol| character(*symbol).is_some());
                // Of two characters the first must be right and begin the name.
                let is_beginning = name.starts_with(right) && right[0] == symbols[0];
                if wrong == 1 && is_han && (symbols.len() > 2 || is_beginning) {
                    found.push((name.len() == symbols.len(), right));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        let best = found.into_iter().max_by_key(|(is_whole, right)| {
            (
                *is_whole,
                self.holders(right).len() + self.things.count(right),
            )
        });
        best.map(|(_, right)| right.to_vec())
    }
}

fn text(symbols: &[u32]) -> String {
    symbols
        .iter()
        .filter_map(|symbol| character(*symbol))
        .collect()
}

/// Segments of a run, and how many of its characters are in none.
#[derive(Clone, Default)]
struct Cover {
    segments: Vec<(usize, usize)>,
    left: usize,
    worth: usize,
}

impl Cover {
    fn texts(&self, symbols: &[u32]) -> Vec<String> {
        let segments = self.segments.iter();
        segments
            .map(|(start, end)| text(&symbols[*start..*end]))
            .collect()
    }
}
