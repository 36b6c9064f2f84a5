//! Where the head of the one organisation that is chosen comes, once its chunk is here.

use leptos::prelude::*;

use crate::explore::Facet;
use crate::ui::AppState;
use crate::ui::chunks::{self, ShowView};
use crate::ui::components::{Chunk, ChunkView};

/// The id of the one organisation that is chosen; nothing where there are none or several.
pub fn chosen(app: AppState) -> Option<String> {
    app.choices.with(|choices| match choices.of(Facet::Org) {
        [id] => Some(id.clone()),
        _ => None,
    })
}

/// What stands above the records of one organisation; nothing where not exactly one is chosen.
#[component]
pub fn OrganisationPlace() -> impl IntoView {
    let app = AppState::expect();
    let has_one = Memo::new(move |_| chosen(app).is_some());
    let chunk = Chunk::new(chunks::organisation);
    view! {
        {move || has_one.get().then(|| view! { <ChunkView chunk=chunk show=|show: ShowView| show()/> })}
    }
}
