//! A game asks only what is certain, asks everybody the same, and judges as a plain sort would.

mod files;
mod own;
mod random;

use std::sync::Arc;

use explorer_core::dataset::{Bundle, Card, Evidence, Lang, PartialDate, Text};
use explorer_core::explore::Collection;
use explorer_core::game::{Deal, Level, Round, tells_year};
use explorer_core::timeline::day_of;
use hong_kong_ai_explorer::ui::classroom::game::{Game, GameHand, Phase, Played};
use hong_kong_ai_explorer::ui::{AppState, Library, Start};
use leptos::prelude::*;
use proptest::prelude::*;
use proptest::sample::select;
use random::config;

/// A date of few years, so that many meet, as coarse as may be.
fn date() -> impl Strategy<Value = PartialDate> {
    let month = prop::option::of(1..=12_u8);
    let day = prop::option::of(1..=31_u8);
    (2016..=2025_u16, month, day).prop_map(|(year, month, day)| PartialDate::of(year, month, day))
}

fn card() -> impl Strategy<Value = Card> {
    let name = select(vec![
        "Plan",
        "Plan 2.0",
        "1823",
        "Budget 2018-19",
        "2020年計劃",
    ]);
    let certain = prop::bool::weighted(0.8);
    (date(), name, certain, certain).prop_map(|(start, name, certain, agreed)| Card {
        name: Text {
            en: "A plan".to_owned(),
            zh_hant: name.to_owned(),
            zh_hans: "计划".to_owned(),
        },
        start,
        about: !certain,
        evidence: if agreed {
            vec![]
        } else {
            vec![Evidence::Disagree]
        },
        ..Card::default()
    })
}

/// Cards, each with an id of its own.
fn cards(most: usize) -> impl Strategy<Value = Vec<Card>> {
    prop::collection::vec(card(), 0..=most).prop_map(|mut cards| {
        for (i, card) in cards.iter_mut().enumerate() {
            card.id = format!("record-{i}");
        }
        cards
    })
}

fn level() -> impl Strategy<Value = Level> {
    select(Level::ALL.to_vec())
}

fn starts(cards: &[Card], deal: &Deal) -> Vec<PartialDate> {
    deal.cards.iter().map(|card| cards[*card].start).collect()
}

fn ids<'a>(cards: &'a [Card], deal: &Deal) -> Vec<&'a str> {
    deal.cards.iter().map(|card| &*cards[*card].id).collect()
}

/// Every day that a date may mean.
fn days(date: PartialDate) -> std::ops::RangeInclusive<i32> {
    let day = |(year, month, day)| day_of(year, month, day);
    day(date.first())..=day(date.last())
}

