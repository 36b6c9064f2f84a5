//! Where what stands above a collection comes, once its chunk is here.

use leptos::prelude::*;

use crate::ui::AppState;
use crate::ui::chunks::{self, ShowView};
use crate::ui::components::{Chunk, ChunkView};

/// What stands above the records of a collection; nothing where the address has none.
#[component]
pub fn CollectionPlace() -> impl IntoView {
    let app = AppState::expect();
    let has_list = Memo::new(move |_| app.view_state.with(|state| !state.list.is_empty()));
    let chunk = Chunk::new(chunks::collection);
    view! {
        {move || has_list.get().then(|| view! { <ChunkView chunk=chunk show=|show: ShowView| show()/> })}
    }
}
