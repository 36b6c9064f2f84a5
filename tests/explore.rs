//! What is shown agrees with a plain look at every record, whatever the records and the view.

use std::collections::BTreeSet;

use hong_kong_ai_explorer::dataset::{
    Card, Entry, Organisation, Part, SearchTexts, Status, Text, Theme, Vocabulary,
};
use hong_kong_ai_explorer::explore::{
    Constraint, Facet, Index, Query, Sort, Term, Variants, ViewState, allowed_errors, highlight,
    within_errors,
};
use proptest::prelude::*;

const IDS: [&str; 4] = ["a", "b", "c", "d"];

/// Texts that collide, fold and break: near words, both scripts, accents, full width, quotes and symbols.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "hong",
        "kong",
        "honk",
        "hospital",
        "hospitals",
        "hospitl",
        "Hospital",
        "artificial",
        "artifical",
        "intelligence",
        "AI",
        "ＡＩ",
        "café",
        "cafe",
        "2024年",
        "數碼港",
        "数码港",
        "數碼",
        "人工智能",
        "智能人工",
        "能",
        "-",
        "\"",
        "“",
        "」",
        "🙂",
        "é",
        "e\u{301}",
        ".",
    ]);
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![3 => text(), 1 => any::<String>()]
}

fn texts() -> impl Strategy<Value = Text> {
    (text(), text(), text()).prop_map(|(en, zh_hant, zh_hans)| Text {
        en,
        zh_hant,
        zh_hans,
    })
}

fn ids(range: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(IDS.to_vec()), range)
        .prop_map(|ids| ids.into_iter().map(str::to_owned).collect())
}

fn card() -> impl Strategy<Value = Card> {
    let kept = (
        texts(),
        ids(1..4),
        ids(1..2),
        ids(0..3),
        ids(1..3),
        ids(1..2),
    );
    let rest = (
        2000_u16..2006,
        prop::collection::btree_set(2000_u16..2006, 0..3),
        prop::option::of(1_u64..5),
        text(),
    );
    (kept, rest).prop_map(
        |((name, themes, kind, sectors, bodies, status), (start, more, amount, summary))| {
            let years: BTreeSet<u16> = more.into_iter().chain([start]).collect();
            Card {
                name,
                themes,
                kind: kind[0].clone(),
                sectors,
                organisations: bodies
                    .into_iter()
                    .map(|id| Part {
                        id,
                        role: "lead".into(),
                    })
                    .collect(),
                start: start.to_string().parse().unwrap(),
                years: years.into_iter().collect(),
                status: status[0].clone(),
                summary,
                amount,
                ..Card::default()
            }
        },
    )
}

fn cards() -> impl Strategy<Value = Vec<Card>> {
    prop::collection::vec(card(), 0..12).prop_map(|mut cards| {
        for (i, card) in cards.iter_mut().enumerate() {
            card.id = format!("card-{i}");
        }
        cards
    })
}

fn vocabulary() -> Vocabulary {
    let entries = || {
        IDS.map(|id| Entry {
            id: id.into(),
            name: Text::default(),
        })
        .to_vec()
    };
    let named = |en: &str| Text {
        en: en.into(),
        ..Text::default()
    };
    Vocabulary {
        themes: IDS
            .map(|id| Theme {
                id: id.into(),
                ..Theme::default()
            })
            .to_vec(),
        kinds: entries(),
        sectors: entries(),
        statuses: IDS
            .map(|id| Status {
                id: id.into(),
                ..Status::default()
            })
            .to_vec(),
        organisations: IDS
            .map(|id| Organisation {
                id: id.into(),
                name: named(&format!("Hospital {id}")),
                aliases: vec!["科大".into()],
                ..Organisation::default()
            })
            .to_vec(),
        ..Vocabulary::default()
    }
}

fn state() -> impl Strategy<Value = ViewState> {
    let choice = (
        prop::sample::select(Facet::ALL.to_vec()),
        prop::sample::select(IDS.to_vec()),
    );
    let sort = prop::option::of(prop::sample::select(Sort::ALL.to_vec()));
    let year = || prop::option::of(1999_u16..2007);
    (
        prop::option::of(text()),
        prop::collection::vec(choice, 0..4),
        year(),
        year(),
        sort,
    )
        .prop_map(|(q, choices, a, b, sort)| {
            let mut state = ViewState {
                q: q.unwrap_or_default(),
                sort,
                ..ViewState::default()
            };
            choices
                .into_iter()
                .for_each(|(facet, id)| state.choices.insert(facet, id));
            (state.from, state.to) = if a.zip(b).is_some_and(|(a, b)| a > b) {
                (b, a)
            } else {
                (a, b)
            };
            state
        })
}

/// Whether a card matches a term, by looking at its folded text: a word stands at the beginning of a word, or, where
/// no card at all has such a word, nearly does.
fn matches(term: &Term, card: usize, index: &Index) -> bool {
    let has = |card: usize| {
        index
            .fields(card)
            .iter()
            .any(|field| field.contains(&term.needle()))
    };
    match term {
        Term::Phrase(_) => has(card),
        Term::Word(word) => {
            if (0..index.len()).any(has) {
                return has(card);
            }
            let typed: Vec<char> = word.chars().collect();
            let errors = allowed_errors(typed.len());
            let near =
                |entry: &str| within_errors(&typed, &entry.chars().collect::<Vec<_>>(), errors);
            errors > 0
                && index
                    .fields(card)
                    .iter()
                    .flat_map(|field| field.split_whitespace())
                    .any(near)
        }
    }
}

