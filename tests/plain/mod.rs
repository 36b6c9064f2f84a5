//! A plain look: the rules of searching, written down once more over plain texts, with a tokenizer of its own.

use std::ops::Range;

use explorer_core::dataset::{
    Card, Lang, Names, Organisation, RecordTexts, SearchTexts, Text, Vocabulary,
};
use explorer_core::explore::{Query, Term, Word, stem};
use proptest::prelude::*;
use proptest::sample::select;

use crate::random::Given;
use crate::synonyms::{Groups, groups};

const IDS: [&str; 4] = ["a", "b", "c", "unknown"];

/// Words of few letters, Han in both scripts and numbers, joined by spaces, hyphens or nothing.
pub fn plain_text() -> impl Strategy<Value = String> {
    pieces(vec![" ", " ", " ", "-", ""])
}

/// What is typed: a few of the same.
pub fn plain_typed() -> impl Strategy<Value = String> {
    prop::collection::vec(plain_text(), 0..2).prop_map(|texts| texts.join(" "))
}

fn pieces(joints: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[cde]{1,3}",
        2 => "[cde]{4,7}",
        4 => "[數数據据學学人工]{1,4}",
        1 => "[0-9]{2,3}",
    ];
    prop::collection::vec((piece, select(joints)), 0..5).prop_map(|pieces| {
        let parts = pieces.into_iter();
        parts
            .flat_map(|(piece, joint)| [piece, joint.to_owned()])
            .collect()
    })
}

fn texts() -> impl Strategy<Value = Text> {
    [plain_text(), plain_text(), plain_text()].prop_map(|[en, zh_hant, zh_hans]| Text {
        en,
        zh_hant,
        zh_hans,
    })
}

/// A few cards with the organisations that take part, and with the words for searching or without.
pub fn plain_cards() -> impl Strategy<Value = Given> {
    let bodies = prop::collection::vec((texts(), plain_text()), 3);
    let ids = prop::collection::vec(select(&IDS[..]).prop_map(str::to_owned), 0..3);
    let card = (
        texts(),
        texts(),
        (texts(), texts()),
        ids,
        select(vec!["1999", "2003-05", "2024-02-29"]),
    );
    let cards = prop::collection::vec(card, 0..7);
    (bodies, cards, groups(), any::<bool>()).prop_map(|(bodies, cards, synonyms, loaded)| {
        let bodies: Vec<Organisation> = bodies
            .into_iter()
            .zip(IDS)
            .map(|((name, alias), id)| Organisation {
                id: id.to_owned(),
                name,
                aliases: vec![alias],
                ..Organisation::default()
            })
            .collect();
        let mut texts = SearchTexts {
            organisations: bodies
                .iter()
                .map(|body| Names::new(&body.id, &body.name, body.aliases.iter()))
                .collect(),
            synonyms,
            ..SearchTexts::default()
        };
        let mut all = Vec::new();
        for (i, (name, summary, (facts, keywords), organisations, start)) in
            cards.into_iter().enumerate()
        {
            let id = format!("record-{i}");
            all.push(Card {
                id: id.clone(),
                name: name.clone(),
                summary: summary.en.clone(),
                organisations,
                start: start.parse().expect("a date"),
                ..Card::default()
            });
            texts.records.push(RecordTexts {
                id,
                name,
                summary,
                facts,
                keywords,
                ..RecordTexts::default()
            });
        }
        Given {
            vocabulary: Vocabulary {
                organisations: bodies,
                ..Vocabulary::default()
            },
            cards: all,
            texts: loaded.then_some(texts),
        }
    })
}

/// A word, a number or a run of Han.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    is_han: bool,
    is_hyphenated: bool,
    span: Range<usize>,
}

fn folded(c: char) -> char {
    match c {
        '數' => '数',
        '據' => '据',
        '學' => '学',
        c => c,
    }
}

/// The words, numbers and runs of Han of a line.
pub fn pieces_of(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, c) in line.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let is_han = !c.is_ascii();
        let end = at + c.len_utf8();
        match pieces.last_mut() {
            Some(last) if last.span.end == at && last.is_han == is_han => {
                last.text.push(folded(c));
                last.span.end = end;
            }
            last => {
                let is_hyphenated = last.is_some_and(|last| line[last.span.end..at] == *"-");
                pieces.push(Piece {
                    text: folded(c).to_string(),
                    is_han,
                    is_hyphenated,
                    span: at..end,
                });
            }
        }
    }
    pieces
}

