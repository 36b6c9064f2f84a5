//! The search index: which words stand in which records, and in which field.

use std::cmp::Ordering;
use std::sync::OnceLock;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::{
    Facets, Query, Term, Token, TokenKind, Variants, allowed_errors, tokens, within_errors,
};
use crate::dataset::{Card, Names, SearchTexts, Text, Vocabulary};

/// The fields of a record, the weightiest first: name, organisations and topics, summary, facts.
const FIELDS: usize = 4;
/// A posting is a card's number shifted by so many bits, and a field's number below.
const FIELD_BITS: u32 = 2;
/// The score of a card that does not match.
const NO_MATCH: u8 = u8::MAX;

/// Everything that answers view states over one set of cards.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The fields of each card, as they are written.
    texts: Vec<[String; FIELDS]>,
    /// Made with the first search: most visits begin without one, and it takes as long as all else.
    words: OnceLock<Words>,
    variants: Variants,
    pub(super) facets: Facets,
    /// For each year, from the first, the cards with something dated in it.
    pub(super) years: Vec<(u16, FixedBitSet)>,
    pub(super) orders: Orders,
}

/// Which words stand where.
#[derive(Clone, Debug, Default)]
struct Words {
    /// Words, Han characters and pairs of Han characters, in order.
    dictionary: Vec<Box<str>>,
    /// For each of them the cards in whose best field it stands, by card.
    postings: Vec<Vec<u32>>,
    /// The folded fields of each card, for what the postings alone cannot tell.
    folded: Vec<[Box<str>; FIELDS]>,
}

/// The cards in each order that does not depend on a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    pub newest: Vec<u32>,
    pub oldest: Vec<u32>,
    pub amount: Vec<u32>,
}

/// The cards that match a query, each with its score: the lower, the better.
pub(super) struct Found {
    pub cards: FixedBitSet,
    pub scores: Vec<u16>,
}

impl Index {
    /// Builds the index of cards, which are given in the order of their names. Without `texts` a search looks
    /// through names, organisations, topics and summaries in the cards' own language.
    pub fn new(
        vocabulary: &Vocabulary,
        cards: &[Card],
        texts: Option<&SearchTexts>,
        variants: Variants,
    ) -> Self {
        let bodies = words_by_id(
            texts.map(|texts| &*texts.organisations),
            vocabulary
                .organisations
                .iter()
                .map(|body| (&*body.id, &body.name)),
        );
        let topics = words_by_id(
            texts.map(|texts| &*texts.topics),
            vocabulary
                .topics
                .iter()
                .map(|topic| (&*topic.id, &topic.name)),
        );
        let records = texts.map_or(&[][..], |texts| &texts.records);
        let places: FxHashMap<&str, usize> = records
            .iter()
            .enumerate()
            .map(|(place, record)| (&*record.id, place))
            .collect();
        let fields = |card: &Card| {
            let parts = card.organisations.iter();
            let parts = parts.filter_map(|id| bodies.get(&**id));
            let about = card.topics.iter().filter_map(|id| topics.get(&**id));
            let around = parts.chain(about).map(String::as_str);
            let around = around.collect::<Vec<_>>().join("\n");
            match places.get(&*card.id).map(|place| &records[*place]) {
                Some(record) => [
                    lines(&record.name),
                    around,
                    lines(&record.summary),
                    lines(&record.facts),
                ],
                None => [
                    lines(&card.name),
                    around,
                    card.summary.clone(),
                    String::new(),
                ],
            }
        };
        Self {
            texts: cards.iter().map(fields).collect(),
            words: OnceLock::new(),
            variants,
            facets: Facets::new(vocabulary, cards),
            years: years(cards),
            orders: Orders::new(cards),
        }
    }

    /// How many cards there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are no cards.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// What was typed, as terms that this index finds and [`super::highlight`] marks.
    pub fn query(&self, typed: &str) -> Query {
        Query::new(typed, &self.variants)
    }

    /// The variants by which this index folds.
    pub const fn variants(&self) -> &Variants {
        &self.variants
    }

    /// The folded fields of a card, the weightiest first, for holding the index against a plain search.
    pub fn fields(&self, card: usize) -> &[Box<str>] {
        &self.words().folded[card]
    }

    fn words(&self) -> &Words {
        self.words
            .get_or_init(|| Words::new(&self.texts, &self.variants))
    }

