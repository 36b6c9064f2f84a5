//! The timeline as one sees it: a part of the page that draws itself and answers to pointer, wheel and keys.
//!
//! It is a module of its own (`src/chart.rs`), which the page loads with the first look at the timeline. Where things
//! lie is worked out by [`crate::timeline`]; here it is written as markup, put in place, and read from events.

mod drawing;
mod gesture;
mod spans;
mod svg;
mod widget;

pub use svg::Picture;
pub use widget::{Chart, Format, Shown, Told};
