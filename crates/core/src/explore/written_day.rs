//! Days and months as they are written in English and Chinese.

use super::value::Value;
use super::{Token, TokenKind};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day or the month that is written from a token on, as the digits of year, month and day:
/// `27 March 2019`, `March 27, 2019`, `March 2019`, `2019-03-27`, 2019年3月27日, 2019年3月.
pub(super) fn day(tokens: &[Token], i: usize) -> Option<Value> {
    let number = |i: usize| {
        let token = tokens
            .get(i)
            .filter(|token| token.kind == TokenKind::Number)?;
        token.text.parse::<u16>().ok()
    };
    let month = |i: usize| {
        let token = tokens.get(i)?;
        let place = MONTHS.iter().position(|month| *month == token.text)?;
        Some(place as u16 + 1)
    };
    let han = |i: usize, c: char| {
        tokens
            .get(i)
            .is_some_and(|token| token.is_han() && token.text.starts_with(c))
    };
    let is_alone = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|token| token.text.chars().count() == 1)
    };
    let hyphen = |i: usize| tokens.get(i).is_some_and(|token| token.is_hyphenated);
    let (year, month, day, count, han) = if let (Some(day), Some(month), Some(year)) =
        (number(i), month(i + 1), number(i + 2))
    {
        (year, month, day, 3, 0)
    } else if let (Some(month), Some(day), Some(year)) = (month(i), number(i + 1), number(i + 2)) {
        (year, month, day, 3, 0)
    } else if let (Some(month), Some(year)) = (month(i), number(i + 1)) {
        (year, month, 0, 2, 0)
    } else if let (Some(year), Some(month), Some(day), true) = (
        number(i),
        number(i + 1),
        number(i + 2),
        hyphen(i + 1) && hyphen(i + 2),
    ) {
        (year, month, day, 3, 0)
    } else if let (Some(year), Some(month), true) = (
        number(i),
        number(i + 2),
        han(i + 1, '年') && han(i + 3, '月') && is_alone(i + 1),
    ) {
        match number(i + 4).filter(|_| is_alone(i + 3) && (han(i + 5, '日') || han(i + 5, '号')))
        {
            Some(day) => (year, month, day, 6, 1),
            None => (year, month, 0, 4, 1),
        }
    } else {
        return None;
    };
    let is_one = (1000..=9999).contains(&year) && (1..=12).contains(&month) && day <= 31;
    is_one.then(|| Value {
        digits: if day == 0 {
            format!("{year}{month:02}")
        } else {
            format!("{year}{month:02}{day:02}")
        },
        tokens: i..i + count,
        han: 0..han,
    })
}