    pub(super) fn search(&self, query: &Query) -> Found {
        let mut cards = FixedBitSet::with_capacity(self.len());
        cards.insert_range(..);
        let mut scores = vec![0; self.len()];
        let mut best = vec![NO_MATCH; self.len()];
        for term in &query.terms {
            best.fill(NO_MATCH);
            match term {
                Term::Word(word) => self.score_word(word, &mut best),
                Term::Phrase(tokens) => self.score_phrase(tokens, &term.needle(), &mut best),
            }
            for (card, best) in best.iter().enumerate() {
                if *best == NO_MATCH {
                    cards.set(card, false);
                } else {
                    scores[card] += u16::from(*best);
                }
            }
        }
        Found { cards, scores }
    }

    fn score_word(&self, word: &str, best: &mut [u8]) {
        let words = self.words();
        for place in self.matching(word) {
            let inexact = u8::from(*words.dictionary[place] != *word);
            for posting in &words.postings[place] {
                let score = (posting & ((1 << FIELD_BITS) - 1)) as u8 * 2 + inexact;
                let best = &mut best[(posting >> FIELD_BITS) as usize];
                *best = score.min(*best);
            }
        }
    }

    /// Cards that hold every part of the phrase, then looked through for the whole.
    fn score_phrase(&self, phrase: &[Token], needle: &str, best: &mut [u8]) {
        let words = self.words();
        let mut candidates: Option<FixedBitSet> = None;
        for part in phrase.iter().flat_map(parts) {
            let mut holders = FixedBitSet::with_capacity(self.len());
            if let Ok(place) = words
                .dictionary
                .binary_search_by(|entry| (**entry).cmp(&*part))
            {
                holders.extend(
                    words.postings[place]
                        .iter()
                        .map(|posting| (posting >> FIELD_BITS) as usize),
                );
            }
            match &mut candidates {
                Some(candidates) => candidates.intersect_with(&holders),
                None => candidates = Some(holders),
            }
        }
        for card in candidates.iter().flat_map(FixedBitSet::ones) {
            if let Some(field) = words.folded[card]
                .iter()
                .position(|field| field.contains(needle))
            {
                best[card] = field as u8 * 2;
            }
        }
    }

    /// The places in the dictionary of the words that a typed word stands for.
    fn matching(&self, typed: &str) -> Vec<usize> {
        let dictionary = &self.words().dictionary;
        let first = dictionary.partition_point(|entry| **entry < *typed);
        let begin = dictionary[first..]
            .iter()
            .take_while(|entry| entry.starts_with(typed))
            .count();
        if begin > 0 {
            return (first..first + begin).collect();
        }
        let typed: Vec<char> = typed.chars().collect();
        let errors = allowed_errors(typed.len());
        if errors == 0 {
            return Vec::new();
        }
        // A wrong letter accounts for one that is missing at most, and that is seen far sooner than how far apart two
        // words are.
        let bit = |letter: char| 1_u64 << (u32::from(letter) % 64);
        let wanted = typed.iter().fold(0, |bits, letter| bits | bit(*letter));
        let mut letters = Vec::new();
        let mut near = |entry: &str| {
            let has = entry.chars().fold(0, |bits, letter| bits | bit(letter));
            if (wanted & !has).count_ones() as usize > errors {
                return false;
            }
            letters.clear();
            letters.extend(entry.chars());
            within_errors(&typed, &letters, errors)
        };
        (0..dictionary.len())
            .filter(|place| near(&dictionary[*place]))
            .collect()
    }
}

impl Words {
    fn new(texts: &[[String; FIELDS]], variants: &Variants) -> Self {
        let mut builder = Builder::default();
        let mut folded = Vec::with_capacity(texts.len());
        for (card, fields) in texts.iter().enumerate() {
            let mut field = 0;
            folded.push(fields.each_ref().map(|text| {
                let folded = builder.add(card as u32, field, text, variants);
                field += 1;
                folded
            }));
        }
        let (dictionary, postings) = builder.finish();
        Self {
            dictionary,
            postings,
            folded,
        }
    }
}

/// The entries of the dictionary that a text with this token must have.
fn parts(token: &Token) -> Vec<String> {
    if token.kind == TokenKind::Word {
        return vec![token.text.clone()];
    }
    let characters: Vec<char> = token.text.chars().collect();
    match characters.len() {
        1 => vec![token.text.clone()],
        _ => characters
            .windows(2)
            .map(|pair| pair.iter().collect())
            .collect(),
    }
}