fn is_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a word is one that a term stands for.
fn is(word: &Word, text: &str) -> bool {
    let form =
        |stem_of: &str| text.starts_with(|c: char| c.is_ascii_lowercase()) && stem(text) == stem_of;
    let joined = |joined: &String| *text == **joined || form(&stem(joined));
    *text == *word.text
        || form(&word.stem)
        || (word.begins && text.starts_with(&word.text))
        || word.joined.iter().any(joined)
}

/// Where a term stands in a line, in bytes.
fn places(line: &str, term: &Term) -> Vec<Range<usize>> {
    let pieces = pieces_of(line);
    let words = || pieces.iter().filter(|piece| !piece.is_han);
    match term {
        Term::Number(digits) => words()
            .filter(|piece| piece.text == *digits)
            .map(|piece| piece.span.clone())
            .collect(),
        Term::Word(word) => {
            let mut places: Vec<_> = words()
                .filter(|piece| is(word, &piece.text))
                .map(|piece| piece.span.clone())
                .collect();
            for pair in pieces
                .windows(2)
                .filter(|pair| !pair[0].is_han && !pair[1].is_han)
            {
                let both = format!("{}{}", pair[0].text, pair[1].text);
                let parts = [pair[0].text.clone(), pair[1].text.clone()];
                let is_joined = pair[1].is_hyphenated && !is_number(&both) && is(word, &both);
                if is_joined || word.parted == Some(parts) {
                    places.push(pair[0].span.start..pair[1].span.end);
                }
            }
            places
        }
        Term::Han(run) => {
            let mut places = Vec::new();
            for piece in pieces.iter().filter(|piece| piece.is_han) {
                // Every character here has three bytes, folded or not.
                for (at, _) in piece.text.char_indices() {
                    if piece.text[at..].starts_with(&**run) {
                        let start = piece.span.start + at;
                        places.push(start..start + run.len());
                    }
                }
            }
            places
        }
        Term::Phrase(_) => Vec::new(),
        Term::AnyOf { typed, synonyms } => {
            let all = std::iter::once(&**typed).chain(synonyms);
            all.flat_map(|term| match term {
                Term::Phrase(tokens) => {
                    let parts: Vec<_> = tokens.iter().map(|token| token.text.clone()).collect();
                    in_a_row(line, &parts)
                }
                term => places(line, term),
            })
            .collect()
        }
    }
}

/// Where words stand one after the other in a line.
fn in_a_row(line: &str, words: &[String]) -> Vec<Range<usize>> {
    let pieces = pieces_of(line);
    let windows = pieces.windows(words.len());
    let those = windows.filter(|window| window.iter().map(|piece| &piece.text).eq(words));
    those
        .map(|window| window[0].span.start..window[words.len() - 1].span.end)
        .collect()
}

/// Where a word of the list of synonyms stands in a line.
fn meant(line: &str, word: &[String]) -> Vec<Range<usize>> {
    match word {
        [han] if !han.is_ascii() => places(line, &Term::Han(han.clone())),
        [text] => places(
            line,
            &Term::Word(Word {
                text: text.clone(),
                stem: stem(text),
                ..Word::default()
            }),
        ),
        words => in_a_row(line, words),
    }
}

/// The bytes of a text that terms match.
pub fn marks(text: &str, query: &Query) -> Vec<bool> {
    let mut marks = vec![false; text.len()];
    let terms = query.terms.iter().chain(&query.parts);
    for place in terms.flat_map(|term| places(text, term)) {
        marks[place].fill(true);
    }
    marks
}

