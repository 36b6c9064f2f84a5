//! The picture of a data set: every square is one initiative, on the year of its beginning, in the hue of its theme.
//!
//! [`columns`] gathers the cards by years, [`Picture`] lays the columns out, standing or lying, and [`finding`] says in
//! numbers what one sees. Geometry only: nothing here draws or measures text.

mod captions;
mod columns;
mod finding;
mod layout;

pub use captions::Caption;
pub use columns::{Column, columns};
pub use finding::{Finding, finding};
pub use layout::{Direction, Form, Label, MOST_SQUARES, Picture, SIDE, Square};
