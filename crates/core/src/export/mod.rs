//! What can be taken away from the explorer, as plain text made from plain data.

mod calendar;
mod citation;
#[cfg(not(target_arch = "wasm32"))]
mod feed;
#[cfg(not(target_arch = "wasm32"))]
pub mod linked_data;
mod origin;
mod questions;
mod references;
mod report;
mod selection;
mod sheet;
mod tex;

pub use calendar::calendar;
pub use citation::{Citation, CitedForm};
#[cfg(not(target_arch = "wasm32"))]
pub use feed::{Feed, FeedEntry, sitemap};
pub use origin::{Home, Origin};
pub use questions::{gift, moodle_xml};
pub use references::{apa, bibtex, ris};
pub use report::Report;
pub use selection::Selection;
pub use sheet::{Copied, Sheet, SheetRow};
