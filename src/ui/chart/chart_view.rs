//! The chart and what belongs to it.

use leptos::html::Div;
use leptos::prelude::*;
use leptos_use::{UseElementBoundingReturn, use_element_bounding};

use super::Chart;
use super::head::Head;
use super::key_line::KeyLine;
use super::motion::Motion;
use super::names::PlacedNames;
use super::paper::{PAPER_PX, PaperChart};
use super::player::Player;
use super::plot::Plot;
use super::tip::Tip;
use super::tools::Tools;
use crate::ui::AppState;
use crate::ui::components::is_printing;

/// How finely the heights between which the chart is drawn follow the reader, in pixels.
const BAND_PX: f64 = 400.0;

/// The chart of the data in force; another data set or language gets one of its own.
#[component]
pub fn ChartView() -> impl IntoView {
    let app = AppState::expect();
    let rows = NodeRef::<Div>::new();
    let UseElementBoundingReturn { width, top, .. } = use_element_bounding(rows);
    let is_printing = is_printing();
    let width = Memo::new(move |_| {
        if is_printing.get() {
            PAPER_PX
        } else {
            width.get().floor()
        }
    });
    // On paper all rows are drawn.
    let band = Memo::new(move |_| {
        if is_printing.get() {
            (0.0, f64::INFINITY)
        } else {
            band(top.get())
        }
    });
    move || {
        let bundle = app.bundle.get()?;
        let chart = Chart::new(app, bundle, width, band);
        let motion = Motion::new(chart);
        provide_context(chart);
        provide_context(motion);
        provide_context(Player::new(chart));
        provide_context(PlacedNames::new(chart));
        Some(view! {
            <div class="chart">
                <Tools/>
                <KeyLine/>
                <div class="chart-field">
                    <Head/>
                    <div class="chart-rows" node_ref=rows>
                        <Plot/>
                        <Tip/>
                    </div>
                </div>
                {move || is_printing.get().then(|| view! { <PaperChart/> })}
                <p class="chart-hint" id="chart-hint">{chart.words.chart_hint()}</p>
            </div>
        })
    }
}

/// The heights between which rows are drawn, where they begin so far below the upper edge of the window: from a screen
/// above what is in sight to a screen below.
fn band(top: f64) -> (f64, f64) {
    let screen = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let screen = screen.unwrap_or(1_000.0);
    let seen = (-top / BAND_PX).floor() * BAND_PX;
    (seen - screen, seen + BAND_PX + 2.0 * screen)
}
