//! Hong Kong AI Explorer: how artificial intelligence grew up in a city, as cards, timeline, lessons and a game over one bundled data set.
//!
//! The way through the house is one way: `dataset` -> `explore`, `timeline`, `game`, `export` -> `ui`. Nothing but `ui` knows of a browser.

pub mod address;
pub mod dataset;
pub mod explore;
pub mod export;
pub mod game;
mod order;
pub mod timeline;
#[cfg(feature = "ui")]
pub mod ui;
