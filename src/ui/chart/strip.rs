//! The strip of all time: how much began when, and which part of it is in sight. Dragging over it chooses another.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::Chart;
use super::head::pixel;
use super::motion::Motion;
use crate::timeline::{Axis, Bucket, LEAST_DAYS, Viewport, density, steps};

/// How high the strip is, in pixels.
const HEIGHT: i32 = 28;

/// The strip.
#[component]
pub fn Strip() -> impl IntoView {
    let (chart, motion) = (Chart::expect(), Motion::expect());
    let strip = NodeRef::<Div>::new();
    let began = RwSignal::new(None::<f64>);
    let viewport = Memo::new(move |_| chart.window.axis.with(|axis| axis.viewport));
    let all = Memo::new(move |_| {
        let shown = chart.window.opening.get().with(&viewport.get());
        Axis::new(shown, chart.width(), &chart.window.folds.read())
    });
    let day_at = move |event: &PointerEvent| {
        let left = strip
            .get_untracked()
            .map_or(0.0, |strip| strip.get_bounding_client_rect().left());
        all.with_untracked(|axis| axis.day(f64::from(event.client_x()) - left))
    };
    let brush = move || {
        let viewport = viewport.get();
        all.with(|all| {
            let (x0, x1) = (
                all.x(viewport.from).max(0.0),
                all.x(viewport.to).min(all.width),
            );
            (pixel(x0), pixel((x1 - x0).max(2.0)))
        })
    };
    view! {
        <div
            class="chart-strip"
            node_ref=strip
            aria-hidden="true"
            on:pointerdown=move |event: PointerEvent| {
                if event.button() == 0 {
                    if let Some(strip) = strip.get_untracked() {
                        let _ = strip.set_pointer_capture(event.pointer_id());
                    }
                    began.set(Some(day_at(&event)));
                }
            }
            on:pointermove=move |event: PointerEvent| {
                if let Some(from) = began.get_untracked() {
                    let to = day_at(&event);
                    if (to - from).abs() >= LEAST_DAYS {
                        let window = Viewport { from: from.min(to), to: from.max(to) };
                        motion.go(window.held(&chart.window.whole.get_untracked()));
                    }
                }
            }
            on:pointerup=move |event: PointerEvent| {
                if let Some(from) = began.get_untracked() {
                    let to = day_at(&event);
                    if (to - from).abs() < LEAST_DAYS {
                        centre(chart, motion, to);
                    }
                }
                began.set(None);
            }
            on:pointercancel=move |_| began.set(None)
        >
            <svg><path d=move || all.with(|all| bars(chart, all))></path></svg>
            <div
                class="chart-brush"
                style:left=move || format!("{}px", brush().0)
                style:width=move || format!("{}px", brush().1)
            ></div>
        </div>
    }
}

/// How much began in each month or year, as bars.
fn bars(chart: Chart, all: &Axis) -> String {
    chart.timeline.with(|timeline| {
        let lanes = 0..timeline.lanes();
        let counts = density(timeline, lanes, &all.viewport, Bucket::that_fits(all));
        let most = counts.iter().map(|count| count.began).max().unwrap_or(0);
        let numbers = counts
            .iter()
            .map(|count| (count.from, count.to, count.began));
        steps(numbers, all, HEIGHT, HEIGHT - 2, most)
    })
}

/// Moves the window so that a day is in its middle.
fn centre(chart: Chart, motion: Motion, day: f64) {
    let half = chart
        .window
        .axis
        .with_untracked(|axis| axis.viewport.days() / 2.0);
    let window = Viewport {
        from: day - half,
        to: day + half,
    };
    motion.go(window.held(&chart.window.whole.get_untracked()));
}