/// The fewest days that may lie between two dates, from the one to the other; none where they may be the same day.
fn fewest_between(a: PartialDate, b: PartialDate) -> Option<i32> {
    let (a, b) = (days(a), days(b));
    let between = (b.start() - a.end()).max(a.start() - b.end());
    (between > 0).then_some(between)
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn the_order_of_any_two_is_certain_however_their_dates_turn_out(
        cards in cards(40), seed in "[a-z]{0,4}", level in level(), turns in prop::collection::vec(0.0..1.0_f64, 9),
    ) {
        let deal = Deal::new(&cards, &seed, level);
        let starts = starts(&cards, &deal);
        for (i, a) in starts.iter().enumerate() {
            for b in &starts[..i] {
                prop_assert!(a.surely_before(*b) || b.surely_before(*a), "{} {}", a, b);
            }
        }
        // Whatever day each turns out to be, the line that the game holds for right is in order.
        let turned = |card: usize| {
            let days = days(starts[card]);
            days.start() + (f64::from(days.end() - days.start()) * turns[card]).round() as i32
        };
        let line = Round::new(deal, &[]).line(starts.len());
        prop_assert!(line.windows(2).all(|pair| turned(pair[0]) < turned(pair[1])));
    }

    #[test]
    fn nothing_uncertain_or_told_is_dealt(cards in cards(40), seed in "[a-z]{0,4}", level in level()) {
        for card in Deal::new(&cards, &seed, level).cards {
            let card = &cards[card];
            prop_assert!(!card.has(Evidence::Disagree) && !card.about);
            prop_assert!(Lang::ALL.into_iter().all(|lang| !tells_year(card.name.get(lang))));
        }
    }

    #[test]
    fn whoever_has_the_same_cards_gets_the_same_game(
        (cards, shuffled) in cards(40).prop_flat_map(|cards| (Just(cards.clone()), Just(cards).prop_shuffle())),
        seed in "\\PC{0,8}", level in level(),
    ) {
        // Each language lists the cards in an order of its own.
        let (deal, other) = (Deal::new(&cards, &seed, level), Deal::new(&shuffled, &seed, level));
        prop_assert_eq!(ids(&cards, &deal), ids(&shuffled, &other));
    }

    #[test]
    fn a_collections_game_has_its_cards_alone_in_whatever_order_they_were_picked(
        cards in cards(40), picked in prop::collection::vec(0..40_usize, 0..30), seed in "[a-z]{0,4}", level in level(),
    ) {
        let places = || picked.iter().copied().filter(|place| *place < cards.len());
        let deal = Deal::among(&cards, places(), &seed, level);
        prop_assert!(deal.cards.iter().all(|card| picked.contains(card)));
        let backwards: Vec<usize> = places().collect();
        let other = Deal::among(&cards, backwards.into_iter().rev(), &seed, level);
        prop_assert_eq!(&deal.cards, &other.cards);
        let only: Vec<Card> = cards.iter().enumerate().filter(|(place, _)| picked.contains(place)).map(|(_, card)| card.clone()).collect();
        prop_assert_eq!(ids(&cards, &deal), ids(&only, &Deal::new(&only, &seed, level)));
    }

    #[test]
    fn dates_lie_as_far_apart_as_the_level_says(cards in cards(60), seed in "[a-z]{0,4}") {
        for (level, least) in [(Level::Easy, 365), (Level::Usual, 182), (Level::Hard, 1)] {
            let starts = starts(&cards, &Deal::new(&cards, &seed, level));
            for (i, a) in starts.iter().enumerate() {
                for b in &starts[..i] {
                    prop_assert!(fewest_between(*a, *b).is_some_and(|days| days >= least), "{} {}", a, b);
                }
            }
        }
    }

    #[test]
    fn a_deal_leaves_out_only_what_does_not_fit(cards in cards(12), seed in "[a-z]{0,4}") {
        let deal = Deal::new(&cards, &seed, Level::Hard);
        prop_assert!(deal.cards.len() <= 9);
        let starts = starts(&cards, &deal);
        for (place, card) in cards.iter().enumerate() {
            let is_asked = !card.has(Evidence::Disagree) && !card.about && !Lang::ALL.into_iter().any(|lang| tells_year(card.name.get(lang)));
            let fits = starts.iter().all(|start| fewest_between(*start, card.start).is_some());
            prop_assert!(deal.cards.len() == 9 || deal.cards.contains(&place) || !is_asked || !fits);
        }
    }

    #[test]
    fn a_slot_is_where_a_plain_sort_puts_it(cards in cards(40), seed in "[a-z]{0,4}", level in level(), order in any::<u64>()) {
        let deal = Deal::new(&cards, &seed, level);
        let starts = starts(&cards, &deal);
        for card in 0..starts.len() {
            // Any of the others, as a line that is under way.
            let mut line: Vec<usize> = (0..starts.len()).filter(|other| *other != card && (order >> other) & 1 == 0).collect();
            line.sort_by_key(|other| starts[*other]);
            let slot = deal.slot(&line, card);
            line.push(card);
            line.sort_by_key(|other| starts[*other]);
            prop_assert_eq!(line.iter().position(|other| *other == card), Some(slot));
        }
    }

    #[test]
    fn a_round_counts_what_is_right(
        cards in cards(40), seed in "[a-z]{0,4}", level in level(), chosen in prop::collection::vec(0..9_usize, 0..12),
    ) {
        let deal = Deal::new(&cards, &seed, level);
        let starts = starts(&cards, &deal);
        let round = Round::new(deal, &chosen);
        let mut right = 0;
        for (i, slot) in chosen.iter().enumerate().take(starts.len().saturating_sub(1)) {
            let before = starts[..=i].iter().filter(|start| **start < starts[i + 1]).count();
            prop_assert_eq!(round.is_right(i + 1), before == *slot);
            right += usize::from(before == *slot);
        }
        prop_assert_eq!(round.right(), right);
        prop_assert_eq!(round.done(), chosen.len().min(round.of()));
        prop_assert_eq!(round.hand(), (!round.is_complete()).then_some(round.done() + 1));
        let mut sorted: Vec<usize> = (0..starts.len()).collect();
        sorted.sort_by_key(|card| starts[*card]);
        prop_assert_eq!(round.line(usize::MAX), sorted);
    }
}

