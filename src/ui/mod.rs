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
mod explorer;
mod facet_list;
mod facet_panel;
mod footer;
mod foreign;
mod header;
mod library;
mod live;
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
mod trouble;
mod year_range;

use explorer_core::i18n::{Words, format};

pub use app::App;
pub use browser::Step;
pub use explorer::{Explorer, Start};
pub use library::Library;
pub use live::{Draw, Live, derived, keyed, live, whenever};
pub use trouble::Trouble;

/// Mounts the page into the document, with what the browser knows of the reader. As long as the data is not here, the
/// static page stands before it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| browser::report_panic(&panic.to_string())));
    let mut query = browser::query();
    // What others have appended to the link is not passed on with the address.
    if let Some(own) = crate::address::without_appended(&query) {
        browser::set_query(&own, browser::Step::Replace);
        query = own;
    }
    let start = Start {
        query,
        lang: browser::preferred_lang(),
        library: None,
    };
    leptos::mount::mount_to_body(move || leptos::view! { <App start=start/> });
}
