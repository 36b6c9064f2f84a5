//! Runs of Han, which are written without spaces, as the words of which they consist.

use super::form::is_stop_han;
use super::words::{BREAK, Words, character, contains, han};

/// Longer runs are taken as they are, and longer segments not tried.
const LONGEST_RUN: usize = 40;
const LONGEST_SEGMENT: usize = 8;
/// The shortest run that may consist of several words.
const SHORTEST_WHOLE: usize = 3;
/// How unlikely it is that a character is in no word, as a share of how unlikely a word is that one record has; and one that
/// says nothing.
const LEFT: f32 = 0.75;
const PASSED: f32 = 0.25;

impl Words {
    /// The segments of a run for which records are looked at, and what was put right, if anything was.
    ///
    /// A run that consists of names is those. One that some record has as a whole may well be said in parts, as in English:
    /// 診斷支援 is found where 支援 of a 診斷 is told of. One that nobody has is its words as far as it has any.
    pub(super) fn segments(&self, run: &str) -> (Vec<String>, Option<(String, String)>) {
        let symbols: Vec<u32> = run.chars().map(han).collect();
        if symbols.len() < 2 || symbols.len() > LONGEST_RUN {
            return (vec![run.to_owned()], None);
        }
        let named = self.likeliest(&symbols, false, |segment, _| self.is_named(segment));
        if named.left == 0 && !named.words.is_empty() {
            return (named.words, None);
        }
        let count = self.holders(&symbols).len();
        let is_word = |segment: &[u32], held: usize| {
            held > count && self.occurs(segment)
                || self.is_named(segment)
                || self.has_synonyms(&text(segment))
        };
        let apart = self.likeliest(&symbols, false, |segment, held| {
            segment.len() < symbols.len() && is_word(segment, held)
        });
        if apart.left == 0 && !apart.words.is_empty() {
            return (apart.words, None);
        }
        let parted = self.likeliest(&symbols, true, |segment, held| {
            is_word(segment, held) || segment.len() == symbols.len() && self.occurs(segment)
        });
        if count == 0
            && parted.left > 0
            && let Some(right) = self.mended(&symbols, parted.words.is_empty())
        {
            let correction = (run.to_owned(), text(&right));
            let named = self.likeliest(&right, false, |segment, _| self.is_named(segment));
            let is_named = named.left == 0;
            let segments = if is_named {
                named.words
            } else {
                vec![text(&right)]
            };
            return (segments, Some(correction));
        }
        if parted.words.is_empty() {
            return (vec![run.to_owned()], None);
        }
        (parted.words, None)
    }

    /// Whether a run consists of what says nothing.
    pub(super) fn says_nothing(&self, run: &str) -> bool {
        let symbols: Vec<u32> = run.chars().map(han).collect();
        self.likeliest(&symbols, false, |_, _| false).left == 0
    }

    /// The words of which a segment consists that no record has as a whole. A topic has aliases such as 無人的士, and of the
    /// records of the topic those are meant that speak of 的士.
    pub(super) fn parts(&self, segment: &str) -> Vec<String> {
        let symbols: Vec<u32> = segment.chars().map(han).collect();
        let is_long = (SHORTEST_WHOLE..=LONGEST_RUN).contains(&symbols.len());
        if !is_long || !self.holders(&symbols).is_empty() {
            return Vec::new();
        }
        let parted = self.likeliest(&symbols, true, |part, _| {
            let is_word = || self.occurs(part) || self.has_synonyms(&text(part));
            part.len() < symbols.len() && is_word()
        });
        parted.words
    }

