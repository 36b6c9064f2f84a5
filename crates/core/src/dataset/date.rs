//! Dates as precise as their source and no more: a year, a month or a day.

use std::fmt;
use std::str::FromStr;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::fault::clip;
use super::json::Json;
use super::reader::{Read, Reader};

/// A year, a month or a day of the Gregorian calendar, written `2024`, `2024-06` or `2024-06-11` (ISO 8601).
///
/// Dates order by their first day; of two that begin together the coarser comes first.
///
/// ```
/// # use explorer_core::dataset::PartialDate;
/// let month: PartialDate = "2024-06".parse().unwrap();
/// assert_eq!(month.first(), (2024, 6, 1));
/// assert_eq!(month.last(), (2024, 6, 30));
/// assert!("2024-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(extend("pattern" = super::patterns::DATE))
)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is no partial date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not of the form year, year-month or year-month-day.
    #[error("is no date; write a year, a month or a day, such as 2024, 2024-06 or 2024-06-11")]
    Form,
    /// Of the right form, but no such year, month or day exists.
    #[error("names a year, a month or a day that does not exist")]
    Calendar,
}

impl PartialDate {
    /// The date of these parts; those out of range are moved to the nearest that exists.
    pub fn of(year: u16, month: Option<u8>, day: Option<u8>) -> Self {
        let year = year.clamp(1, 9999);
        let month = month.map(|month| month.clamp(1, 12));
        let of_month = month.map(|month| days_in_month(year, month));
        let day = day.zip(of_month).map(|(day, last)| day.clamp(1, last));
        Self { year, month, day }
    }

    /// The year, from 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month from 1 to 12, where the date is at least that precise.
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month from 1, where the date is that precise.
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// The first day that the date may mean, as year, month, day.
    pub fn first(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that the date may mean, as year, month, day.
    pub fn last(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(self.year, month));
        (self.year, month, day)
    }

    /// Whether it is the missing one, which is the default.
    pub fn is_missing(self) -> bool {
        self == Self::default()
    }

    /// Whether this date ends before the other begins, however their unknown parts turn out.
    pub fn surely_before(self, other: Self) -> bool {
        self.last() < other.first()
    }
}

/// The year 0, which no text stands for: a date that is missing or could not be read, beside the fault that says so.
impl Default for PartialDate {
    fn default() -> Self {
        Self {
            year: 0,
            month: None,
            day: None,
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |date: &Self| (date.first(), date.month, date.day);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(DateError::Form)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let (month, day) = (month.map(|m| m as u8), day.map(|d| d as u8));
        let exists = year >= 1
            && month.is_none_or(|m| (1..=12).contains(&m))
            && day.is_none_or(|d| (1..=days_in_month(year, month.unwrap_or(1))).contains(&d));
        if exists {
            Ok(Self { year, month, day })
        } else {
            Err(DateError::Calendar)
        }
    }
}

/// A part of exactly so many digits, or `None` where the text has ended.
fn number(part: Option<&str>, digits: usize) -> Result<Option<u16>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    part.parse().map(Some).map_err(|_| DateError::Form)
}

/// How many days the month (1 to 12) has in that year.
pub(crate) const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl Read for PartialDate {
    fn read(json: &Json<'_>, reader: &mut Reader) -> Self {
        if let Some(number) = json.as_i64().filter(|year| (1000..=9999).contains(year)) {
            reader.fault(format!("is a number; write it in quotes: \"{number}\""));
            return Self::default();
        }
        let text = String::read(json, reader);
        // An empty text is as good as none, which the checker judges.
        if text.is_empty() {
            return Self::default();
        }
        text.parse().unwrap_or_else(|error: DateError| {
            let shown = clip(&text);
            reader.fault(match meant(&text) {
                Some(date) => format!("`{shown}` is no date as it is written; write {date}"),
                None => format!("`{shown}` {error}"),
            });
            Self::default()
        })
    }
}

/// The date that a text means which is written in another way: with spaces around it, slashes, full stops, dashes or the
/// Chinese words for year, month and day, with digits of full width, single digits, or a time of day.
fn meant(text: &str) -> Option<PartialDate> {
    let is_chinese = text.contains('年');
    let plain: String = text
        .trim()
        .chars()
        .filter(|c| !(is_chinese && c.is_whitespace()))
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '/' | '.' | '－' | '／' | '‐'..='―' | '−' | '年' | '月' => '-',
            '日' => ' ',
            _ => c,
        })
        .collect();
    let (day, time) = plain.split_once(['T', ' ']).unwrap_or((&plain, ""));
    if !time.is_empty() && !time.contains(':') {
        return None;
    }
    let (year, rest) = day.split_once('-').unwrap_or((day, ""));
    let parts = rest.split('-').filter(|part| !part.is_empty());
    let parts = parts.map(|part| format!("-{part:0>2}"));
    format!("{year}{}", parts.collect::<String>()).parse().ok()
}
