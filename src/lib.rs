//! Hong Kong AI Explorer: how artificial intelligence grew up in a city, as cards, timeline, lessons and a game over one bundled data set.
//!
//! This crate is what a person sees, in a browser or as pages without a script. What is known and worked out is in
//! `explorer-core`.

// The type of a view holds those of all within it; the templates of Leptos set the same.
#![recursion_limit = "256"]

pub mod state;
pub mod ui;

use explorer_core::{address, dataset, explore, export, game, page, picture, table, timeline};
