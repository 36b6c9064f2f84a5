//! The place of what stands on paper alone.

use leptos::prelude::*;

use crate::ui::AppState;
use crate::ui::chunks::{self, ShowView};
use crate::ui::components::Chunk;

/// What stands on paper alone. Where the program runs, it comes with what was found, after what is on screen.
#[component]
pub fn PaperPlace() -> impl IntoView {
    let app = AppState::expect();
    let note: Chunk<ShowView> = Chunk::given(given(), chunks::paper);
    Effect::new(move || {
        if app.answers.with(Option::is_some) || app.id.with(Option::is_some) {
            note.load();
        }
    });
    move || note.get().map(|show| show())
}

/// A page that is made natively has it at once.
#[cfg(not(target_arch = "wasm32"))]
fn given() -> Option<ShowView> {
    Some(|| view! { <super::PaperNote/> }.into_any())
}

/// The program has it in a chunk.
#[cfg(target_arch = "wasm32")]
const fn given() -> Option<ShowView> {
    None
}
