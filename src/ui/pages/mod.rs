//! Pages that stand without the program, written natively by the same components: the front page, and one for each record
//! and each theme, in each language.

mod document;
mod front;
mod link;
mod lost;
mod record;
mod site;
mod static_page;
mod theme;

pub use document::Document;
pub use front::front;
pub use link::{folder, record_path, theme_path};
pub use lost::{Lack, lost};
pub use record::record;
pub use site::{Asset, Site};
pub use theme::theme;
