//! The timeline as one sees it: a part of the page that draws itself and answers to pointer, wheel and keys.
//!
//! It is a chunk of the program (see [`super::chunks`]), loaded with the first look at the timeline. Where things lie is
//! worked out by [`crate::timeline`]; here it is written as markup, put in place, and read from events.

mod calendar;
mod drawing;
mod events;
mod frame;
mod gesture;
mod keyboard;
mod layers;
mod mounted;
mod pen;
mod place;
mod player;
mod reading;
mod spans;
mod strip;
mod svg;
mod targets;
mod widget;
mod window;

pub use mounted::{ChartProps, view};
pub use svg::{Format, Picture};
pub use widget::{Chart, Shown, Told};
