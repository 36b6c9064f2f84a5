//! The timeline is exact about days, draws each time as long as it was, loses nothing and lets nothing meet, whatever the
//! data and the window.

mod axis;
mod bar;
mod days;
mod density;
mod folds;
mod life;
mod names;
mod path;
#[path = "../random/mod.rs"]
mod random;
mod sheet;
mod ticks;

use std::sync::Arc;

use explorer_core::dataset::{Card, PartialDate};
use explorer_core::timeline::{
    Day, END_OF_TIME, Entry, Extent, Folds, LEAST_DAYS, Life, Timeline, Viewport, day_of,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Rounding of pixels that nobody sees.
const HAIR: f64 = 1e-3;

/// Today, for every test: the 23rd of November 2026.
fn today() -> Day {
    day_of(2026, 11, 23)
}

fn year(year: u16) -> Day {
    day_of(year, 1, 1)
}

/// Numbers as they come, and such as should not.
fn number() -> impl Strategy<Value = f64> {
    const STRANGE: [f64; 12] = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        1e9,
        -1e18,
    ];
    prop_oneof![
        6 => -3000.0..3000.0,
        2 => 0.01..100.0,
        2 => (0..END_OF_TIME).prop_map(f64::from),
        2 => select(&STRANGE[..]),
    ]
}

/// Folded years: a few runs of some years, with some years between them.
fn folds() -> impl Strategy<Value = Folds> {
    let runs = prop::collection::vec((1..9_u16, 3..25_u16), 0..5);
    (prop_oneof![4 => 1950..2010_u16, 1 => 1..9800_u16], runs).prop_map(|(mut next, runs)| {
        let mut folds = Vec::new();
        for (apart, long) in runs {
            folds.push(next + apart..=next + apart + long - 1);
            next += apart + long;
        }
        Folds::of(&folds)
    })
}

/// The window that shows everything.
fn whole() -> impl Strategy<Value = Viewport> {
    let ours = (1950..2024_u16, 1..80_u16);
    let any = (1..9990_u16, 1..9000_u16);
    prop_oneof![4 => ours, 1 => any]
        .prop_map(|(from, years)| Viewport::around(year(from), year(from.saturating_add(years))))
}

/// All there is, and a window within it: mostly of any size, now and then one that begins or ends in a given day.
fn windows() -> impl Strategy<Value = (Viewport, Viewport)> {
    let days = prop_oneof![2 => LEAST_DAYS..100.0, 3 => 100.0..4000.0, 2 => 4000.0..40_000.0];
    (whole(), 0.0..1.0, days).prop_map(|(whole, share, days)| {
        let from = whole.from + share * whole.days();
        let to = from + days;
        (whole, Viewport { from, to }.held(&whole))
    })
}

fn date() -> impl Strategy<Value = PartialDate> {
    let years = prop_oneof![6 => 2018..2028_u16, 3 => 1980..2030_u16, 1 => 1..=9999_u16];
    let parts = (1..=12_u8, 1..=31_u8, 0..3_u8);
    (years, parts).prop_map(|(year, (month, day, precision))| {
        PartialDate::of(
            year,
            (precision > 0).then_some(month),
            (precision > 1).then_some(day),
        )
    })
}

/// A card with dates alone; its milestones and plans are in the order of dates, as those of the data are.
fn card() -> impl Strategy<Value = Card> {
    // Some last but days.
    let end = prop_oneof![date().prop_map(Err), (0..60).prop_map(Ok)];
    let dates = (date(), prop::option::of(end), date());
    let more = prop::collection::vec(date(), 0..5);
    (dates, any::<(bool, bool)>(), more).prop_map(|(dates, about, mut more)| {
        let (start, end, heard) = dates;
        let after = |days: Day| at(Extent::of(start).first + days);
        let end = end.map(|end| end.map_or_else(|date| date, after));
        more.sort_unstable();
        let has_been = more.partition_point(|date| date.year() <= 2026);
        Card {
            start,
            end,
            heard,
            about: about.0,
            end_about: about.1,
            planned: more.split_off(has_been),
            milestones: more,
            ..Card::default()
        }
    })
}

fn life() -> impl Strategy<Value = Life> {
    (card(), any::<(bool, bool)>()).prop_map(|(card, (is_ongoing, is_announced))| {
        Life::of(&card, is_ongoing, is_announced, today())
    })
}

/// Entries with records numbered from 0, some of them in crowds that all begin alike.
fn entries(most: usize) -> impl Strategy<Value = Vec<Entry>> {
    let entry = || (life(), 0..6_u16, any::<u32>());
    let crowds = prop::collection::vec((entry(), 0..most.div_ceil(2)), 0..3);
    (prop::collection::vec(entry(), 0..most), crowds).prop_map(|(mut entries, crowds)| {
        for (entry, count) in crowds {
            entries.extend(std::iter::repeat_n(entry, count));
        }
        let entry = |(record, (life, lane, weight))| Entry {
            record,
            lane,
            weight,
            life: Arc::new(life),
        };
        (0..).zip(entries).map(entry).collect()
    })
}

/// A timeline of so many that begin some days after each other and last some more, in seven lanes.
fn crowd(count: u32, apart: Day, days: Day) -> Timeline {
    let entry = |record: u32| {
        let first = year(2000) + apart * record as Day;
        let card = Card {
            start: at(first),
            end: Some(at(first + days - 1)),
            ..Card::default()
        };
        Entry {
            record,
            lane: (record % 7) as u16,
            weight: 0,
            life: Arc::new(Life::of(&card, false, false, END_OF_TIME)),
        }
    };
    Timeline::new((0..count).map(entry).collect(), 7, END_OF_TIME)
}

/// The date of a day.
fn at(day: Day) -> PartialDate {
    let (year, month, of_month) = explorer_core::timeline::date_of(day);
    PartialDate::of(year, Some(month), Some(of_month))
}