    /// The likeliest way to part a run into words of two characters or more, as by a unigram model (Sproat and others, "A
    /// stochastic finite-state word-segmentation algorithm for Chinese", 1996): a word is the likelier the more records have
    /// it. What says nothing is passed over; another character may be in no word where it may be left, which is unlikely.
    /// `is_word` is asked with the most records that can have a segment.
    fn likeliest(
        &self,
        symbols: &[u32],
        may_leave: bool,
        is_word: impl Fn(&[u32], usize) -> bool,
    ) -> Parted {
        let rarest = ((self.cards.len() + 1) as f32).ln();
        let pairs: Vec<usize> = symbols
            .windows(2)
            .map(|pair| self.pair_count(pair))
            .collect();
        // How unlikely the best way to each place is, and where its last step begins.
        let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
        for end in 1..=symbols.len() {
            let says_nothing = |start: usize| is_stop_han(&text(&symbols[start..end]));
            let alone = if says_nothing(end - 1) {
                PASSED
            } else if may_leave {
                LEFT
            } else {
                f32::INFINITY
            };
            let mut step = (best[end - 1].0 + alone * rarest, end - 1);
            for start in end.saturating_sub(LONGEST_SEGMENT)..end.saturating_sub(1) {
                let (before, segment) = (best[start].0, &symbols[start..end]);
                let passed = before + PASSED * rarest;
                if passed < step.0 && says_nothing(start) {
                    step = (passed, start);
                }
                let held = pairs[start..end - 1].iter().copied().min().unwrap_or(0);
                let held = held.max(self.things.count(segment).unwrap_or(0));
                let unlikely = before + rarest - (held.max(1) as f32).ln();
                if unlikely < step.0 && is_word(segment, held) {
                    step = (unlikely, start);
                }
            }
            best.push(step);
        }
        let mut parted = Parted::default();
        let mut end = symbols.len();
        while end > 0 {
            let start = best[end].1;
            let word = text(&symbols[start..end]);
            if !is_stop_han(&word) {
                if end - start > 1 {
                    parted.words.push(word);
                } else {
                    parted.left += 1;
                }
            }
            end = start;
        }
        parted.words.reverse();
        parted
    }

    /// Whether this is the whole name of a thing.
    fn is_named(&self, segment: &[u32]) -> bool {
        self.things.count(segment).is_some()
    }

    /// How many records have two characters side by side.
    fn pair_count(&self, pair: &[u32]) -> usize {
        let entry = self.dictionary.find(&text(pair));
        entry.map_or(0, |entry| self.postings(entry).len())
    }

    /// Whether this finds something: a part of a name does of a proper name alone.
    pub(super) fn occurs(&self, segment: &[u32]) -> bool {
        let mut names = self.things.proper_names();
        self.is_named(segment)
            || names.any(|name| contains(name, segment))
            || !self.holders(segment).is_empty()
    }

    /// The run with one wrong character put right, as a name has it: of those names the one that is no longer, of those the
    /// one in most cards. A part of a name will do only where nothing of the run is known.
    fn mended(&self, symbols: &[u32], is_unknown: bool) -> Option<Vec<u32>> {
        let is_long = symbols.len() >= SHORTEST_WHOLE;
        let names = self.things.names().filter(|_| is_long);
        let names = names.chain(self.things.proper_names());
        let cards = if is_long { self.name_ends.len() } else { 0 };
        let titles = (0..cards).flat_map(|card| {
            let runs = self.name(card as u32);
            runs.split(|symbol| *symbol == BREAK || character(*symbol).is_none())
        });
        let mut found: Vec<(bool, &[u32])> = Vec::new();
        for name in names.chain(titles) {
            for right in name.windows(symbols.len()) {
                let pairs = symbols.iter().zip(right);
                let wrong = pairs.filter(|(typed, right)| typed != right).count();
                let is_han = right.iter().all(|symbol| character(*symbol).is_some());
                let is_whole = name.len() == right.len();
                // Of two characters the first must be right and begin the name of a body or a place.
                let is_beginning = name.starts_with(right) && right[0] == symbols[0];
                let is_likely = if is_long {
                    is_whole || is_unknown
                } else {
                    is_beginning
                };
                if wrong == 1 && is_han && is_likely {
                    found.push((is_whole, right));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        let best = found.into_iter().max_by_key(|(is_whole, right)| {
            (
                *is_whole,
                self.holders(right).len() + self.things.count(right).unwrap_or(0),
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

/// The words of a run, and how many of its characters are in none though they say something.
#[derive(Clone, Debug, Default)]
struct Parted {
    words: Vec<String>,
    left: usize,
}
