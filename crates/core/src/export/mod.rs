//! What can be taken away from the explorer, as plain text made from plain data.

mod citation;
#[cfg(not(target_arch = "wasm32"))]
mod feed;
#[cfg(not(target_arch = "wasm32"))]
pub mod linked_data;

pub use citation::Citation;
#[cfg(not(target_arch = "wasm32"))]
pub use feed::{Feed, FeedEntry, sitemap};