/// Cards of these dates.
fn of(dates: &[&str]) -> Vec<Card> {
    let card = |(i, date): (usize, &&str)| Card {
        id: format!("record-{i}"),
        start: date.parse().expect("a date"),
        ..Card::default()
    };
    dates.iter().enumerate().map(card).collect()
}

#[test]
fn little_data_gives_a_short_game() {
    for (dates, level, count) in [
        (&[][..], Level::Hard, 0),
        (&["2020"], Level::Hard, 1),
        (&["2020", "2020-05-01"], Level::Hard, 1),
        (&["2020-05", "2020-05-01", "2020-05-31"], Level::Easy, 1),
        (&["2020-05-01", "2020-05-02"], Level::Hard, 2),
        (&["2020-05-01", "2020-05-02"], Level::Usual, 1),
        (&["2019", "2021"], Level::Easy, 2),
    ] {
        let deal = Deal::new(&of(dates), "seed", level);
        assert_eq!(deal.cards.len(), count, "{dates:?} {level:?}");
        let round = Round::new(deal, &[0; 20]);
        assert!(round.is_complete());
        assert_eq!(round.done(), count.saturating_sub(1));
    }
    // What could not be read has no date.
    assert!(
        Deal::new(&[Card::default()], "seed", Level::Hard)
            .cards
            .is_empty()
    );
}

#[test]
fn other_seeds_give_other_games() {
    let dates: Vec<String> = (1980..2026).map(|year| format!("{year}-06")).collect();
    let cards = of(&dates.iter().map(String::as_str).collect::<Vec<_>>());
    let deals: Vec<Deal> = (1..=30)
        .map(|day| Deal::new(&cards, &format!("2026-11-{day:02}"), Level::Usual))
        .collect();
    for (i, deal) in deals.iter().enumerate() {
        assert_eq!(deal.cards.len(), 9);
        assert!(!deals[..i].contains(deal));
    }
}

#[test]
fn years_are_told_from_other_numbers() {
    for (text, tells) in [
        ("Budget 2018-19", true),
        ("2020年計劃", true),
        ("since 1987", true),
        ("1823 hotline", false),
        ("Blueprint 2.0", false),
        ("ISO 20121", false),
        ("", false),
    ] {
        assert_eq!(tells_year(text), tells, "{text}");
    }
}

/// The explorer's own cards in a language, as the page loads them.
fn bundle(lang: Lang) -> Bundle {
    let (dataset, _) = own::dataset();
    Bundle::new(&dataset, lang, "2026-11-27".parse().expect("a day"))
}

/// The card in the hand and the line, as a reader of the page has them.
fn hand(library: &Library, played: &Arc<Played>) -> String {
    let Phase::Hand(number) = played.phase() else {
        panic!("no card is in the hand: {:?}", played.phase());
    };
    let start = Start {
        query: "view=class&game=4B".to_owned(),
        lang: library.bundle.lang,
        library: Some(library.clone()),
        answers: None,
        static_links: None,
    };
    let (played, card) = (played.clone(), played.card(number).expect("a card"));
    Owner::new().with(|| {
        provide_context(AppState::new(start));
        let (heading, place) = (NodeRef::new(), Callback::new(|_| ()));
        view! { <GameHand played=played number=number card=card heading=heading place=place/> }
            .to_html()
    })
}

#[test]
fn the_explorers_own_cards_never_tell_their_year() {
    for lang in Lang::ALL {
        let library = Library::new(bundle(lang), None);
        for (seed, level) in [
            ("2026-11-27", Level::Easy),
            ("4B", Level::Usual),
            ("週一", Level::Hard),
        ] {
            let played = |game: &Game| {
                Arc::new(Played::new(
                    library.bundle.clone(),
                    Collection::default(),
                    seed,
                    level,
                    game.clone(),
                ))
            };
            let mut game = Game::default();
            for number in 1..=8 {
                let played = played(&game);
                assert_eq!(played.phase(), Phase::Hand(number), "{seed}");
                let card = played.card(number).expect("a card");
                let html = hand(&library, &played);
                let (hand, line) = html.split_once("<ol").expect("a line");
                assert!(hand.contains("game-summary") || tells_year(&card.summary));
                let year = card.start.year().to_string();
                assert!(!hand.contains(&year), "{}: {hand}", card.id);
                assert_eq!(line.matches("game-slot-").count(), number + 1, "{line}");
                assert!(game.place(0, &played.round));
                game.go_on();
            }
            assert_eq!(played(&game).phase(), Phase::End);
        }
    }
}

