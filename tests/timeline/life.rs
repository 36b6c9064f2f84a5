//! What is known of the time of an initiative.

use std::ops::Range;

use explorer_core::dataset::{Card, PartialDate};
use explorer_core::timeline::{Day, END_OF_TIME, Extent, Folds, Life, Tail, Timeline, date_of};
use proptest::prelude::*;

use super::random::config;
use super::{at, card, entries, today};

/// What the status says.
#[derive(Clone, Copy, PartialEq)]
enum Says {
    GoesOn,
    Announced,
    Over,
}

/// That a record with these dates, "~" before an estimate, began on the days from and to the first two, is known to the
/// days from and to the others, and then this came. The last day counts with them, and one day is written once.
#[track_caller]
fn lives(start: &str, end: &str, heard: &str, says: Says, expected: [&str; 2], tail: Tail) -> Life {
    let about = |text: &str| text.starts_with('~');
    let date = |text: &str| text.trim_start_matches('~').parse::<PartialDate>().ok();
    let card = Card {
        start: date(start).expect("a date"),
        about: about(start),
        end: date(end),
        end_about: about(end),
        heard: date(heard).expect("a date"),
        ..Card::default()
    };
    let life = Life::of(
        &card,
        says == Says::GoesOn,
        says == Says::Announced,
        today(),
    );
    let written = |days: &Range<Day>| {
        let (first, last) = (at(days.start), at(days.end - 1));
        if first == last {
            first.to_string()
        } else {
            format!("{first} {last}")
        }
    };
    let found = [written(&life.begin), written(&life.known)];
    assert_eq!(
        (found, life.tail),
        (expected.map(str::to_owned), tail),
        "{start} {end} {heard}"
    );
    life
}

#[test]
fn a_life_is_as_exact_as_its_dates() {
    use Says::{GoesOn, Over};
    let ended = |start, end, expected| lives(start, end, "2024", Over, expected, Tail::Ended);
    ended("2020-02-03", "2021-04-05", ["2020-02-03", "2021-04-05"]);
    ended(
        "2020-02",
        "2021-02",
        ["2020-02-01 2020-02-29", "2021-02-01 2021-02-28"],
    );
    ended(
        "2020",
        "2021",
        ["2020-01-01 2020-12-31", "2021-01-01 2021-12-31"],
    );
    ended(
        "~2020-02-03",
        "~2021-04-05",
        ["2020-02-01 2020-02-29", "2021-04-01 2021-04-30"],
    );
    ended(
        "~2020-02",
        "~2021-04",
        ["2020-01-01 2020-12-31", "2021-01-01 2021-12-31"],
    );
    ended(
        "~2020",
        "2021",
        ["2020-01-01 2020-12-31", "2021-01-01 2021-12-31"],
    );
    ended("2020-02-03", "2020-02-03", ["2020-02-03", "2020-02-03"]);
    ended(
        "2020",
        "2020",
        ["2020-01-01 2020-12-31", "2020-01-01 2020-12-31"],
    );
    ended(
        "2020-02-03",
        "2020",
        ["2020-02-03", "2020-02-03 2020-12-31"],
    );
    ended(
        "2020",
        "2020-06-01",
        ["2020-01-01 2020-12-31", "2020-06-01 2020-12-31"],
    );
    // What has ended is over, whatever its status says.
    let both = ["2020-02-03", "2021-04-05"];
    lives(
        "2020-02-03",
        "2021-04-05",
        "2024",
        GoesOn,
        both,
        Tail::Ended,
    );
}

#[test]
fn without_an_end_a_life_is_known_until_it_was_last_heard_of() {
    use Says::{Announced, GoesOn, Over};
    let ongoing = |start, heard, expected| lives(start, "", heard, GoesOn, expected, Tail::GoesOn);
    ongoing("2020-02-03", "2024-05-06", ["2020-02-03", "2024-05-06"]);
    ongoing(
        "2010-05",
        "2012",
        ["2010-05-01 2010-05-31", "2012-01-01 2012-12-31"],
    );
    ongoing(
        "2020-02-03",
        "2026-11",
        ["2020-02-03", "2026-11-01 2026-11-23"],
    );
    ongoing("2020-02-03", "2030", ["2020-02-03", "2026-11-23"]);
    // What goes on has begun.
    ongoing(
        "2026",
        "2026-10-01",
        ["2026-01-01 2026-11-23", "2026-10-01 2026-11-23"],
    );
    // What was heard before it began tells of its beginning alone.
    ongoing("2020-02-03", "2019", ["2020-02-03", "2020-02-03"]);
    let over =
        |heard, expected| lives("2015-02-03", "", heard, Over, expected, Tail::EndedSometime);
    over("2018-03-01", ["2015-02-03", "2018-03-01"]);
    over("2018", ["2015-02-03", "2018-01-01 2018-12-31"]);
    let both = ["2026-10-01", "2026-10-02"];
    let life = lives("2026-10-01", "", "2026-10-02", Announced, both, Tail::Open);
    assert!(life.is_announced);
}

