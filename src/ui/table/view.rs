//! The view of the table: what stands around it comes with the other views of results, the table with a chunk of its own.

use leptos::prelude::*;

use crate::ui::AppState;
use crate::ui::cards::{FormSwitch, NothingFound, OrderChoice, ResultsHead};
use crate::ui::chunks::{self, ShowView};
use crate::ui::components::{Chunk, ChunkView};
use crate::ui::facets::FacetPanel;

/// The view of the table.
#[component]
pub fn TableView() -> impl IntoView {
    let app = AppState::expect();
    let chunk = Chunk::new(chunks::table);
    let is_none = Memo::new(move |_| app.total() == 0);
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <ResultsHead><FormSwitch/><OrderChoice/></ResultsHead>
                {move || if is_none.get() {
                    view! { <NothingFound/> }.into_any()
                } else {
                    view! { <ChunkView chunk=chunk show=|show: ShowView| show()/> }.into_any()
                }}
            </section>
        </div>
    }
}
