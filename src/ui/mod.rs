//! What a person sees: Leptos components, each named after it, deriving everything from the view state.

mod app;
mod browser;
mod cards;
pub mod chart;
pub mod chunks;
pub mod classroom;
mod classroom_part;
mod collection;
mod components;
mod facets;
mod kept;
mod layout;
mod organisation;
mod overview;
mod page_title;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
mod record;
mod results_view;
mod table;
mod timeline;

use explorer_core::i18n::{Words, format};

#[cfg(target_arch = "wasm32")]
use crate::explore::View;

pub use crate::state::{AppState, Library, LoadError, Start};
pub use app::App;

/// Mounts the page into the document, with what the browser knows of the reader. As long as the data is not here, the
/// static page stands before it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| browser::report_panic(&panic.to_string())));
    let view = crate::address::Address::read(&crate::state::own_query())
        .state
        .view;
    // Leptos has no executor before it is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        // Before the static page goes, so that its view is followed by the program's. Should the chunk not arrive, the
        // page says so in its place.
        let (results, overview) = match view {
            View::Cards | View::Table | View::Timeline => {
                (chunks::Results::load().await.ok(), None)
            }
            View::Overview => (None, chunks::overview().await.ok()),
            View::Class => (None, None),
        };
        let start = Start {
            // A package that comes back to where a learner was may have changed the address in the meantime.
            query: crate::state::own_query(),
            lang: browser::preferred_lang(),
            library: None,
            answers: results.map(|results| results.answers),
            static_links: None,
        };
        leptos::mount::mount_to_body(
            move || leptos::view! { <App start=start results=results overview=overview/> },
        );
    });
}