/// A text in all languages that it has, a line each: no phrase reaches over the end of a line.
fn lines(text: &Text) -> String {
    let languages = text.iter().map(|(_, words)| words);
    let languages = languages.filter(|words| !words.is_empty());
    languages.collect::<Vec<_>>().join("\n")
}

/// All words for each thing, by its id: those of all languages where they are there, else its names.
fn words_by_id<'a>(
    all: Option<&'a [Names]>,
    names: impl Iterator<Item = (&'a str, &'a Text)>,
) -> FxHashMap<&'a str, String> {
    match all {
        Some(all) => all
            .iter()
            .map(|names| (&*names.id, names.words.clone()))
            .collect(),
        None => names.map(|(id, name)| (id, lines(name))).collect(),
    }
}

/// Collects postings while cards are read.
#[derive(Default)]
struct Builder {
    places: FxHashMap<String, usize>,
    postings: Vec<Vec<u32>>,
}

impl Builder {
    /// Notes the words of one field of a card and returns it folded.
    fn add(&mut self, card: u32, field: u32, text: &str, variants: &Variants) -> Box<str> {
        let mut folded = String::with_capacity(text.len() + 2);
        let mut pair = String::new();
        for line in text.lines() {
            folded.push(' ');
            for token in tokens(line, variants) {
                folded.push_str(&token.text);
                folded.push(' ');
                if token.kind == TokenKind::Word {
                    self.note(&token.text, card, field);
                    continue;
                }
                let mut last = None;
                for c in token.text.chars() {
                    self.note(c.encode_utf8(&mut [0; 4]), card, field);
                    if let Some(last) = last {
                        pair.clear();
                        pair.extend([last, c]);
                        self.note(&pair, card, field);
                    }
                    last = Some(c);
                }
            }
            folded.push('\n');
        }
        folded.into_boxed_str()
    }

    fn note(&mut self, entry: &str, card: u32, field: u32) {
        let place = if let Some(place) = self.places.get(entry) {
            *place
        } else {
            self.places.insert(entry.to_owned(), self.postings.len());
            self.postings.push(Vec::new());
            self.postings.len() - 1
        };
        // Cards and fields come in order, so the first posting of a card is its best.
        let postings = &mut self.postings[place];
        if postings
            .last()
            .is_none_or(|last| last >> FIELD_BITS != card)
        {
            postings.push(card << FIELD_BITS | field);
        }
    }

    fn finish(mut self) -> (Vec<Box<str>>, Vec<Vec<u32>>) {
        let mut entries: Vec<(String, usize)> = self.places.into_iter().collect();
        entries.sort_unstable();
        entries
            .into_iter()
            .map(|(entry, place)| {
                let postings = std::mem::take(&mut self.postings[place]);
                (entry.into_boxed_str(), postings)
            })
            .unzip()
    }
}

impl Orders {
    fn new(cards: &[Card]) -> Self {
        let sorted = |compare: &dyn Fn(&Card, &Card) -> Ordering| {
            let card = |number: &u32| &cards[*number as usize];
            let mut order: Vec<u32> = (0..).take(cards.len()).collect();
            order.sort_by(|a, b| compare(card(a), card(b)));
            order
        };
        Self {
            newest: sorted(&|a, b| b.start.cmp(&a.start)),
            oldest: sorted(&|a, b| a.start.cmp(&b.start)),
            amount: sorted(&|a, b| b.amount.cmp(&a.amount).then(b.start.cmp(&a.start))),
        }
    }
}

/// For each year from the first to the last in which something is dated, the cards concerned.
fn years(cards: &[Card]) -> Vec<(u16, FixedBitSet)> {
    let all = || cards.iter().flat_map(|card| &card.years).copied();
    let (Some(first), Some(last)) = (all().min(), all().max()) else {
        return Vec::new();
    };
    let mut years: Vec<_> = (first..=last)
        .map(|year| (year, FixedBitSet::with_capacity(cards.len())))
        .collect();
    for (i, card) in cards.iter().enumerate() {
        for year in &card.years {
            years[usize::from(year - first)].1.insert(i);
        }
    }
    years
}
