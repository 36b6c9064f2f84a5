//! What lies behind the rows: eras, folds, lines at the ticks, today.

use std::fmt::Write;

use leptos::prelude::*;

use super::Chart;
use super::head::{days_of, pixel};

/// What lies behind the rows.
#[component]
pub fn Backdrop() -> impl IntoView {
    let chart = Chart::expect();
    let height = move || pixel(chart.sheet.with(|sheet| sheet.height));
    let lines = move || {
        let mut lines = String::new();
        for tick in &chart.window.ticks.read().minor {
            let _ = write!(lines, "M{}.5 0V{}", pixel(tick.x), height());
        }
        lines
    };
    view! {
        {move || eras(chart, height())}
        {move || folds(chart, height())}
        <path class="tick-line" d=lines></path>
        {move || {
            let x = chart.today_x();
            let is_seen = (0.0..=chart.width()).contains(&x);
            is_seen.then(|| view! { <path class="today" d=format!("M{} 0V{}", pixel(x), height())></path> })
        }}
    }
}

/// A ground under every other era.
fn eras(chart: Chart, height: i32) -> impl IntoView {
    let eras = chart.with_bundle(|bundle| bundle.vocabulary.eras.clone());
    chart.window.axis.with(|axis| {
        let grounds = eras.iter().skip(1).step_by(2).filter_map(|era| {
            let (from, to) = days_of(era, axis.viewport);
            let (x0, x1) = (axis.x(from).max(0.0), axis.x(to).min(axis.width));
            (x1 > x0).then(|| {
                view! {
                    <rect class="era" x=pixel(x0) y=0 width=pixel(x1 - x0) height=height></rect>
                }
            })
        });
        grounds.collect_view()
    })
}

/// A ground under the folded years.
fn folds(chart: Chart, height: i32) -> impl IntoView {
    chart.window.axis.with(|axis| {
        let grounds = axis.folds().map(|fold| {
            let x = fold.x0.max(0.0);
            view! { <rect class="fold" x=pixel(x) y=0 width=pixel(fold.x1 - x) height=height></rect> }
        });
        grounds.collect_view()
    })
}