#[test]
fn a_card_is_placed_once_in_a_slot_that_there_is() {
    let bundle = Arc::new(bundle(Lang::En));
    let played = |game: &Game| {
        Played::new(
            bundle.clone(),
            Collection::default(),
            "4B",
            Level::Usual,
            game.clone(),
        )
    };
    let mut game = Game::default();
    // One card lies on the line, so there are two slots.
    assert!(!game.place(2, &played(&game).round));
    assert_eq!(game, Game::default());
    for done in 1..=8 {
        assert!(game.place(done, &played(&game).round));
        assert_eq!(played(&game).phase(), Phase::Verdict(done));
        let progress = played(&game).progress("view=class".to_owned());
        assert_eq!((progress.done, progress.of), (done, 8));
        assert_eq!(progress.complete, done == 8);
        // A second press on a slot, before the page has changed, places nothing.
        assert!(!game.place(0, &played(&game).round));
        game.go_on();
    }
    assert_eq!(played(&game).phase(), Phase::End);
    assert!(!game.place(0, &played(&game).round));
}

#[test]
fn a_game_comes_back_from_its_address() {
    let check = |answers: Option<&str>, slots: &[usize]| {
        assert_eq!(Game::read(answers).slots, slots, "{answers:?}");
    };
    check(None, &[]);
    check(Some("caab"), &[2, 0, 0, 1]);
    // What is no slot ends it.
    check(Some("ca-b"), &[2, 0]);
    check(Some("數"), &[]);
    assert_eq!(Game::default().answers(), None);
    let bundle = Arc::new(bundle(Lang::En));
    let mut game = Game::default();
    for done in 0..=8 {
        let again = Game::read(game.answers().as_deref());
        assert_eq!(again.slots, game.slots);
        let played = Played::new(
            bundle.clone(),
            Collection::default(),
            "4B",
            Level::Usual,
            again,
        );
        assert_eq!(played.round.done(), done);
        assert_eq!(played.phase() == Phase::End, done == 8);
        game.place(done % 2, &played.round);
        game.go_on();
    }
    // More letters than there are cards count for nothing.
    let long = Game::read(Some("aaaaaaaaaaaa"));
    let played = Played::new(bundle, Collection::default(), "4B", Level::Usual, long);
    assert_eq!((played.round.done(), played.phase()), (8, Phase::End));
}

#[test]
fn an_answer_of_a_game_names_the_card_and_the_slots() {
    let bundle = Arc::new(bundle(Lang::ZhHans));
    let played = Played::new(
        bundle.clone(),
        Collection::default(),
        "4B",
        Level::Usual,
        Game::read(Some("a")),
    );
    let card = played.card(2).expect("a card");
    let answer = played.told(1, "game=4B".to_owned()).expect("an answer");
    assert_eq!(answer.id, format!("card-2-{}", card.id));
    assert_eq!(answer.question, card.name.get(Lang::ZhHans));
    assert_eq!((answer.choices.len(), answer.response), (3, 1));
    let placed = Played::new(
        bundle,
        Collection::default(),
        "4B",
        Level::Usual,
        Game::read(Some("ab")),
    );
    assert_eq!(placed.round.is_right(2), answer.correct == 1);
}

#[test]
fn a_result_tells_what_was_right_and_no_card() {
    let bundle = Arc::new(bundle(Lang::En));
    let game = Game {
        slots: vec![0; 8],
        is_judged: false,
    };
    let played = Played::new(bundle, Collection::default(), "4B", Level::Usual, game);
    let right = played.round.right();
    let signs: String = (1..=8)
        .map(|card| {
            if played.round.is_right(card) {
                '✅'
            } else {
                '❌'
            }
        })
        .collect();
    assert_eq!(signs.matches('✅').count(), right);
    assert_eq!(
        played.result("https://example.org/?game=4B"),
        format!("Hong Kong AI Explorer 4B {right}/8\n{signs}\nhttps://example.org/?game=4B")
    );
}

#[test]
fn data_without_certain_dates_have_no_game() {
    let bundle = Arc::new(Bundle {
        cards: Vec::new(),
        ..bundle(Lang::ZhHant)
    });
    let mut game = Game::default();
    let played = Played::new(
        bundle,
        Collection::default(),
        "4B",
        Level::Usual,
        game.clone(),
    );
    assert_eq!(played.phase(), Phase::TooFew);
    assert!(!game.place(0, &played.round));
}
