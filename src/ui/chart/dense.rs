//! The density of a lane: how much began and how much went on, where there are too many initiatives for rows.

use leptos::prelude::*;

use super::Chart;
use super::head::pixel;
use crate::timeline::{Bucket, Count, DENSITY_PX, density, steps};

/// The density of a lane.
#[component]
pub fn Dense(lane: usize) -> impl IntoView {
    let chart = Chart::expect();
    let counts = Memo::new(move |_| {
        let axis = chart.window.axis.read();
        chart.timeline.with(|timeline| {
            density(
                timeline,
                lane..lane + 1,
                &axis.viewport,
                Bucket::that_fits(&axis),
            )
        })
    });
    let ground = move || {
        chart.sheet.with(|sheet| {
            sheet
                .lanes()
                .get(lane)
                .map_or(0.0, |place| place.body + DENSITY_PX)
        })
    };
    let path = move |number: fn(&Count) -> usize| {
        let counts = counts.read();
        let most = counts.iter().map(number).max().unwrap_or(0);
        let numbers = counts
            .iter()
            .map(|count| (count.from, count.to, number(count)));
        let height = pixel(DENSITY_PX - 4.0);
        chart
            .window
            .axis
            .with(|axis| steps(numbers, axis, pixel(ground()), height, most))
    };
    view! {
        <path class="dense-going" aria-hidden="true" d=move || path(|count| count.going_on)></path>
        <path class="dense-began" aria-hidden="true" d=move || path(|count| count.began)></path>
    }
}