#[test]
fn what_is_to_come_is_a_plan() {
    use Says::{Announced, GoesOn, Over};
    let both = ["2027-03-01 2027-03-31"; 2];
    for says in [Announced, GoesOn, Over] {
        let life = lives("2027-03", "", "2026-11", says, both, Tail::Open);
        assert!(life.is_announced);
    }
    let both = ["2020-02-03", "2026-11-01"];
    let life = lives(
        "2020-02-03",
        "2030-06",
        "2026-11-01",
        GoesOn,
        both,
        Tail::GoesOn,
    );
    assert_eq!(
        life.planned
            .iter()
            .map(|day| date_of(*day))
            .collect::<Vec<_>>(),
        [(2030, 6, 30)]
    );
    assert!(!life.is_announced);
    // An end before the beginning is not believed.
    let both = ["2020-02-03", "2021-01-01"];
    let life = lives(
        "2020-02-03",
        "2019",
        "2021-01-01",
        Over,
        both,
        Tail::EndedSometime,
    );
    assert!(life.planned.is_empty());
}

#[test]
fn milestones_are_in_the_middle_of_their_dates_and_in_order() {
    let dates = |dates: &[&str]| {
        dates
            .iter()
            .map(|date| date.parse().expect("a date"))
            .collect()
    };
    let card = Card {
        start: "2020".parse().expect("a date"),
        milestones: dates(&["2021", "2021-02", "2021-02-27"]),
        planned: dates(&["2027", "2027-01-05"]),
        ..Card::default()
    };
    let life = Life::of(&card, true, false, today());
    let written = |days: &[Day]| {
        days.iter()
            .map(|day| at(*day).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        written(&life.milestones),
        ["2021-02-15", "2021-02-27", "2021-07-02"]
    );
    assert_eq!(written(&life.planned), ["2027-01-05", "2027-07-02"]);
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn a_life_is_in_order_and_not_longer_than_it_can_be(
        card in card(),
        is_ongoing in any::<bool>(),
        is_announced in any::<bool>(),
    ) {
        let today = today();
        let life = Life::of(&card, is_ongoing, is_announced, today);
        prop_assert!(life.begin.start < life.begin.end && life.known.start < life.known.end);
        prop_assert!(life.begin.start <= life.known.start && life.begin.end <= life.known.end);
        prop_assert!(life.begin.start >= 0 && life.end(today) <= END_OF_TIME);
        prop_assert!(life.milestones.is_sorted() && life.planned.is_sorted());
        let begin = Extent::of(card.start);
        prop_assert!(life.begin.start <= begin.first);
        let may_end_later = life.tail == Tail::Ended && card.end.is_some_and(|end| Extent::of(end).end > today);
        let may_begin_later = life.is_announced && life.begin.end > today;
        // An estimate may be as vague as a year.
        let may_be_later = may_end_later || may_begin_later || (life.tail == Tail::Ended && card.end_about);
        prop_assert!(may_be_later || life.end(today) <= today + 1, "{life:?}");
        if life.tail == Tail::GoesOn {
            prop_assert_eq!(life.end(today), today + 1);
        }
    }

    #[test]
    fn the_window_of_all_ends_with_today_or_what_is_beyond(entries in entries(12), is_folded in any::<bool>()) {
        let today = today();
        let timeline = Timeline::new(entries, 6, today);
        let folds = if is_folded { timeline.folds() } else { Folds::default() };
        let window = timeline.fit(&folds, today);
        let lives = timeline.entries().iter().map(|entry| &entry.life);
        let first = lives.clone().map(|life| life.begin.start).min().unwrap_or(today);
        let plans = lives.clone().flat_map(|life| life.planned.iter().map(|day| day + 1));
        let end = lives.clone().map(|life| life.end(today)).chain(plans).max();
        let end = f64::from(end.unwrap_or(today).max(today + 1));
        prop_assert!(window.from <= f64::from(first) && window.to >= end && window.days() > 730.0);
        let whole = (end - f64::from(first)).max(800.0);
        // Margins, unless two years or an end of time left no choice.
        let is_moved = window.from == 0.0 || window.to == f64::from(END_OF_TIME);
        let is_moved = is_moved || window.days() < 732.0;
        prop_assert!(is_moved || window.to <= end + whole * 0.011, "{window:?}");
        let is_in_fold = |(from, to): (f64, f64)| from == window.from && to > f64::from(first);
        let is_near = window.from >= f64::from(first) - whole * 0.021;
        prop_assert!(is_moved || is_near || folds.iter().any(is_in_fold), "{window:?}");
    }
}
