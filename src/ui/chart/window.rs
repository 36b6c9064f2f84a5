//! The window: which days are seen. It is read from what the page asks for, and told to the page as years, and as days
//! where those are finer. The chart moves it freely; what is told are whole days, as the address says them.

use super::calendar::year_of;
use super::widget::{Chart, Told};
use crate::dataset::PartialDate;
use crate::explore::ViewState;
use crate::timeline::{Day, Extent, Limits, Timeline, Viewport, date_of};

/// Which part of all of time is shown after its end.
const AFTER: Day = 10;

impl Chart {
    /// The window as the state of the page says it.
    pub(super) fn state(&self) -> ViewState {
        let mut state = self.shown.state.clone();
        state.show_years(None, None);
        let whole = self.limits.whole();
        let is_whole = |a: f64, b: f64| (a - b).abs() < 1.0;
        let first = self.viewport.from.round() as Day;
        let last = (self.viewport.to.round() as Day - 1).max(first);
        // An edge that is that of all time stays open.
        let from = !is_whole(self.viewport.from, whole.from);
        let to = !is_whole(self.viewport.to, whole.to);
        state.show_years(
            from.then(|| year_of(first).year()),
            to.then(|| year_of(last).year()),
        );
        let year = window_of(&state, &self.limits);
        let date = |day: Day| {
            let (year, month, day) = date_of(day);
            PartialDate::of(year, Some(month), Some(day))
        };
        if !is_whole(self.viewport.from, year.from) || !is_whole(self.viewport.to, year.to) {
            state.show_days(date(first), date(last));
        }
        state
    }

    /// Shows another window, and tells of it.
    pub(super) fn go(&mut self, viewport: Viewport) -> Vec<Told> {
        self.viewport = viewport;
        self.draw();
        self.told()
    }

    /// Tells of the window, where it is another than what is shown.
    pub(super) fn told(&mut self) -> Vec<Told> {
        let state = self.state();
        if state == self.shown.state {
            return Vec::new();
        }
        // Whole days, as the address says it, so that it looks the same however one gets there.
        self.viewport = window_of(&state, &self.limits);
        self.draw();
        self.shown.state = state.clone();
        vec![Told::Window(Box::new(state))]
    }
}

/// The window that a state asks for.
pub fn window_of(state: &ViewState, limits: &Limits) -> Viewport {
    let whole = limits.whole();
    let first = |date| f64::from(Extent::of(date, false).first);
    let after = |date| f64::from(Extent::of(date, false).end);
    let year = |year: u16| PartialDate::of(year, None, None);
    let asked = match state.days {
        Some((a, b)) => Viewport {
            from: first(a),
            to: after(b),
        },
        None => Viewport {
            from: state.from.map_or(whole.from, |from| first(year(from))),
            to: state.to.map_or(whole.to, |to| after(year(to))),
        },
    };
    // By no pixels: only held within the limits.
    asked.pan(0.0, 1.0, limits)
}

/// From the first record, or today, to the last.
pub fn limits_of(timeline: &Timeline, today: Day) -> Limits {
    let (first, end) = timeline.whole().unwrap_or((today, today + 1));
    let end = end.max(today + 1);
    // Room for what begins now to have a name, and for what goes on to fade out.
    Limits::new(first, end + (end - first) / AFTER)
}
