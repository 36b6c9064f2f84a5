//! The views of results as the page holds them: chunks that are there before the page is drawn where the address names
//! one of them, and else are loaded as soon as the page stands.

use leptos::prelude::*;

use super::AppState;
use super::chunks::Results;
use super::components::{Chunk, ChunkNote, ChunkView};
use crate::explore::View;

/// The chunks of the views of results. As soon as they are here, the page answers searches and filters.
pub fn results_chunk(app: AppState, here: Option<Results>) -> Chunk<Results> {
    Chunk::given(here, move || async move {
        let results = Results::load().await?;
        app.answer_with(results.answers);
        Ok(results)
    })
}

/// A view of results.
#[component]
pub fn ResultsView(
    /// Cards, table or timeline.
    view: View,
) -> impl IntoView {
    let app = AppState::expect();
    let chunk = expect_context::<Chunk<Results>>();
    view! {
        <ChunkView chunk=chunk show=move |results: Results| (results.show)(view)>
            <h1 class="visually-hidden">{app.say(move |words| words.view(view))}</h1>
            <ChunkNote chunk=chunk/>
        </ChunkView>
    }
}
