//! The timeline's chart: a row for each initiative, that moves along time and grows in height.
//!
//! It is a chunk of the program (see [`super::chunks`]), loaded with the first look at the timeline. Where things lie is
//! worked out by [`crate::timeline`]; the components here draw it. [`Chart`] is what they share.

mod arcs;
mod backdrop;
mod chart_view;
mod dense;
mod gesture;
mod head;
mod key_line;
mod keyboard;
mod lane;
mod lanes;
mod measure;
mod motion;
mod names;
mod paper;
mod picture;
mod player;
mod plot;
mod pointer;
mod row_form;
mod save;
mod state;
mod strip;
mod tip;
mod tools;
mod window;

pub use chart_view::ChartView;
pub use picture::keep;
pub use save::Format;
pub use state::Chart;
