//! Random cards, words and views: small enough that they meet, and strange enough to hurt.

#![allow(dead_code, reason = "each test takes its part")]

use std::collections::BTreeSet;
use std::sync::Arc;

use explorer_core::dataset::{
    Card, CardAmount, Entry, Evidence, Names, Organisation, PartialDate, Place, RecordTexts,
    SearchTexts, Status, Text, Theme, Topic, Vocabulary,
};
use explorer_core::explore::{
    Choices, Collection, Dated, Facet, Index, Sort, Variants, View, ViewState,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Pairs of Traditional and Simplified characters that the texts are made of.
pub const VARIANTS: &str = "數数據据學学";

/// Ids of every list of the vocabulary; cards have one more, which it does not know.
const IDS: [&str; 4] = ["a", "b", "c", "unknown"];

/// How many cases each property is tried on; nothing is written down.
pub fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A piece of text: words of few letters, Han in both scripts, and whatever parts them or looks alike.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ab]{1,3}",
        4 => "[abc]{4,11}",
        4 => "[數数據据學学人工]{1,4}",
        1 => "[ａｂＡＢ１]{1,6}",
        1 => "[aáàäÁāøŁſßİ]{1,6}",
        1 => select(vec!["a\u{301}b", "e\u{301}", "\u{301}", "\u{345}", "a\u{345}b", "數\u{301}據", "ﬁ", "ǅ", "々〇", "\u{20000}"])
            .prop_map(str::to_owned),
        1 => select(vec!["🤖", "👩‍🔬", "🇭🇰", "\u{200b}", "\u{202e}", "\0", "\u{10ffff}"]).prop_map(str::to_owned),
        2 => "[-.,:;!?()'&/、。「」『』“”\"]{1,2}",
        1 => "[0-9]{1,4}",
        1 => "\\PC{1,4}",
    ]
}

/// Pieces joined by spaces, by lines or by nothing.
pub fn text() -> impl Strategy<Value = String> {
    let joint = select(vec![" ", " ", " ", "", "\n"]);
    prop::collection::vec((piece(), joint), 0..7).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, joint)| [piece, joint.to_owned()])
            .collect()
    })
}

/// What a reader may type: a piece or two of the same make, now and then in quotes.
pub fn typed() -> impl Strategy<Value = String> {
    let term = prop_oneof![
        6 => piece(),
        1 => (piece(), piece()).prop_map(|(a, b)| format!("\"{a} {b}\"")),
        1 => piece().prop_map(|piece| format!("「{piece}」")),
        1 => piece().prop_map(|piece| format!("“{piece}")),
    ];
    prop::collection::vec(term, 0..3).prop_map(|terms| terms.join(" "))
}

fn words() -> impl Strategy<Value = Text> {
    [text(), text(), text()].prop_map(|[en, zh_hant, zh_hans]| Text {
        en,
        zh_hant,
        zh_hans,
    })
}

fn ids(count: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(select(&IDS[..]).prop_map(str::to_owned), count)
}

