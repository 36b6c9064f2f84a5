//! Dates, spans, numbers and sums of money as each language writes them.
//!
//! Plain Rust rather than the browser's `Intl`, so that the page is written the same before any script runs.

use std::borrow::Cow;

use crate::dataset::{Card, Lang, PartialDate};

use super::Words;
use super::number::Number;

/// The months in English.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in words, as precise as it is known: `June 2024`, `2024年6月`.
pub fn date(lang: Lang, date: PartialDate) -> String {
    let year = date.year();
    match (lang, date.month(), date.day()) {
        (_, None, _) if lang.is_chinese() => format!("{year}年"),
        (_, None, _) => year.to_string(),
        (Lang::En, Some(month), None) => format!("{} {year}", MONTHS[usize::from(month) - 1]),
        (Lang::En, Some(month), Some(day)) => {
            format!("{day} {} {year}", MONTHS[usize::from(month) - 1])
        }
        (_, Some(month), None) => format!("{year}年{month}月"),
        (_, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
    }
}

/// A month of the year, short: `Jan`, `1月`.
pub fn month(lang: Lang, month: u8) -> String {
    let name = MONTHS[usize::from(month.clamp(1, 12)) - 1];
    if lang.is_chinese() {
        format!("{month}月")
    } else {
        name.chars().take(3).collect()
    }
}

/// The years from one to another: `2019–2026`, or the one where they are the same.
pub fn from_year_to_year(first: u16, last: u16) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

/// From when to when, each with whether it is an estimate, as precise as it is known.
pub fn span(words: Words, start: (PartialDate, bool), end: Option<(PartialDate, bool)>) -> String {
    let written = |(date, about): (PartialDate, bool)| {
        let date = self::date(words.0, date);
        if about { words.about(date) } else { date }
    };
    match end {
        Some((end, _)) if end == start.0 => written(start),
        Some(end) => words.from_to(written(start), written(end)),
        None => words.since(written(start)),
    }
}

/// The years of a card: `2019–2023`, `2024–` while it goes on, `2019` where it began and ended in one year.
pub fn years(words: Words, card: &Card) -> String {
    let start = card.start.year();
    let span = match card.end.map(PartialDate::year) {
        None => format!("{start}–"),
        Some(end) => from_year_to_year(start, end),
    };
    if card.about { words.about(span) } else { span }
}

/// A whole number with its digits in groups of three.
pub fn number(value: u64) -> String {
    Number(value).to_string()
}

/// A sum in Hong Kong dollars, short: `HK$5.55 bn`, `55.5億港元`. Sums of at least one unit are cut to three digits.
pub fn money(lang: Lang, hkd: u64) -> String {
    let units: [(u64, &str); 2] = match lang {
        Lang::En => [(1_000_000_000, " bn"), (1_000_000, " m")],
        Lang::ZhHant => [(100_000_000, "億"), (10_000, "萬")],
        Lang::ZhHans => [(100_000_000, "亿"), (10_000, "万")],
    };
    let short = units
        .into_iter()
        .find(|(unit, _)| hkd >= *unit)
        .map_or_else(
            || number(hkd),
            |(unit, name)| format!("{}{name}", quotient(hkd, unit)),
        );
    if lang.is_chinese() {
        format!("{short}港元")
    } else {
        format!("HK${short}")
    }
}

/// A sum in Hong Kong dollars, to the dollar.
pub fn money_in_full(lang: Lang, hkd: u64) -> String {
    if lang.is_chinese() {
        format!("{}港元", number(hkd))
    } else {
        format!("HK${}", number(hkd))
    }
}

/// A quotient with at most two decimals and no zeros at its end.
fn quotient(value: u64, unit: u64) -> String {
    let hundredths = ((value % unit) * 100 + unit / 2) / unit;
    let (whole, decimals) = (value / unit + hundredths / 100, hundredths % 100);
    match decimals {
        0 => number(whole),
        decimals if decimals % 10 == 0 => format!("{}.{}", number(whole), decimals / 10),
        decimals => format!("{}.{decimals:02}", number(whole)),
    }
}

/// Wraps a text that contains letters written from right to left in Unicode's isolates (Unicode Standard Annex 9), for
/// places such as a title, where no element can keep it apart from what stands beside it.
pub fn isolated(text: &str) -> Cow<'_, str> {
    let turns = |c: char| {
        matches!(
            c,
            '\u{590}'..='\u{8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{fefe}'
                | '\u{10800}'..='\u{10fff}'
                | '\u{1e800}'..='\u{1efff}'
        )
    };
    if text.contains(turns) {
        Cow::Owned(format!("\u{2068}{text}\u{2069}"))
    } else {
        Cow::Borrowed(text)
    }
}
