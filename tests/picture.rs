//! The picture shows every record once, on its year, and nothing in it lies across anything else.

mod random;

use std::collections::{BTreeMap, BTreeSet};

use explorer_core::dataset::{Bundle, Card, Lang};
use explorer_core::picture::{Column, Form, Picture, SIDE, columns, finding};
use proptest::prelude::*;
use random::{Given, config, given_cards};

const FORMS: [Form; 2] = [Form::Standing, Form::Lying];

fn bundle(given: &Given) -> Bundle {
    Bundle {
        vocabulary: given.vocabulary.clone(),
        cards: given.cards.to_vec(),
        ..Bundle::default()
    }
}

/// A bundle of records that began in these years, with captions for those that are named.
fn of_years(years: &[u16], captions: &[(usize, &str)]) -> Bundle {
    let cards = years.iter().map(|year| Card {
        start: format!("{year:04}").parse().expect("a year"),
        ..Card::default()
    });
    let mut cards: Vec<Card> = cards.collect();
    for (place, caption) in captions {
        cards[*place].landmark = Some((*caption).to_owned());
    }
    Bundle {
        lang: Lang::En,
        cards,
        ..Bundle::default()
    }
}

/// How many began in each year, by looking at each card.
fn counts(bundle: &Bundle) -> BTreeMap<u16, usize> {
    let mut counts = BTreeMap::new();
    for card in &bundle.cards {
        *counts.entry(card.start.year()).or_default() += 1;
    }
    counts
}

