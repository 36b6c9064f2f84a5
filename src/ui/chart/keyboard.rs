//! The keyboard on the plot: from row to row and from lane to lane, nearer and farther.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Chart;
use super::motion::{Motion, STEP};
use crate::ui::kept::Kept;

/// The id of a record's row, as the list of options names the one that the keyboard is at.
pub fn option_id(record: u32) -> String {
    format!("row-{record}")
}

/// What keys do on the plot.
#[derive(Clone, Copy)]
pub struct Keyboard {
    chart: Chart,
    motion: Motion,
    kept: Option<Kept>,
    /// The name of what a key last kept, or took out.
    pub now_kept: RwSignal<Option<(bool, String)>>,
}

impl Keyboard {
    /// What keys do on a chart.
    pub fn new(chart: Chart, motion: Motion) -> Self {
        Self {
            chart,
            motion,
            kept: use_context(),
            now_kept: RwSignal::new(None),
        }
    }

    /// The plot gets the focus: at the row where the keyboard was, else that of the open record, else the first.
    pub fn focus(self) {
        let chart = self.chart;
        if chart.active_place.get_untracked().is_none() {
            let open = chart.open_place.get_untracked();
            let first = chart
                .sheet
                .with_untracked(|sheet| sheet.rows().first().copied());
            if let Some(place) = open.or(first) {
                self.activate(place);
            }
        }
    }

    /// A key without a modifier. Where it does something here, the page does nothing with it.
    pub fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowRight" => self.step(1),
            "ArrowLeft" => self.step(-1),
            "ArrowDown" => self.change_lane(1),
            "ArrowUp" => self.change_lane(-1),
            "Home" => self.go(|rows| rows.first().copied()),
            "End" => self.go(|rows| rows.last().copied()),
            "+" | "=" => self.motion.zoom(STEP),
            "-" | "_" => self.motion.zoom(1.0 / STEP),
            "Enter" | " " => {
                if let Some(place) = self.chart.active_place.get_untracked() {
                    self.chart.open(place);
                }
            }
            "s" | "S" if !event.repeat() => self.keep(),
            "Escape"
                if self
                    .chart
                    .pointed
                    .with_untracked(|pointed| !pointed.is_empty()) =>
            {
                self.chart.pointed.set(Vec::new());
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Keeps what the keyboard is at, or no longer.
    fn keep(self) {
        let chart = self.chart;
        let card = untrack(|| chart.card_at(chart.active_place.get()?));
        if let Some((kept, card)) = self.kept.zip(card) {
            let was_kept = untrack(|| kept.has(&card));
            kept.toggle(&card);
            let is_kept = untrack(|| kept.has(&card));
            // A full collection takes no more, and says so.
            if is_kept != was_kept {
                let name = card.name.get(chart.words.0).to_owned();
                self.now_kept.set(Some((is_kept, name)));
            }
        }
    }

    /// Goes to the row that many further on.
    fn step(self, by: isize) {
        let active = self.chart.active_place.get_untracked();
        self.go(|rows| {
            let row = active.and_then(|place| rows.binary_search(&place).ok());
            let next = row.map_or(Some(0), |row| row.checked_add_signed(by))?;
            rows.get(next).copied()
        });
    }

    /// Goes to the row of the next lane that begins nearest to the present one.
    fn change_lane(self, by: isize) {
        let chart = self.chart;
        let Some(place) = chart.active_place.get_untracked() else {
            self.step(1);
            return;
        };
        let next = chart.timeline.with_untracked(|timeline| {
            let entries = timeline.entries();
            let present = entries.get(place)?;
            let mut lane = usize::from(present.lane);
            loop {
                lane = lane
                    .checked_add_signed(by)
                    .filter(|lane| *lane < timeline.lanes())?;
                let shown = chart.sheet.with_untracked(|sheet| {
                    let rows = sheet.lanes().get(lane)?.rows.clone();
                    Some(sheet.rows().get(rows)?.to_vec())
                })?;
                let away = |place: &usize| {
                    let begin = entries[*place].life.begin.start;
                    (begin - present.life.begin.start).unsigned_abs()
                };
                if let Some(nearest) = shown.into_iter().min_by_key(away) {
                    return Some(nearest);
                }
            }
        });
        if let Some(next) = next {
            self.activate(next);
        }
    }

    fn go(self, choose: impl FnOnce(&[usize]) -> Option<usize>) {
        if let Some(place) = self
            .chart
            .sheet
            .with_untracked(|sheet| choose(sheet.rows()))
        {
            self.activate(place);
        }
    }

    /// The keyboard is at a row: it is told, and in sight.
    fn activate(self, place: usize) {
        let chart = self.chart;
        let entry = chart.timeline.with_untracked(|timeline| {
            let entry = timeline.entries().get(place)?;
            Some((entry.record, entry.life.begin.start))
        });
        if let Some((record, begin)) = entry {
            self.motion.bring(begin);
            chart.active.set(Some(record));
            chart.pointed.set(vec![place]);
        }
    }
}
