//! What stands around every view.

mod footer;
mod header;
mod notices;
mod offer_list;
mod offers;
mod paper_note;
mod paper_place;
mod search_box;

pub use footer::Footer;
pub use header::Header;
#[cfg(not(target_arch = "wasm32"))]
pub use header::{Brand, LanguageChoice};
pub use notices::Notices;
pub use offer_list::OfferList;
pub use paper_note::PaperNote;
pub use paper_place::PaperPlace;
#[cfg(not(target_arch = "wasm32"))]
pub use search_box::SearchSign;