/// A text with nothing between its words.
pub fn squeezed(text: &str) -> String {
    pieces_of(text)
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

/// Whether a text has any word.
pub fn says_something(text: &str) -> bool {
    !squeezed(text).is_empty()
}

/// The words that were typed.
pub fn typed_words(typed: &str) -> Vec<String> {
    pieces_of(typed)
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

/// The words that a query looks for.
pub fn words_of(query: &Query) -> Vec<String> {
    let text = |term: &Term| match term.typed() {
        Term::Word(word) => word.text.clone(),
        Term::Number(text) | Term::Han(text) => text.clone(),
        Term::Phrase(_) | Term::AnyOf { .. } => String::new(),
    };
    query.terms.iter().map(text).collect()
}

/// The texts of cards, line by line.
pub struct Plain {
    cards: Vec<PlainCard>,
    groups: Groups,
}

struct PlainCard {
    lines: Vec<String>,
    /// The names of its organisations, written with hyphens and joined.
    names: Vec<String>,
    numbers: Vec<String>,
}

impl Plain {
    pub fn new(given: &Given) -> Self {
        let records = given.texts.as_ref().map(|texts| &texts.records);
        let card = |card: &Card| {
            let record =
                records.and_then(|records| records.iter().find(|record| record.id == card.id));
            let mut lines: Vec<String> = Vec::new();
            match record {
                Some(record) => {
                    for lang in Lang::ALL {
                        let texts = [
                            &record.name,
                            &record.summary,
                            &record.facts,
                            &record.keywords,
                        ];
                        lines.extend(texts.map(|text| text.get(lang).to_owned()));
                    }
                }
                None => {
                    lines.extend(card.name.iter().map(|(_, name)| name.to_owned()));
                    lines.push(card.summary.clone());
                }
            }
            let mut names = Vec::new();
            for id in &card.organisations {
                let Some(body) = given.vocabulary.organisation(id) else {
                    continue;
                };
                names.extend(body.name.iter().map(|(_, name)| name.to_owned()));
                names.extend(
                    body.aliases
                        .iter()
                        .filter(|_| given.texts.is_some())
                        .cloned(),
                );
            }
            let joined: Vec<String> = names.iter().map(|name| unhyphenated(name)).collect();
            let mut numbers = vec![card.start.year().to_string()];
            numbers.push(card.start.to_string().replace('-', ""));
            PlainCard {
                lines,
                names: names.into_iter().chain(joined).collect(),
                numbers,
            }
        };
        Self {
            cards: given.cards.iter().map(card).collect(),
            groups: Groups::new(given.texts.as_ref().map_or("", |texts| &texts.synonyms)),
        }
    }

    /// The cards that a query finds: those with all terms, else those with most; terms that most cards have do not count
    /// where there are others.
    pub fn matching(&self, query: &Query) -> Vec<u32> {
        let has = |card: &PlainCard| -> Vec<bool> {
            let terms = query.terms.iter().enumerate();
            terms
                .map(|(i, term)| {
                    let synonyms = self.groups.of(query, i);
                    card.has(term.typed()) || synonyms.into_iter().any(|word| card.means(word))
                })
                .collect()
        };
        let table: Vec<Vec<bool>> = self.cards.iter().map(has).collect();
        let count = |term: usize| table.iter().filter(|card| card[term]).count();
        let rare: Vec<usize> = (0..query.terms.len())
            .filter(|term| 2 * count(*term) <= table.len())
            .collect();
        let all: Vec<usize> = (0..query.terms.len()).collect();
        for terms in [rare, all] {
            let have = |card: &Vec<bool>| terms.iter().filter(|term| card[**term]).count();
            let most = table.iter().map(have).max().unwrap_or(0);
            if most > 0 || query.terms.is_empty() {
                let cards = (0..).zip(&table);
                let best = cards.filter(|(_, card)| have(card) == most);
                return best.map(|(card, _)| card).collect();
            }
        }
        Vec::new()
    }
}

impl PlainCard {
    fn has(&self, term: &Term) -> bool {
        let in_number = |number: &String| match term {
            Term::Word(word) => is(word, number),
            Term::Number(digits) => number == digits,
            Term::Han(_) | Term::Phrase(_) | Term::AnyOf { .. } => false,
        };
        let in_line = |line: &String| !places(line, term).is_empty();
        // A name has a joined word as a whole, not as a pair.
        let in_name = |name: &String| !places(&name.replace('-', " "), term).is_empty();
        self.numbers.iter().any(in_number)
            || self.lines.iter().any(in_line)
            || self.names.iter().any(in_name)
    }

    /// Whether a word of the list of synonyms stands in the card or in a name.
    fn means(&self, word: &[String]) -> bool {
        let in_name = |name: &String| !meant(&name.replace('-', " "), word).is_empty();
        self.lines.iter().any(|line| !meant(line, word).is_empty())
            || self.names.iter().any(in_name)
    }
}

/// A name with its hyphenated words joined.
fn unhyphenated(name: &str) -> String {
    let mut joined = String::new();
    let mut before: Option<Piece> = None;
    for piece in pieces_of(name) {
        let follows = before
            .as_ref()
            .is_some_and(|before| !before.is_han && !piece.is_han && piece.is_hyphenated);
        if !follows {
            joined.push(' ');
        }
        joined.push_str(&piece.text);
        before = Some(piece);
    }
    joined
}