/// Whether a card matches everything that narrows the view but one thing.
fn fits(
    card: &Card,
    number: usize,
    state: &ViewState,
    index: &Index,
    but: Option<Constraint>,
) -> bool {
    let query = index.query(&state.q);
    let searched = but == Some(Constraint::Query)
        || query.terms.iter().all(|term| matches(term, number, index));
    let chosen = Facet::ALL.into_iter().all(|facet| {
        let ids = state.choices.of(facet);
        but == Some(Constraint::Facet(facet))
            || ids.is_empty()
            || facet.of(card).iter().any(|id| ids.contains(*id))
    });
    let (from, to) = (state.from.unwrap_or(0), state.to.unwrap_or(u16::MAX));
    let none = state.from.is_none() && state.to.is_none();
    let dated = but == Some(Constraint::Years)
        || none
        || card.years.iter().any(|year| (from..=to).contains(year));
    searched && chosen && dated
}

proptest! {
    #[test]
    fn results_and_counts_agree_with_a_plain_filter(cards in cards(), state in state(), facts in prop::collection::vec(texts(), 12)) {
        let vocabulary = vocabulary();
        let texts: Vec<SearchTexts> = cards.iter().zip(&facts)
            .map(|(card, facts)| SearchTexts { id: card.id.clone(), summary: card.name.clone(), facts: facts.clone() }).collect();
        let index = Index::new(&vocabulary, &cards, Some(&texts), Variants::new("數数碼码"));
        let results = index.explore(&state);
        let plain = |but| -> Vec<usize> {
            (0..cards.len()).filter(|card| fits(&cards[*card], *card, &state, &index, but)).collect()
        };
        let mut shown: Vec<usize> = results.cards.iter().map(|card| *card as usize).collect();
        let ordered = shown.clone();
        shown.sort_unstable();
        prop_assert_eq!(&shown, &plain(None));

        for facet in Facet::ALL {
            let left = plain(Some(Constraint::Facet(facet)));
            for (place, id) in facet.values(&vocabulary).into_iter().enumerate() {
                let count = left.iter().filter(|card| facet.of(&cards[**card]).contains(&id)).count();
                prop_assert_eq!(results.counts.of(facet)[place] as usize, count);
            }
        }
        let left = plain(Some(Constraint::Years));
        for (year, count) in &results.counts.years {
            prop_assert_eq!(*count as usize, left.iter().filter(|card| cards[**card].years.contains(year)).count());
        }
        for (constraint, count) in &results.constraints {
            prop_assert_eq!(*count, plain(Some(*constraint)).len());
        }

        let pairs = || ordered.windows(2).map(|pair| (&cards[pair[0]], &cards[pair[1]]));
        match state.order() {
            Sort::Newest => prop_assert!(pairs().all(|(a, b)| a.start >= b.start)),
            Sort::Oldest => prop_assert!(pairs().all(|(a, b)| a.start <= b.start)),
            Sort::Amount => prop_assert!(pairs().all(|(a, b)| a.amount >= b.amount)),
            Sort::Name => prop_assert!(ordered.windows(2).all(|pair| pair[0] < pair[1])),
            Sort::Relevance => {
                // With one term, its best field decides before anything else.
                let query = index.query(&state.q);
                if let [term @ Term::Phrase(_)] = &query.terms[..] {
                    let field = |card: usize| index.fields(card).iter().position(|field| field.contains(&term.needle()));
                    prop_assert!(ordered.windows(2).all(|pair| field(pair[0]) <= field(pair[1])));
                }
            }
        }
    }

    #[test]
    fn no_text_breaks_reading_searching_or_marking(text in anything(), typed in anything(), pairs in anything()) {
        let variants = Variants::new(&pairs);
        let query = Query::new(&typed, &variants);
        let mut end = 0;
        for range in highlight(&text, &query, &variants) {
            prop_assert!(range.start < range.end && range.start >= end);
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            end = range.end;
        }
        let card = Card { id: text.clone(), summary: text.clone(), name: Text { en: text, ..Text::default() }, ..Card::default() };
        let index = Index::new(&Vocabulary::default(), &[card], None, variants);
        index.explore(&ViewState { q: typed, ..ViewState::default() });
    }

    #[test]
    fn what_matches_is_marked(text in text(), typed in text()) {
        let variants = Variants::new("數数碼码");
        let name = Text { en: text.clone(), ..Text::default() };
        let index = Index::new(&Vocabulary::default(), &[Card { name, ..Card::default() }], None, variants.clone());
        let query = index.query(&typed);
        let found = !index.explore(&ViewState { q: typed, ..ViewState::default() }).cards.is_empty();
        if found && !query.terms.is_empty() {
            prop_assert!(!highlight(&text, &query, &variants).is_empty());
        }
    }
}
