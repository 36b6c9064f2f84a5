//! The chart on paper: its drawing in pieces, each lane's below the lane's name, and the calendar above them. A page ends
//! between two pieces, and the next one begins with the calendar.

use leptos::prelude::*;

use super::Chart;
use super::head::{CALENDAR, CALENDAR_PX, folded_years, pixel};
use super::names::{BESIDE_PX, PlacedNames};
use super::plot::DRAWING;
use crate::timeline::Sheet;

/// How wide the chart is drawn for paper, in pixels, whatever the window: as wide as A4 and Letter are between usual margins.
/// All of it grows or shrinks alike to what there is.
pub const PAPER_PX: f64 = 700.0;

/// How high a piece is before it ends with its row, in pixels.
const PIECE_PX: f64 = 160.0;

/// A piece of the drawing: which lane begins with it, if any, and between which heights it lies.
type Piece = (Option<usize>, f64, f64);

/// The chart on paper.
#[component]
pub fn PaperChart() -> impl IntoView {
    let chart = Chart::expect();
    let PlacedNames(names) = PlacedNames::expect();
    let pieces = move || {
        let names = names.read();
        let is_within = |y: f64| {
            names
                .iter()
                .any(|name| name.top < y && y < name.top + BESIDE_PX)
        };
        chart
            .sheet
            .with(|sheet| pieces(sheet, chart.form.get().is_above, is_within))
    };
    let piece = move |(lane, top, bottom): Piece| {
        let head = lane.map(|lane| view! { <PaperLane lane=lane/> });
        view! { <tr><td>{head}<Cut of=DRAWING top=top bottom=bottom/></td></tr> }
    };
    view! {
        <table class="chart-paper" aria-hidden="true">
            <thead><tr><td><Cut of=CALENDAR top=0.0 bottom=CALENDAR_PX>{move || folds(chart)}</Cut></td></tr></thead>
            <tbody>{move || pieces().into_iter().map(piece).collect_view()}</tbody>
        </table>
    }
}

/// What of a drawing lies between two heights.
#[component]
fn Cut(
    of: &'static str,
    top: f64,
    bottom: f64,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let chart = Chart::expect();
    let view_box = move || {
        [0.0, top, chart.width(), bottom - top]
            .map(|side| side.to_string())
            .join(" ")
    };
    view! {
        <svg class="chart-piece" viewBox=view_box>
            <use href=format!("#{of}")></use>
            {children.map(|children| children())}
        </svg>
    }
}

/// The name of a lane with its count.
#[component]
fn PaperLane(lane: usize) -> impl IntoView {
    let chart = Chart::expect();
    let named = chart.lanes.with(|lanes| lanes.get(lane).cloned());
    let hue = named.as_ref().and_then(|lane| lane.hue);
    let count = chart.timeline.with(|timeline| timeline.lane(lane).len());
    view! {
        <p class="paper-lane" data-hue=hue.map(|hue| hue.to_string())>
            {named.map(|lane| lane.name)}" "<span class="lane-count">{count}</span>
        </p>
    }
}

/// The years of folds, upright.
fn folds(chart: Chart) -> impl IntoView {
    let folds: Vec<_> = chart.window.axis.with(|axis| axis.folds().collect());
    let folds = folds.into_iter().map(|fold| {
        let middle = pixel(f64::midpoint(fold.x0.max(0.0), fold.x1)) - 3;
        let place = format!("translate({middle} {}) rotate(90)", CALENDAR_PX / 2.0);
        let [first, last] = folded_years(&fold);
        view! { <text class="paper-fold" transform=place text-anchor="middle">{format!("{first}–{last}")}</text> }
    });
    folds.collect_view()
}

/// The pieces of a sheet. Where names hang beside bars they reach into other rows; a piece ends where it would cut none, if
/// there is such a place before it is twice as high.
fn pieces(sheet: &Sheet, is_above: bool, is_within_name: impl Fn(f64) -> bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (nth, lane) in sheet.lanes().iter().enumerate() {
        if lane.body <= lane.top {
            continue;
        }
        let mut begun = (Some(nth), lane.body);
        for top in lane.rows.clone().skip(1).map(|row| sheet.top(row)) {
            let height = top - begun.1;
            let is_free = is_above || height > 2.0 * PIECE_PX || !is_within_name(top);
            if height > PIECE_PX && is_free {
                pieces.push((begun.0, begun.1, top));
                begun = (None, top);
            }
        }
        pieces.push((begun.0, begun.1, lane.bottom));
    }
    pieces
}
