//! What is on the timeline: initiatives in lanes, in order of time.

use std::ops::Range;
use std::sync::Arc;

use super::axis::Folds;
use super::day::{Day, END_OF_TIME, date_of};
use super::folds::folds;
use super::life::Life;
use super::viewport::Viewport;

/// Beyond so many initiatives not all of them have a row at any time.
pub const MOST_ROWS: usize = 1_000;

/// An initiative in its lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The record, by whatever number the caller has for it.
    pub record: u32,
    /// The lane, from 0.
    pub lane: u16,
    /// How much it matters that its name is seen; more is more.
    pub weight: u32,
    /// When it was.
    pub life: Arc<Life>,
}

/// Initiatives in lanes, sorted once. A copy shares them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// By lane, then by beginning.
    entries: Arc<[Entry]>,
    lanes: Arc<[Lane]>,
}

/// A lane: which entries are in it, and when they begin and end.
#[derive(Clone, Debug, Default, PartialEq)]
struct Lane {
    entries: Range<usize>,
    /// The first day of each, in order.
    begins: Vec<Day>,
    /// The day after the last of each, in order.
    ends: Vec<Day>,
}

impl Timeline {
    /// The entries in so many lanes. What would lie in a later lane lies in the last.
    pub fn new(mut entries: Vec<Entry>, lanes: usize, today: Day) -> Self {
        let last = lanes.max(1) - 1;
        for entry in &mut entries {
            entry.lane = entry.lane.min(u16::try_from(last).unwrap_or(u16::MAX));
        }
        entries.sort_by_key(|entry| {
            let life = &entry.life;
            (entry.lane, life.begin.start, life.begin.end, entry.record)
        });
        Self::sorted(entries, lanes.max(1), today)
    }

    /// Those of the entries whose records are to be kept, without sorting again.
    #[must_use]
    pub fn only(&self, keep: impl Fn(u32) -> bool, today: Day) -> Self {
        let kept = self.entries.iter().filter(|entry| keep(entry.record));
        Self::sorted(kept.cloned().collect(), self.lanes(), today)
    }

    fn sorted(entries: Vec<Entry>, lanes: usize, today: Day) -> Self {
        let mut from = 0;
        let lanes = (0..lanes).map(|lane| {
            let of_lane = |entry: &Entry| usize::from(entry.lane) <= lane;
            let to = from + entries[from..].partition_point(of_lane);
            let range = from..to;
            from = to;
            let those = &entries[range.clone()];
            let mut ends: Vec<Day> = those.iter().map(|entry| entry.life.end(today)).collect();
            ends.sort_unstable();
            Lane {
                begins: those.iter().map(|entry| entry.life.begin.start).collect(),
                ends,
                entries: range,
            }
        });
        let lanes = lanes.collect();
        Self {
            entries: entries.into(),
            lanes,
        }
    }

    /// All entries: by lane, then by beginning.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many lanes there are.
    pub fn lanes(&self) -> usize {
        self.lanes.len()
    }

    /// The places of a lane's entries among all.
    pub fn lane(&self, lane: usize) -> Range<usize> {
        self.lanes
            .get(lane)
            .map_or(0..0, |lane| lane.entries.clone())
    }

    /// The place of a record's entry.
    pub fn place_of(&self, record: u32) -> Option<usize> {
        self.entries.iter().position(|entry| entry.record == record)
    }

    /// The places of those that begin within a window, lane by lane.
    pub fn beginning_in(&self, viewport: &Viewport) -> Vec<Range<usize>> {
        let lanes = self.lanes.iter().map(|lane| {
            let before = |day: f64| lane.begins.partition_point(|begin| f64::from(*begin) < day);
            let first = lane.entries.start;
            first + before(viewport.from)..first + before(viewport.to)
        });
        lanes.collect()
    }

    /// How many of a lane's entries begin before a day.
    pub fn begun_before(&self, lane: usize, day: f64) -> usize {
        let begins = self.lanes.get(lane).map_or(&[][..], |lane| &lane.begins);
        begins.partition_point(|begin| f64::from(*begin) < day)
    }

    /// How many of a lane's entries have begun before a day and go on, or went on until then.
    pub fn going_on_at(&self, lane: usize, day: f64) -> usize {
        let ends = self.lanes.get(lane).map_or(&[][..], |lane| &lane.ends);
        let ended = ends.partition_point(|end| f64::from(*end) <= day);
        self.begun_before(lane, day).saturating_sub(ended)
    }

    /// The years that are folded.
    pub fn folds(&self) -> Folds {
        let begins = self.lanes.iter().flat_map(|lane| &lane.begins);
        Folds::of(&folds(begins.map(|begin| date_of(*begin).0)))
    }

    /// The window that shows everything: from the first beginning to today and a sliver, or to what is planned beyond.
    /// Where there is nothing, the last two years.
    pub fn fit(&self, folds: &Folds, today: Day) -> Viewport {
        let ends = self.lanes.iter().filter_map(|lane| lane.ends.last());
        let planned = self
            .entries
            .iter()
            .filter_map(|entry| entry.life.planned.last());
        let plans_end = planned.map(|day| day.saturating_add(1));
        let end = ends.copied().chain(plans_end).max();
        let end = end
            .unwrap_or(today)
            .max(today.saturating_add(1))
            .min(END_OF_TIME);
        let begins = self.lanes.iter().filter_map(|lane| lane.begins.first());
        let first = begins.min().copied().unwrap_or(today);
        let viewport = Viewport::around(first, end);
        // A fold at the left edge says itself that nothing was before it.
        let is_folded = |(from, to): &(f64, f64)| (*from..*to).contains(&f64::from(first));
        match folds.iter().find(is_folded) {
            Some((from, _)) => Viewport { from, ..viewport },
            None => viewport,
        }
    }
}
