//! The window onto time: what the address asks for, what a gesture makes of it, and the axis that follows.

use leptos::prelude::*;

use crate::dataset::PartialDate;
use crate::explore::{Setting, ViewState};
use crate::state::AppState;
use crate::timeline::{Axis, Day, Extent, Folds, Ticks, Timeline, Viewport, ticks};

/// How wide a tick's label is at most, in pixels.
const TICK_PX: f64 = 52.0;

/// Which days are in sight.
#[derive(Clone, Copy)]
pub struct Window {
    /// Years in which little began, unless they are unfolded.
    pub folds: Memo<Folds>,
    /// All that can be seen.
    pub whole: Memo<Viewport>,
    /// What the chart opens on: what matches, or the years that are asked for.
    pub opening: Memo<Viewport>,
    /// What the address asks for.
    asked: Memo<Viewport>,
    /// What the address asked for when a gesture began, and what that has made of it.
    flight: RwSignal<Option<(Viewport, Viewport)>>,
    /// How wide the chart is, in pixels.
    pub width: Memo<f64>,
    /// Days to pixels.
    pub axis: Memo<Axis>,
    /// The calendar along the axis.
    pub ticks: Memo<Ticks>,
}

/// What the axis is worked out from, all at once: as values that follow one another, each change would reach the rows
/// once for each way between them.
#[derive(Clone, PartialEq)]
struct Views {
    folds: Folds,
    opening: Viewport,
    whole: Viewport,
    asked: Viewport,
}

impl Views {
    fn of(state: &ViewState, all: &Timeline, matching: &Timeline, today: Day) -> Self {
        let folds = match state.settings.of(Setting::Unfold) {
            Some(_) => Folds::default(),
            None => matching.folds(),
        };
        let opening = years_of(state, matching.fit(&folds, today));
        let whole = all.fit(&all.folds(), today).with(&opening);
        let asked = state.days.map(|(first, last)| Viewport {
            from: f64::from(Extent::of(first).first),
            to: f64::from(Extent::of(last).end),
        });
        Self {
            asked: asked.unwrap_or(opening).held(&whole),
            folds,
            opening,
            whole,
        }
    }
}

impl Window {
    /// The window onto what matches, of all that there is.
    pub fn new(
        app: AppState,
        [all, matching]: [Memo<Timeline>; 2],
        width: Memo<f64>,
        today: Day,
    ) -> Self {
        let views = Memo::new(move |_| {
            let state = app.view_state.read();
            Views::of(&state, &all.read(), &matching.read(), today)
        });
        let flight = RwSignal::new(None::<(Viewport, Viewport)>);
        let axis = Memo::new(move |_| {
            let views = views.read();
            // What a gesture began with may no longer be asked for, as after Back.
            let flown = flight.get().filter(|(from, _)| *from == views.asked);
            let viewport = flown.map_or(views.asked, |(_, viewport)| viewport);
            Axis::new(viewport, width.get(), &views.folds)
        });
        Self {
            folds: Memo::new(move |_| views.with(|views| views.folds.clone())),
            whole: Memo::new(move |_| views.with(|views| views.whole)),
            opening: Memo::new(move |_| views.with(|views| views.opening)),
            asked: Memo::new(move |_| views.with(|views| views.asked)),
            flight,
            width,
            axis,
            ticks: Memo::new(move |_| axis.with(|axis| ticks(axis, TICK_PX))),
        }
    }

    /// Shows another window, of which the address does not tell yet.
    pub fn fly(self, viewport: Viewport) {
        let asked = self.asked.get_untracked();
        self.flight.set(Some((asked, viewport)));
    }

    /// What a gesture has made of the window since the address told of one; `None` also where the chart is gone.
    pub fn flown(self) -> Option<Viewport> {
        let (_, viewport) = self.flight.try_get_untracked()??;
        Some(viewport)
    }
}

/// The window of the years to which a view state keeps; an open side is that of another window.
fn years_of(state: &ViewState, fit: Viewport) -> Viewport {
    let year = |year: u16| Extent::of(PartialDate::of(year, None, None));
    let years = Viewport {
        from: state
            .from
            .map_or(fit.from, |from| f64::from(year(from).first)),
        to: state.to.map_or(fit.to, |to| f64::from(year(to).end)),
    };
    if years.from < years.to { years } else { fit }
}