fn id() -> impl Strategy<Value = String> {
    select(&IDS[..]).prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = PartialDate> {
    select(vec![
        "1999",
        "2003-05",
        "2003-05-01",
        "2003",
        "2003-12-31",
        "2010-01",
        "2024-02-29",
        "2024",
    ])
    .prop_map(|date| date.parse().expect("a date"))
}

fn card() -> impl Strategy<Value = Card> {
    let amount = prop::option::of(select(vec![1, 5, 1_000_000]));
    let years = prop::collection::btree_set(select(vec![1999, 2003, 2004, 2010, 2024]), 1..4);
    let facets = (ids(1..4), ids(0..4), id(), ids(0..4), id());
    let more = (
        ids(0..4),
        prop::option::of(id()),
        prop::sample::subsequence(Evidence::ALL, 0..4),
    );
    (words(), text(), date(), years, amount, facets, more).prop_map(
        |(name, summary, start, years, amount, facets, (topics, place, evidence))| {
            let (themes, sectors, kind, bodies, status) = facets;
            Card {
                name,
                themes,
                kind,
                sectors,
                topics,
                place,
                evidence,
                organisations: bodies,
                start,
                years: years
                    .into_iter()
                    .chain([start.year()])
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect(),
                status,
                summary,
                amount: amount.map(|hkd| CardAmount { hkd, kind: None }),
                ..Card::default()
            }
        },
    )
}

/// Some cards with the vocabulary that they refer to, and the words of most of them.
#[derive(Clone, Debug)]
pub struct Given {
    pub vocabulary: Vocabulary,
    pub cards: Vec<Card>,
    pub texts: Option<SearchTexts>,
}

impl Given {
    pub fn index(&self) -> Index {
        Index::new(
            &self.vocabulary,
            &self.cards,
            self.texts.clone().map(Arc::new),
            Variants::new(VARIANTS),
        )
    }
}

fn vocabulary() -> impl Strategy<Value = Vocabulary> {
    let body = (words(), prop::collection::vec(text(), 0..2));
    prop::collection::vec(body, 3).prop_map(|bodies| {
        let known = || IDS[..3].iter().map(|id| (*id).to_owned());
        let entries = || {
            known()
                .map(|id| Entry {
                    id,
                    ..Entry::default()
                })
                .collect()
        };
        let organisation = |(id, (name, aliases))| Organisation {
            id,
            name,
            aliases,
            ..Organisation::default()
        };
        Vocabulary {
            themes: known()
                .map(|id| Theme {
                    id,
                    ..Theme::default()
                })
                .collect(),
            kinds: entries(),
            sectors: entries(),
            statuses: known()
                .map(|id| Status {
                    id,
                    ..Status::default()
                })
                .collect(),
            organisations: known().zip(bodies).map(organisation).collect(),
            topics: known()
                .map(|id| Topic {
                    id,
                    ..Topic::default()
                })
                .collect(),
            places: known()
                .map(|id| Place {
                    id,
                    ..Place::default()
                })
                .collect(),
            ..Vocabulary::default()
        }
    })
}

/// Up to so many cards.
pub fn given_cards(most: usize) -> impl Strategy<Value = Given> {
    let records = prop::collection::vec(
        (card(), words(), words(), words(), prop::bool::weighted(0.8)),
        0..=most,
    );
    (vocabulary(), records, any::<bool>()).prop_map(|(vocabulary, records, loaded)| {
        let mut cards = Vec::new();
        let mut texts = Vec::new();
        for (i, (card, summary, facts, keywords, known)) in records.into_iter().enumerate() {
            let id = format!("record-{i}");
            if known {
                texts.push(RecordTexts {
                    id: id.clone(),
                    name: card.name.clone(),
                    summary,
                    facts,
                    keywords,
                    ..RecordTexts::default()
                });
            }
            let aliases = vec![format!("former-{i}")];
            cards.push(Card {
                id,
                aliases,
                ..card
            });
        }
        let bodies = vocabulary.organisations.iter();
        let texts = SearchTexts {
            records: texts,
            organisations: bodies
                .map(|body| Names::new(&body.id, &body.name, body.aliases.iter()))
                .collect(),
            ..SearchTexts::default()
        };
        Given {
            vocabulary,
            cards,
            texts: loaded.then_some(texts),
        }
    })
}

/// A collection, mostly none: records by their ids and by former ones, and some that there are not.
fn list() -> impl Strategy<Value = Collection> {
    let id = (
        select(vec!["record", "record", "former", "unknown"]),
        0..14_u8,
    );
    let ids = prop::collection::vec(id, 0..9).prop_map(|ids| {
        let mut list = Collection::default();
        for (what, number) in ids {
            list.insert(&format!("{what}-{number}"));
        }
        list
    });
    prop_oneof![2 => Just(Collection::default()), 1 => ids]
}

/// What narrows and orders a view; everything else is as usual.
pub fn view_state() -> impl Strategy<Value = ViewState> {
    let q = prop_oneof![2 => Just(String::new()), 3 => typed()];
    let evidence = select(Evidence::ALL).prop_map(|evidence| evidence.word().to_owned());
    let choice = (select(&Facet::ALL[..]), id(), evidence).prop_map(|(facet, id, evidence)| {
        let is_evidence = facet == Facet::Evidence && id != "unknown";
        (facet, if is_evidence { evidence } else { id })
    });
    let choices = prop::collection::vec(choice, 0..4);
    let year = || prop::option::of(select(vec![1, 1999, 2000, 2003, 2007, 2010, 2024, 9999]));
    let sort = prop::option::of(select(&Sort::ALL[..]));
    let years = (year(), year(), select(&Dated::ALL[..]));
    (q, choices, years, sort, list()).prop_map(|(q, chosen, (from, to, dated), sort, list)| {
        let mut choices = Choices::default();
        for (facet, id) in chosen {
            choices.insert(facet, id);
        }
        ViewState {
            view: View::Cards,
            q,
            choices,
            list,
            from,
            to,
            dated,
            sort,
            ..ViewState::default()
        }
    })
}
