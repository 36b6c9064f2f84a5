//! Reads the texts of cards into an index.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::dictionary::Dictionary;
use super::form::is_stop_word;
use super::number;
use super::score::{FIELDS, NAME, NUMBERS, WEIGHTS};
use super::texts::Texts;
use super::things::{Line, Things, ways};
use super::words::{BREAK, GAP, Posting, Words, han};
use super::{Token, TokenKind, Variants, tokens};

/// An index that is being made. Entries are numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Builder {
    numbers: FxHashMap<Box<str>, u32>,
    /// Entries with the cards in which they stand, by card.
    found: Vec<(u32, Posting)>,
    words: Words,
    /// What the card at hand has of each entry, and of which it has something.
    sums: Vec<f32>,
    touched: Vec<u32>,
    lengths: [f32; FIELDS],
}

/// Where the lines of the field at hand begin among the symbols.
#[derive(Default)]
struct Lines {
    field: usize,
    begins: Vec<usize>,
}

impl Builder {
    /// A builder for cards whose fields have these mean lengths.
    pub fn new(lengths: [f32; FIELDS]) -> Self {
        Self {
            lengths,
            ..Self::default()
        }
    }

    /// Reads the next card.
    pub fn add(&mut self, card: usize, texts: &Texts, variants: &Variants) {
        let lengths = texts.lengths_of(card);
        let weights: [f32; FIELDS] = std::array::from_fn(|field| {
            let (weight, b) = WEIGHTS[field];
            let relative = lengths[field] as f32 / self.lengths[field].max(1.0);
            weight / (1.0 - b + b * relative)
        });
        let start = self.words.symbols.len();
        self.words.cards.push(start as u32);
        let mut lines = Lines::default();
        let mut name_end = start;
        texts.each_text(card, |field, text| {
            if field == NUMBERS {
                for token in &tokens(text, variants) {
                    let entry = self.number(&token.text);
                    self.touch(entry, weights[field]);
                }
                return;
            }
            for line in text.lines() {
                self.add_line(line, (field, weights[field]), &mut lines, variants);
            }
            if field == NAME {
                for line in text.lines() {
                    self.name(card as u32, line, variants);
                }
                name_end = self.words.symbols.len();
            }
        });
        self.words.name_ends.push((name_end - start) as u32);
        for entry in self.touched.drain(..) {
            let weight = std::mem::take(&mut self.sums[entry as usize]);
            let card = card as u32;
            self.found.push((entry, Posting { card, weight }));
        }
    }

    /// Reads a line of a field. What is the same in two languages counts once.
    fn add_line(
        &mut self,
        line: &str,
        field: (usize, f32),
        lines: &mut Lines,
        variants: &Variants,
    ) {
        if field.0 != lines.field {
            lines.begins.clear();
            lines.field = field.0;
        }
        let begin = self.words.symbols.len();
        let entries = self.line(&tokens(line, variants));
        let (before, this) = self.words.symbols.split_at(begin);
        let mut begins = lines.begins.iter();
        if begins.any(|begin| before[*begin..].starts_with(this)) {
            self.words.symbols.truncate(begin);
            return;
        }
        lines.begins.push(begin);
        for entry in entries {
            self.touch(entry, field.1);
        }
    }

    /// Notes the symbols of a line; returns its entries.
    fn line(&mut self, tokens: &[Token]) -> Vec<u32> {
        let mut entries = Vec::new();
        let mut joined = String::new();
        for (i, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Han {
                if i.checked_sub(1)
                    .is_some_and(|before| tokens[before].is_han())
                {
                    self.words.symbols.push(GAP);
                }
                entries.extend(self.run(&token.text));
                continue;
            }
            let entry = self.number(&token.text);
            entries.push(entry);
            self.words.symbols.push(entry);
            let before = i.checked_sub(1).map(|before| &tokens[before]);
            if let Some(before) = before.filter(|before| token.is_joined_to(before)) {
                joined.clear();
                joined.extend([&*before.text, &*token.text]);
                entries.push(self.number(&joined));
            }
        }
        for value in number::values(tokens) {
            entries.push(self.number(&value.digits));
        }
        self.words.symbols.push(BREAK);
        entries
    }

    /// Notes the symbols of a run of Han; returns its pairs and its last character.
    fn run(&mut self, text: &str) -> Vec<u32> {
        let mut entries = Vec::new();
        let mut characters = text.chars().peekable();
        let mut pair = String::new();
        while let Some(c) = characters.next() {
            self.words.symbols.push(han(c));
            pair.clear();
            pair.push(c);
            pair.extend(characters.peek());
            entries.push(self.number(&pair));
        }
        entries
    }

    /// Notes what a name is as a whole, and what its parts are, as before and in brackets.
    fn name(&mut self, card: u32, line: &str, variants: &Variants) {
        let parts = line.split(['(', ')', '（', '）', ':', '：']);
        for part in std::iter::once(line).chain(parts) {
            let hash = whole_name(&tokens(part, variants));
            self.words.whole_names.extend(hash.map(|hash| (hash, card)));
        }
    }

    fn number(&mut self, entry: &str) -> u32 {
        if let Some(number) = self.numbers.get(entry) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(entry.into(), number);
        self.sums.push(0.0);
        number
    }

    fn touch(&mut self, entry: u32, weight: f32) {
        let sum = &mut self.sums[entry as usize];
        if *sum == 0.0 {
            self.touched.push(entry);
        }
        *sum += weight;
    }

    /// The index of what was read, and of things with their names.
    pub fn finish(mut self, mut things: Things, names: &[Line], variants: &Variants) -> Words {
        for line in names {
            for way in ways(&line.text, variants) {
                let begin = self.words.symbols.len();
                let said = way.iter().filter(|token| !is_stop_word(&token.text));
                let said: Vec<Token> = said.cloned().collect();
                self.line(&said);
                let symbols = self.words.symbols.split_off(begin);
                if let Some((_, symbols)) =
                    symbols.split_last().filter(|(_, rest)| !rest.is_empty())
                {
                    things.add_name(line, symbols);
                }
            }
        }
        let mut entries: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        entries.sort_unstable();
        let mut places = vec![0; entries.len()];
        for (place, (_, number)) in (0..).zip(&entries) {
            places[*number as usize] = place;
        }
        let mut words = self.words;
        for symbol in words.symbols.iter_mut().chain(&mut things.symbols) {
            if let Some(place) = places.get(*symbol as usize) {
                *symbol = *place;
            }
        }
        words.cards.push(words.symbols.len() as u32);
        words.whole_names.sort_unstable();
        words.whole_names.dedup();
        words.starts = vec![0; entries.len() + 1];
        for (number, _) in &self.found {
            words.starts[places[*number as usize] as usize + 1] += 1;
        }
        for i in 0..entries.len() {
            words.starts[i + 1] += words.starts[i];
        }
        let mut next = words.starts.clone();
        words.postings = vec![Posting::default(); self.found.len()];
        for (number, posting) in self.found {
            let next = &mut next[places[number as usize] as usize];
            words.postings[*next as usize] = posting;
            *next += 1;
        }
        words.dictionary = Dictionary::new(entries.into_iter().map(|(entry, _)| entry).collect());
        words.things = things;
        words
    }
}

/// What tokens are with nothing between them, as a hash; `None` of none.
pub(super) fn whole_name(tokens: &[Token]) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let text: String = tokens.iter().map(|token| token.text.as_str()).collect();
    text.hash(&mut hasher);
    (!tokens.is_empty()).then(|| hasher.finish())
}
