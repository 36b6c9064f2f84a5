//! What led to what: the ties of the open record, or of the one that the keyboard rests on, as arcs to the others' rows.

use std::fmt::Write;
use std::time::Duration;

use gloo_timers::future::sleep;
use leptos::prelude::*;
use serde::Deserialize;

use super::Chart;
use crate::dataset::Relation;
use crate::state;

/// How long the keyboard rests on a row before its ties are drawn.
const REST: Duration = Duration::from_millis(300);

/// How far arcs swing out to the left, in pixels: so much at least, and a part of the way down.
const SWING: (f64, f64) = (16.0, 0.15);

/// The part of a record's file that tells of its ties.
#[derive(Deserialize)]
struct Tied {
    #[serde(default)]
    related: Vec<Relation>,
}

/// Arcs from one row to all that its record is tied to, strong where the tie has a name.
#[component]
pub fn Arcs() -> impl IntoView {
    let chart = Chart::expect();
    let place = Memo::new(move |_| chart.open_place.get().or_else(|| chart.active_place.get()));
    let is_open = move || chart.open_place.get().is_some();
    let tied = LocalResource::new(move || {
        let id = place
            .get()
            .and_then(|place| Some(chart.card_at(place)?.id.clone()));
        let rest = if is_open() { Duration::ZERO } else { REST };
        async move {
            let id = id?;
            sleep(rest).await;
            Some((id.clone(), ties_of(chart, &id).await?))
        }
    });
    let path = move |is_typed: bool| {
        let (id, ties) = tied.get().flatten()?;
        let from = place
            .get()
            .filter(|place| chart.place_of(&id) == Some(*place))?;
        let mut path = String::new();
        for tie in ties.iter().filter(|tie| tie.is_typed() == is_typed) {
            if let Some(to) = chart.place_of(&tie.id) {
                draw(chart, from, to, &mut path);
            }
        }
        Some(path)
    };
    view! {
        <path class="arc" aria-hidden="true" d=move || path(false)></path>
        <path class="arc is-typed" aria-hidden="true" d=move || path(true)></path>
    }
}

/// The ties of a record, out of its file. Where that does not arrive there are none to draw; the record itself says why.
async fn ties_of(chart: Chart, id: &str) -> Option<Vec<Relation>> {
    let library = chart.app.library.get_untracked()?;
    let file = state::file(library.data.as_deref(), &format!("initiatives/{id}.json")).await;
    let tied: Tied = serde_json::from_str(&file.ok()?).ok()?;
    Some(tied.related)
}

/// An arc from where one bar begins to where another does, or to the edge beyond which that lies; with a dot at its end.
fn draw(chart: Chart, from: usize, to: usize, path: &mut String) {
    let end = |place: usize| {
        let (bar, middle) = (chart.bar(place)?.0, chart.middle(place)?);
        Some((bar.x0.clamp(0.0, chart.width()), middle))
    };
    let (Some((x0, y0)), Some((x1, y1))) = (end(from), end(to)) else {
        return;
    };
    let swing = SWING.0 + (y1 - y0).abs() * SWING.1;
    let left = (x0.min(x1) - swing).max(0.0);
    let [x0, y0, x1, y1, left] = [x0, y0, x1, y1, left].map(|pixels| pixels.round() as i32);
    let _ = write!(path, "M{x0} {y0}C{left} {y0} {left} {y1} {x1} {y1}");
    let _ = write!(path, "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0");
}
