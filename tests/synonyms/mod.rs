//! Words that mean the same: the list written down once more over plain words, and what is held of it.

use std::sync::Arc;

use explorer_core::dataset::{Card, RecordTexts, SearchTexts, Text, Vocabulary};
use explorer_core::explore::{Index, Query, Term, Variants, ViewState, highlight, stem};
use proptest::prelude::*;

use crate::plain::pieces_of;
use crate::random::VARIANTS;

/// Lists of groups, of words that meet those of plain texts.
pub fn groups() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[cde]{1,3}",
        1 => "[cde]{1,2} [cde]{1,2}",
        2 => "[數数據学人工]{1,3}",
    ];
    let words = || prop::collection::vec(word.clone(), 1..4).prop_map(|words| words.join(", "));
    let group = prop_oneof![
        words(),
        (words(), words()).prop_map(|(typed, found)| format!("{typed} => {found}")),
    ];
    prop::collection::vec(group, 0..5).prop_map(|groups| groups.join("\n"))
}

/// What the words of each group are typed as, and what they find; a word is its parts.
pub struct Groups(Vec<[Vec<Vec<String>>; 2]>);

impl Groups {
    pub fn new(list: &str) -> Self {
        let words = |side: &str| {
            let words = side.split(',').map(|word| {
                let pieces = pieces_of(word).into_iter();
                pieces.map(|piece| piece.text).collect()
            });
            words.collect()
        };
        let group = |line: &str| match line.split_once("=>") {
            Some((typed, found)) => [words(typed), words(found)],
            None => [words(line), words(line)],
        };
        Self(list.lines().map(group).collect())
    }

    /// What counts as one of the terms of a query besides itself: of every group that has a word which stands there, with
    /// its neighbours where it has several parts, all other words.
    pub fn of(&self, query: &Query, term: usize) -> Vec<&[String]> {
        let roots: Vec<String> = query
            .terms
            .iter()
            .map(|term| stem(&text(term.typed())))
            .collect();
        let mut all: Vec<&[String]> = Vec::new();
        for [typed, found] in &self.0 {
            for word in typed {
                let root: Vec<String> = word.iter().map(|part| stem(part)).collect();
                let mut windows = (0..).zip(roots.windows(root.len()));
                let stands = windows
                    .any(|(at, window)| window == root && (at..at + root.len()).contains(&term));
                if stands {
                    let others = found.iter().filter(|other| {
                        let others: Vec<String> = other.iter().map(|part| stem(part)).collect();
                        others != root
                    });
                    all.extend(others.map(Vec::as_slice));
                }
            }
        }
        all
    }
}

/// What a term looks for; nothing of a phrase, which has no synonyms.
fn text(term: &Term) -> String {
    match term {
        Term::Word(word) => word.text.clone(),
        Term::Number(text) | Term::Han(text) => text.clone(),
        Term::Phrase(_) | Term::AnyOf { .. } => String::new(),
    }
}

/// The index of cards, each given as name and summary, with a list of groups.
fn index(cards: &[[&str; 2]], synonyms: &str) -> Index {
    let same = |text: &str| Text {
        en: text.to_owned(),
        zh_hant: text.to_owned(),
        zh_hans: text.to_owned(),
    };
    let all = (0..).zip(cards);
    let (cards, records) = all
        .map(|(i, [name, summary]): (u32, _)| {
            let card = Card {
                id: i.to_string(),
                name: same(name),
                ..Card::default()
            };
            let record = RecordTexts {
                id: i.to_string(),
                name: same(name),
                summary: same(summary),
                ..RecordTexts::default()
            };
            (card, record)
        })
        .unzip::<_, _, Vec<_>, Vec<_>>();
    let texts = SearchTexts {
        records,
        synonyms: synonyms.to_owned(),
        ..SearchTexts::default()
    };
    let variants = Variants::new(VARIANTS);
    Index::new(
        &Vocabulary::default(),
        &cards,
        Some(Arc::new(texts)),
        variants,
    )
}

fn found(index: &Index, q: &str) -> Vec<u32> {
    let state = ViewState {
        q: q.to_owned(),
        ..ViewState::default()
    };
    index.explore(&state).cards
}

#[track_caller]
fn check(names: &[&str], groups: &str, q: &str, expected: &[u32]) {
    let cards: Vec<[&str; 2]> = names.iter().map(|name| [*name, ""]).collect();
    assert_eq!(found(&index(&cards, groups), q), expected, "{q}");
}

#[test]
fn a_word_finds_what_means_the_same() {
    let names = ["rodents", "rat", "bank", "a seniors club", "老鼠", "鼠患"];
    check(&names, "rat, rodent", "rats", &[1, 0]);
    check(&names, "rat, rodent", "rodent", &[0, 1]);
    check(&names, "# rat, rodent", "rat", &[1]);
    check(&names, "old people, senior", "old people", &[3]);
    check(&names, "old people, senior", "the old people", &[3]);
    check(&names, "old people, senior", "people", &[]);
    check(&names, "老鼠, 鼠患", "老鼠", &[4, 5]);
    // A word that only the list has is a segment.
    check(&names, "雀仔, 鼠患", "認雀仔", &[5]);
    // One way.
    check(&names, "rat => rodent", "rodent", &[0]);
    check(&names, "rat => rodent", "rat", &[1, 0]);
    // Quoted words are found as they are.
    check(&names, "rat, rodent", "\"rat\"", &[1]);
}

#[test]
fn a_word_of_the_list_is_no_wrong_one() {
    let index = index(&[["rodents", ""], ["mine", ""], ["x", ""]], "mice, rodent");
    assert_eq!(found(&index, "mice "), [0]);
    assert_eq!(index.query("mice ").corrected, []);
    // Where no record has any word of the group, the nearest word is the better guess.
    let index = self::index(&[["mine", ""], ["x", ""]], "mice, rodent");
    assert_eq!(found(&index, "mice "), [0]);
}

#[test]
fn to_have_a_synonym_is_to_have_the_word() {
    let cards = [
        ["old rodents", ""],
        ["old park", ""],
        ["rat", ""],
        ["x", ""],
    ];
    let index = index(&cards, "rat, rodent");
    let state = ViewState {
        q: "old rat".to_owned(),
        ..ViewState::default()
    };
    let results = index.explore(&state);
    assert_eq!((results.cards, results.terms), (vec![0], (2, 2)));
}

#[test]
fn what_was_typed_comes_before_what_means_it() {
    let groups = "rat, rodent, mouse";
    for [typed, meant] in [
        ["rat", "rodent"],
        ["a rat in a long name", "rodent mouse"],
        ["rat", "mouse rodent mouse rodent"],
    ] {
        let x = ["x", ""];
        for cards in [[[meant, ""], [typed, ""], x], [["", meant], ["", typed], x]] {
            assert_eq!(found(&index(&cards, groups), "rat"), [1, 0], "{cards:?}");
        }
    }
}

#[test]
fn synonyms_are_marked() {
    let text = "Rodents and autonomous self-driving cars, 鼠患";
    let index = index(
        &[[text, ""], ["x", ""]],
        "rat, rodent\ndriverless, self-driving\n老鼠, 鼠患",
    );
    let marked = |q: &str| {
        let ranges = highlight(text, &index.query(q), index.variants());
        ranges
            .into_iter()
            .map(|range| &text[range])
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("rats"), ["Rodents"]);
    assert_eq!(marked("driverless"), ["self-driving"]);
    assert_eq!(marked("老鼠"), ["鼠患"]);
}
