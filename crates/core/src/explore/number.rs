//! Numbers that are written with words: `50m`, `HK$10 billion`, 5000萬, 五千萬, `five`, and days.

use super::value::Value;
use super::written_day::day;
use super::{Token, TokenKind};

/// The units by the power of ten that each stands for, those of several characters
/// before those with which they begin.
const UNITS: [(&str, u32); 19] = [
    ("thousand", 3),
    ("k", 3),
    ("million", 6),
    ("m", 6),
    ("mn", 6),
    ("billion", 9),
    ("b", 9),
    ("bn", 9),
    ("trillion", 12),
    ("tn", 12),
    ("百万", 6),
    ("千万", 7),
    ("十亿", 9),
    ("百亿", 10),
    ("千亿", 11),
    ("万亿", 12),
    ("万", 4),
    ("亿", 8),
    ("兆", 12),
];
/// Small numbers, from two: `one` is mostly no number.
const SMALL: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
const DIGITS: &str = "零一二三四五六七八九";
/// What is money rather than something of its own behind a number.
const MONEY: [&str; 4] = ["港元", "美元", "人民币", "元"];

/// Every number with words, and every day, among the tokens of a text, in order.
pub(super) fn values(tokens: &[Token]) -> Vec<Value> {
    let mut values = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        if let Some(day) = day(tokens, i) {
            values.push(day);
            continue;
        }
        match token.kind {
            TokenKind::Number => {
                let next = tokens.get(i + 1);
                values.extend(next.and_then(|next| with_unit(&token.text, next, i)));
            }
            TokenKind::Word => {
                if let Some(place) = SMALL.iter().position(|small| *small == token.text) {
                    values.push(Value {
                        digits: (place + 2).to_string(),
                        tokens: i..i + 1,
                        han: 0..0,
                    });
                }
                let letters = token.text.find(|c: char| c.is_ascii_alphabetic());
                let written = letters.map(|at| token.text.split_at(at));
                let digits = written.and_then(|(number, unit)| scaled(number, power(unit)?));
                values.extend(digits.map(|digits| Value {
                    digits,
                    tokens: i..i + 1,
                    han: 0..0,
                }));
            }
            TokenKind::Han => values.extend(in_han(&token.text, i)),
        }
    }
    values
}

fn power(unit: &str) -> Option<u32> {
    UNITS
        .iter()
        .find(|(other, _)| *other == unit)
        .map(|(_, power)| *power)
}

fn with_unit(number: &str, next: &Token, i: usize) -> Option<Value> {
    let (unit, mut end) = match next.kind {
        TokenKind::Han => {
            let mut units = UNITS.iter();
            let (unit, _) = units.find(|(unit, _)| next.text.starts_with(unit))?;
            (*unit, unit.chars().count())
        }
        TokenKind::Word => (&*next.text, 0),
        TokenKind::Number => return None,
    };
    let digits = scaled(number, power(unit)?)?;
    if next.is_han() {
        end += money(&next.text[unit.len()..]);
    }
    Some(Value {
        digits,
        tokens: i..i + 2,
        han: 0..end,
    })
}

/// How many characters at the beginning of a text say of a number that it is money.
pub(super) fn money(text: &str) -> usize {
    let mut words = MONEY.iter();
    let word = words.find(|word| text.starts_with(**word));
    word.map_or(0, |word| word.chars().count())
}

/// A number times a power of ten, where that is a whole number.
fn scaled(number: &str, power: u32) -> Option<String> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let zeros = usize::try_from(power).ok()?.checked_sub(decimals.len())?;
    let digits = format!("{whole}{decimals}{}", "0".repeat(zeros));
    let digits = digits.trim_start_matches('0');
    let are_digits = digits.len() < 20 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (are_digits && !digits.is_empty()).then(|| digits.to_owned())
}

/// The numbers in a run of Han that are written in Han to the unit: 五千萬, 三億.
fn in_han(text: &str, i: usize) -> Vec<Value> {
    let characters: Vec<char> = text.chars().collect();
    let mut values = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let run = characters[at..].iter().take_while(|c| part(**c).is_some());
        let length = run.count();
        let run = &characters[at..at + length];
        if let Some(value) = read_han(run) {
            let rest: String = characters[at + length..].iter().collect();
            values.push(Value {
                digits: value.to_string(),
                tokens: i..i + 1,
                han: at..at + length + money(&rest),
            });
        }
        at += length + 1;
    }
    values
}

/// What a Han character adds to a number: a digit, or a unit.
fn part(c: char) -> Option<Result<u64, u64>> {
    let digit = DIGITS.chars().position(|digit| digit == c);
    let unit = match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        '两' => return Some(Ok(2)),
        _ => return digit.map(|digit| Ok(digit as u64)),
    };
    Some(Err(unit))
}

/// A number of Han digits and units that is large enough to be a sum; `None` where it is none.
fn read_han(characters: &[char]) -> Option<u64> {
    let (mut total, mut section, mut digit) = (0_u64, 0_u64, None);
    for c in characters {
        match part(*c)? {
            Ok(next) if digit.is_none() => digit = Some(next),
            Ok(_) => return None,
            Err(unit) if unit < 10_000 => {
                section = section.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
            }
            Err(unit) => {
                section = section.checked_add(digit.take().unwrap_or(0))?;
                total = total.checked_add(section)?.checked_mul(unit)?;
                section = 0;
            }
        }
    }
    let value = total
        .checked_add(section)?
        .checked_add(digit.unwrap_or(0))?;
    (value >= 10_000).then_some(value)
}
