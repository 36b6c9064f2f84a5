//! Days against a calendar.

use explorer_core::timeline::{Day, END_OF_TIME, Extent, date_of, day_of};
use proptest::prelude::*;

use super::date;
use super::random::config;

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn days_are_those_of_a_calendar_turned_leaf_by_leaf() {
    let (mut y, mut m, mut d) = (1, 1, 1);
    for day in 0..END_OF_TIME {
        assert_eq!(date_of(day), (y, m, d));
        assert_eq!(day_of(y, m, d), day);
        d += 1;
        if d > days_in_month(y, m) {
            (m, d) = (m + 1, 1);
        }
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
    }
    assert_eq!((y, m, d), (10_000, 1, 1));
}

#[test]
fn dates_that_are_none_count_as_the_nearest() {
    assert_eq!(day_of(0, 1, 1), 0);
    assert_eq!(day_of(u16::MAX, 12, 31), END_OF_TIME - 1);
    assert_eq!(day_of(2023, 2, 31), day_of(2023, 2, 28));
    assert_eq!(day_of(2023, 99, 0), day_of(2023, 12, 1));
    assert_eq!(date_of(-1), (1, 1, 1));
    assert_eq!(date_of(Day::MIN), (1, 1, 1));
    assert_eq!(date_of(END_OF_TIME), (9999, 12, 31));
    assert_eq!(date_of(Day::MAX), (9999, 12, 31));
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn an_extent_is_every_day_that_a_date_may_mean(date in date()) {
        let extent = Extent::of(date);
        let is_meant = |day: Day| {
            let (y, m, d) = date_of(day);
            (0..END_OF_TIME).contains(&day)
                && y == date.year()
                && date.month().is_none_or(|month| month == m)
                && date.day().is_none_or(|day| day == d)
        };
        prop_assert!((extent.first..extent.end).all(is_meant));
        prop_assert!(!is_meant(extent.first - 1) && !is_meant(extent.end));
    }
}
