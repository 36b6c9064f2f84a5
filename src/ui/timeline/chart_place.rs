//! The place of the chart, which is loaded with the first look at it.

use leptos::prelude::*;

use crate::ui::chunks::{self, ShowView};
use crate::ui::components::{Chunk, ChunkView, NotLoadedNote};

/// The chart, or a sentence and another try where it did not arrive.
#[component]
pub fn ChartPlace() -> impl IntoView {
    let chunk = Chunk::new(chunks::timeline_chart);
    view! {
        <ChunkView chunk=chunk show=|show: ShowView| show()>
            <Show
                when=move || chunk.is_missing()
                fallback=|| view! { <div class="chart" aria-busy="true"></div> }
            >
                <div class="chart"><NotLoadedNote chunk=chunk sentence=|words| words.no_chart()/></div>
            </Show>
        </ChunkView>
    }
}
