//! How much began and went on, against a count one by one.

use explorer_core::timeline::{
    Axis, Bucket, Day, END_OF_TIME, Entry, Folds, Timeline, Viewport, date_of, density, steps,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::random::config;
use super::{crowd, entries, folds, number, today, windows, year};

/// What tells the bucket of a day from all others.
fn bucket_of(bucket: Bucket, day: Day) -> (u16, u8, u8) {
    let (y, m, d) = date_of(day);
    match bucket {
        Bucket::Day => (y, m, d),
        Bucket::Month => (y, m, 0),
        Bucket::Year => (y, 0, 0),
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn density_counts_what_began_and_what_went_on(
        entries in entries(40),
        from in 2015..2026_u16,
        days in 14.0..2000.0_f64,
        lanes in (0..6_usize, 0..8_usize),
        bucket in select(vec![Bucket::Day, Bucket::Month, Bucket::Year]),
    ) {
        let today = today();
        let timeline = Timeline::new(entries, 6, today);
        let from = f64::from(year(from)) + days / 3.0;
        let window = Viewport { from, to: from + days };
        let lanes = lanes.0..lanes.1;
        let counts = density(&timeline, lanes.clone(), &window, bucket);
        let all: Vec<&Entry> =
            timeline.entries().iter().filter(|entry| lanes.contains(&usize::from(entry.lane))).collect();
        let (first, last) = (counts.first().expect("a bucket"), counts.last().expect("a bucket"));
        prop_assert!(f64::from(first.from) <= window.from && window.to < f64::from(last.to));
        for count in &counts {
            let of = |day| bucket_of(bucket, day);
            prop_assert!(of(count.from) == of(count.to - 1));
            prop_assert!(of(count.from - 1) != of(count.from) && of(count.to - 1) != of(count.to));
            let began = all.iter().filter(|entry| of(entry.life.begin.start) == of(count.from)).count();
            let last_day = count.to - 1;
            let is_on = |entry: &&&Entry| (entry.life.begin.start..entry.life.end(today)).contains(&last_day);
            let going_on = all.iter().filter(is_on).count();
            prop_assert_eq!((count.began, count.going_on), (began, going_on), "{:?}", count);
        }
        prop_assert!(counts.windows(2).all(|pair| pair[0].to == pair[1].from));
        let begins = all.iter().filter(|entry| (first.from..last.to).contains(&entry.life.begin.start));
        prop_assert_eq!(counts.iter().map(|count| count.began).sum::<usize>(), begins.count());
    }

    #[test]
    fn steps_are_as_high_as_their_numbers_and_within_the_width(
        (_, window) in windows(),
        folds in folds(),
        width in 100.0..2000.0_f64,
        numbers in prop::collection::vec((0..40, 0..50_usize), 1..40),
    ) {
        let axis = Axis::new(window, width, &folds);
        // Of a power of two, shares of 64 pixels are exact.
        let most = numbers.iter().map(|(_, number)| number.next_power_of_two()).max().unwrap_or(1);
        let long = (window.days() * 1.2 / numbers.len() as f64) as Day;
        let first = window.from as Day - long;
        let numbers = (0..).zip(&numbers).map(|(nth, (more, number))| {
            let from = first + nth * long;
            (from, from + long * more / 40, *number)
        });
        let path = steps(numbers.clone(), &axis, 70, 64, most);
        let mut found = path.split_terminator('z').map(|step| {
            let numbers = step.split(|c: char| c.is_alphabetic() || c == ' ').skip(1);
            let numbers: Vec<i32> = numbers.map(|number| number.parse().expect("a number")).collect();
            numbers
        });
        for (from, to, number) in numbers {
            let x = |day: Day| axis.x(f64::from(day)).clamp(0.0, width).round() as i32;
            let (x0, x1) = (x(from), x(to));
            if number == 0 || x0 >= x1 {
                continue;
            }
            let up = (1..=64).find(|up| *up as usize * most >= number * 64).expect("a height");
            prop_assert_eq!(found.next(), Some(vec![x0, 70 - up, x1 - x0, up, x0 - x1]));
        }
        prop_assert_eq!(found.next(), None);
    }

    #[test]
    fn density_bears_any_number(entries in entries(10), from in number(), to in number(), width in number()) {
        let timeline = Timeline::new(entries, 6, today());
        let window = Viewport { from, to };
        let axis = Axis::new(window, width, &Folds::default());
        for bucket in [Bucket::Year, Bucket::that_fits(&axis)] {
            let most_days = if bucket == Bucket::Day { 4000.0 } else { f64::from(END_OF_TIME) };
            if window.days() <= most_days {
                let counts = density(&timeline, 0..6, &window, bucket);
                let numbers = counts.iter().map(|count| (count.from, count.to, count.began));
                let _ = steps(numbers, &axis, 60, 50, 0);
                prop_assert!(counts.len() <= 9999 * 12);
            }
        }
    }
}

#[test]
fn buckets_are_as_short_as_there_is_room_for() {
    let fits = |days: f64| {
        let from = f64::from(year(2000));
        Bucket::that_fits(&Axis::new(
            Viewport {
                from,
                to: from + days,
            },
            1000.0,
            &Folds::default(),
        ))
    };
    let buckets = [499.0, 501.0, 13_990.0, 14_010.0].map(fits);
    assert_eq!(
        buckets,
        [Bucket::Day, Bucket::Month, Bucket::Month, Bucket::Year]
    );
}

#[test]
fn a_hundred_thousand_are_all_counted() {
    let timeline = crowd(100_000, 1, 3);
    let all = timeline.fit(&Folds::default(), year(2300));
    let counts = density(&timeline, 0..7, &all, Bucket::Month);
    assert_eq!(
        counts.iter().map(|count| count.began).sum::<usize>(),
        100_000
    );
    // Of three days that each takes, the last of a month has three under way.
    let is_on = |day: Day| (year(2000) + 2..year(2000) + 100_000).contains(&day);
    let whole = counts.iter().filter(|count| is_on(count.to - 1));
    assert!(whole.clone().count() > 3000 && whole.clone().all(|count| count.going_on == 3));
}
