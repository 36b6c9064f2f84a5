//! The matching records along a line of time: a chart, and the same in order as a list.

mod chart_place;
mod chronicle;

use leptos::prelude::*;

use crate::ui::cards::ResultsHead;
use crate::ui::facets::FacetPanel;
use chart_place::ChartPlace;
pub use chronicle::Chronicle;

/// The view of the timeline.
#[component]
pub fn TimelineView() -> impl IntoView {
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <ResultsHead/>
                <ChartPlace/>
                <Chronicle/>
            </section>
        </div>
    }
}
