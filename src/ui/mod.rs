//! What a person sees: Leptos components, each named after it, deriving everything from the view state.

mod app;
mod browser;
mod card;
mod card_list;
pub mod chart;
mod chips;
pub mod chunks;
pub mod classroom;
mod classroom_part;
mod facet_list;
mod facet_panel;
mod footer;
mod header;
mod live;
mod load_error_note;
mod markup;
mod not_loaded;
mod notices;
mod order_choice;
mod overview;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
mod paging;
mod record;
mod record_panel;
mod search_box;
mod timeline_view;
mod year_range;

use explorer_core::i18n::{Words, format};

pub use crate::state::{AppState, Library, LoadError, Start};
pub use app::App;
pub use live::{Draw, Live, derived, keyed, live, whenever};

/// Mounts the page into the document, with what the browser knows of the reader. As long as the data is not here, the
/// static page stands before it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| browser::report_panic(&panic.to_string())));
    let start = Start {
        query: crate::state::own_query(),
        lang: browser::preferred_lang(),
        library: None,
    };
    leptos::mount::mount_to_body(move || leptos::view! { <App start=start/> });
}
