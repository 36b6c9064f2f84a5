//! How long an initiative has gone on, as far as that is known.

use std::ops::Range;

use super::day::{Day, END_OF_TIME};
use super::extent::Extent;
use crate::dataset::{Card, PartialDate, Status, Vocabulary};

/// The time of an initiative, with what is not known of it.
///
/// Nothing is longer or shorter than it was: what a coarse date leaves open is a range of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// The days on which it may have begun; one where the day is known.
    pub begin: Range<Day>,
    /// The days on which what is known of it may end: that on which it ended, or on which it was last heard of. It begins
    /// no earlier than `begin`, and ends no earlier.
    pub known: Range<Day>,
    /// What came after.
    pub tail: Tail,
    /// Whether it is only announced.
    pub is_announced: bool,
    /// The middle days of the milestones that were, in order.
    pub milestones: Vec<Day>,
    /// The middle days of those that are foreseen, in order.
    pub planned: Vec<Day>,
}

/// What came after all that is known of an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Nothing: it ended.
    Ended,
    /// Nothing, but nobody says on which day it ended.
    EndedSometime,
    /// It is said to go on today.
    GoesOn,
    /// Nothing is known: it was announced, or has not begun.
    Open,
}

impl Life {
    /// The life of a record as its card has it. A card that says that it goes on although it has ended, or ends before it
    /// begins, which only foreign data can say, is taken by its beginning and what was last heard of it.
    pub fn of(card: &Card, is_ongoing: bool, is_announced: bool, today: Day) -> Self {
        let mut begin = days(coarser(card.start, card.about));
        // What goes on or is over had begun by today.
        if begin.start <= today && (is_ongoing || !is_announced) {
            begin.end = begin.end.min(today.saturating_add(1));
        }
        let ended = card.end.map(|end| days(coarser(end, card.end_about)));
        let ended = ended.filter(|end| end.end > begin.start);
        let heard = days(card.heard);
        let (known, tail) = match ended.clone() {
            Some(end) if end.start <= today => (end, Tail::Ended),
            // An end to come is a plan, and so is a beginning.
            _ if begin.start > today => (begin.clone(), Tail::Open),
            _ if is_ongoing => (heard, Tail::GoesOn),
            _ if is_announced => (heard, Tail::Open),
            _ => (heard, Tail::EndedSometime),
        };
        let last = if tail == Tail::Ended {
            END_OF_TIME
        } else {
            today.saturating_add(1).max(begin.end)
        };
        let known = known.start.max(begin.start).min(last - 1)..known.end.max(begin.end).min(last);
        // The middles of coarse dates may lie in another order than the dates.
        let mut milestones: Vec<Day> = card.milestones.iter().map(|date| middle(*date)).collect();
        milestones.sort_unstable();
        let mut planned: Vec<Day> = card.planned.iter().map(|date| middle(*date)).collect();
        planned.extend(ended.filter(|end| end.start > today).map(|end| end.end - 1));
        planned.sort_unstable();
        Self {
            is_announced: is_announced || begin.start > today,
            milestones,
            begin,
            known,
            tail,
            planned,
        }
    }

    /// The same, where the vocabulary says what the card's status means.
    pub fn in_words_of(vocabulary: &Vocabulary, card: &Card, today: Day) -> Self {
        let status = vocabulary.status(&card.status);
        let is_ongoing = status.is_some_and(|status| status.ongoing);
        Self::of(card, is_ongoing, card.status == Status::ANNOUNCED, today)
    }

    /// The day after the last on which it is drawn, plans apart: that after today where it goes on.
    pub fn end(&self, today: Day) -> Day {
        match self.tail {
            Tail::GoesOn => self.known.end.max(today.saturating_add(1)),
            _ => self.known.end,
        }
    }
}

/// A date, or where it is an estimate the month of a day and the year of a month.
fn coarser(date: PartialDate, is_estimate: bool) -> PartialDate {
    if !is_estimate {
        return date;
    }
    let month = date.day().and(date.month());
    PartialDate::of(date.year(), month, None)
}

/// The days that a date may mean.
fn days(date: PartialDate) -> Range<Day> {
    let Extent { first, end } = Extent::of(date);
    first..end
}

/// The day in the middle of those that a date may mean.
fn middle(date: PartialDate) -> Day {
    let days = days(date);
    days.start + (days.end - days.start) / 2
}