fn is_fold(column: &Column) -> bool {
    column.last > column.first
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn columns_have_every_year_and_every_record_once(given in given_cards(60)) {
        let bundle = bundle(&given);
        let columns = columns(&bundle);
        let mut seen = BTreeSet::new();
        for pair in columns.windows(2) {
            prop_assert_eq!(pair[0].last + 1, pair[1].first);
            prop_assert!(!(is_fold(&pair[0]) && is_fold(&pair[1])));
        }
        for column in &columns {
            prop_assert!(!is_fold(column) || column.last >= column.first + 2);
            for place in &column.cards {
                let year = bundle.cards[*place].start.year();
                prop_assert!((column.first..=column.last).contains(&year));
                prop_assert!(seen.insert(*place));
            }
        }
        prop_assert_eq!(seen.len(), bundle.cards.len());
        // No three years that stand alone hold so little that they had to be folded.
        let counts = counts(&bundle);
        let alone: Vec<u16> = columns.iter().filter(|column| !is_fold(column)).map(|column| column.first).collect();
        for years in alone.windows(3).filter(|years| years[2] == years[0] + 2) {
            let held: usize = years.iter().filter_map(|year| counts.get(year)).sum();
            prop_assert!(100 * held >= 3 * bundle.cards.len(), "{:?}", years);
        }
    }

    #[test]
    fn squares_and_captions_lie_across_nothing(given in given_cards(60), captions in prop::collection::vec("[a-z 數據]{1,24}", 60)) {
        let mut bundle = bundle(&given);
        for (card, caption) in bundle.cards.iter_mut().zip(captions).step_by(3) {
            card.landmark = Some(caption);
        }
        for form in FORMS {
            let Some(picture) = Picture::new(&bundle, form) else {
                prop_assert!(bundle.cards.is_empty());
                continue;
            };
            let corners: BTreeSet<(i64, i64)> = picture.squares.iter().map(|square| (square.x as i64, square.y as i64)).collect();
            prop_assert_eq!(corners.len(), bundle.cards.len());
            for square in &picture.squares {
                prop_assert!(square.x >= 0.0 && square.x + SIDE <= picture.width);
                prop_assert!(square.y >= 0.0 && square.y + SIDE <= picture.height);
                let label = picture.labels[square.column];
                prop_assert!(square.x >= label.from && square.y >= label.top);
                prop_assert!(square.x + SIDE <= label.to + 2.0 && square.y + SIDE <= label.bottom + 2.0);
            }
            for (at, caption) in picture.captions.iter().enumerate() {
                let (from, to) = caption.reach();
                for other in &picture.captions[at + 1..] {
                    let (left, right) = other.reach();
                    prop_assert!(right <= from || to <= left || (caption.y - other.y).abs() >= 15.0, "{} and {}", caption.text, other.text);
                }
                for square in &picture.squares {
                    let meets = square.x < to && square.x + SIDE > from && square.y < caption.y && square.y + SIDE > caption.y - 12.0;
                    prop_assert!(!meets, "{} lies across a square", caption.text);
                }
                for other in &picture.captions {
                    let line = other.leader.filter(|_| other != caption);
                    let x = picture.squares[other.square].x + SIDE / 2.0;
                    let crosses = line.is_some_and(|(top, bottom)| x > from && x < to && top < caption.y && bottom > caption.y - 12.0);
                    prop_assert!(!crosses, "the line of {} crosses {}", other.text, caption.text);
                }
                for label in &picture.labels {
                    let (x, y) = label.count_at(form);
                    let meets = x - 5.0 < to && x + 5.0 > from && y > caption.y - 11.0 && y - 9.0 < caption.y;
                    prop_assert!(!meets, "{} lies across a count", caption.text);
                }
            }
        }
    }

    #[test]
    fn every_square_is_reached_by_a_press(given in given_cards(60)) {
        let bundle = bundle(&given);
        for form in FORMS {
            let Some(picture) = Picture::new(&bundle, form) else { continue };
            for (place, square) in picture.squares.iter().enumerate() {
                prop_assert_eq!(picture.nearest(square.x + 1.0, square.y + SIDE - 1.0, SIDE), Some(place));
            }
        }
    }

    #[test]
    fn the_finding_is_the_span_nearest_to_half(years in prop::collection::vec(2000_u16..2010, 0..60)) {
        let shares = |since: u16| years.iter().filter(|year| **year >= since).count();
        match finding(&years) {
            None => prop_assert!(years.len() < 20 || years.iter().all(|year| *year == years[0])),
            Some(found) => {
                prop_assert!(years.contains(&found.since));
                prop_assert_eq!(found.count, shares(found.since));
                for since in 2000..2010 {
                    let (near, nearest) = (shares(since) as i64 * 2 - years.len() as i64, found.count as i64 * 2 - years.len() as i64);
                    prop_assert!(nearest.abs() < near.abs() || (nearest.abs() == near.abs() && (found.since >= since || shares(since) == found.count)));
                }
            }
        }
    }
}

#[test]
fn early_years_are_folded_and_the_last_are_not() {
    let mut years = vec![1969, 1990, 1991];
    for (year, count) in [(2018, 40), (2019, 30), (2020, 30)] {
        years.extend(vec![year; count]);
    }
    let bundle = of_years(&years, &[(0, "The first"), (4, "Forty")]);
    let spans: Vec<(u16, u16, usize)> = columns(&bundle)
        .iter()
        .map(|column| (column.first, column.last, column.cards.len()))
        .collect();
    assert_eq!(
        spans,
        [
            (1969, 2017, 3),
            (2018, 2018, 40),
            (2019, 2019, 30),
            (2020, 2020, 30)
        ]
    );
    for form in FORMS {
        let picture = Picture::new(&bundle, form).expect("records");
        assert_eq!(picture.captions.len(), 2, "{form:?}");
    }
}

#[test]
fn more_than_can_be_seen_is_no_picture() {
    assert_eq!(
        Picture::new(&of_years(&[2020; 2_001], &[]), Form::Standing),
        None
    );
    assert_eq!(Picture::new(&Bundle::default(), Form::Lying), None);
    let all = Picture::new(&of_years(&[2020; 2_000], &[]), Form::Standing).expect("records");
    assert!(all.height < 4.0 * all.width);
    let far = of_years(&[1, 9999], &[]);
    assert_eq!(columns(&far).len(), 3);
}
