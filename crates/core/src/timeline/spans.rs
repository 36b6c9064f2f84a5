//! What is laid out: the spans of records, in order of time.

use std::sync::Arc;

use super::day::{Day, END_OF_TIME};
use super::extent::Extent;

/// The most lanes. What would lie in a later one lies in the last.
pub const MOST_LANES: usize = 40;

/// How many pixels of a name are given room at most.
const LABEL_PX: f32 = 220.0;

/// A record in a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The record, by whatever number the caller has for it.
    pub record: u32,
    /// The lane, from 0.
    pub lane: u16,
    /// The record's theme, from 0.
    pub theme: u16,
    /// When it was.
    pub extent: Extent,
    /// How many pixels wide its name is. More than 220 get no room.
    pub label: f32,
}

/// Spans in lanes, sorted once. A copy shares them.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// By first day, of these the longest first.
    pub(super) spans: Arc<[Span]>,
    /// Their places by end.
    by_end: Arc<[u32]>,
    lanes: Arc<[LaneDays]>,
    pub(super) themes: usize,
}

/// When the spans of a lane begin and end.
#[derive(Clone, Debug, Default)]
struct LaneDays {
    starts: Vec<Day>,
    ends: Vec<Day>,
}

impl Timeline {
    /// The spans in so many lanes, of which there is always one and never more than [`MOST_LANES`]. Extents are cut to
    /// the years 1 to 9999 and last a day at least.
    pub fn new(spans: &[Span], lanes: usize) -> Self {
        let lanes = lanes.clamp(1, MOST_LANES);
        let mut spans: Vec<Span> = spans.iter().map(|span| sound(*span, lanes)).collect();
        spans.sort_by_key(|span| {
            let Extent { first, end, .. } = span.extent;
            (first, -end, span.record, span.lane, span.theme)
        });
        let mut by_end: Vec<u32> = (0..).take(spans.len()).collect();
        by_end.sort_by_key(|place| spans[*place as usize].extent.end);
        Self::sorted(spans, by_end, lanes)
    }

    /// Those of the spans whose records are to be kept, without sorting again.
    #[must_use]
    pub fn only(&self, keep: &mut dyn FnMut(u32) -> bool) -> Self {
        let mut spans = Vec::new();
        // For each place the new one.
        let mut places = Vec::with_capacity(self.len());
        let mut next = 0;
        for span in self.spans.iter() {
            let kept = keep(span.record);
            places.push(kept.then_some(next));
            if kept {
                spans.push(*span);
                next += 1;
            }
        }
        let place = |place: &u32| places[*place as usize];
        let by_end = self.by_end.iter().filter_map(place).collect();
        Self::sorted(spans, by_end, self.lanes())
    }

    fn sorted(spans: Vec<Span>, by_end: Vec<u32>, lanes: usize) -> Self {
        let mut days = vec![LaneDays::default(); lanes];
        for span in &spans {
            days[usize::from(span.lane)].starts.push(span.extent.first);
        }
        for place in &by_end {
            let span = &spans[*place as usize];
            days[usize::from(span.lane)].ends.push(span.extent.end);
        }
        let themes = spans.iter().map(|span| usize::from(span.theme) + 1).max();
        Self {
            spans: spans.into(),
            by_end: by_end.into(),
            lanes: days.into(),
            themes: themes.unwrap_or(0),
        }
    }

    /// How many lanes there are.
    pub fn lanes(&self) -> usize {
        self.lanes.len()
    }

    /// How many spans there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no span.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// From the first day of all to the day after the last; `None` where there is no span.
    pub fn whole(&self) -> Option<(Day, Day)> {
        let first = self.spans.first()?.extent.first;
        let end = self
            .lanes
            .iter()
            .filter_map(|lane| lane.ends.last())
            .max()?;
        Some((first, *end))
    }

    /// How many spans of each lane began before a day, and go on.
    pub(super) fn crossing(&self, day: f64) -> Vec<usize> {
        let crossing = |lane: &LaneDays| {
            let began = lane.starts.partition_point(|first| f64::from(*first) < day);
            let ended = lane.ends.partition_point(|end| f64::from(*end) <= day);
            began.saturating_sub(ended)
        };
        self.lanes.iter().map(crossing).collect()
    }
}

impl Span {
    /// Whether it began before a day, and goes on.
    pub(super) fn crosses(&self, day: f64) -> bool {
        f64::from(self.extent.first) < day && f64::from(self.extent.end) > day
    }
}

/// A span with which nothing can go wrong.
fn sound(span: Span, lanes: usize) -> Span {
    let last = u16::try_from(lanes - 1).unwrap_or(u16::MAX);
    let first = span.extent.first.clamp(0, END_OF_TIME - 1);
    Span {
        lane: span.lane.min(last),
        extent: Extent {
            first,
            end: span.extent.end.clamp(first + 1, END_OF_TIME),
            ..span.extent
        },
        label: if span.label > 0.0 {
            span.label.min(LABEL_PX)
        } else {
            0.0
        },
        ..span
    }
}
