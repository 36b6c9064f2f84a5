//! The picture of a data set: every square is one initiative, on the year of its beginning, in the hue of its theme.
//!
//! [`columns`] gathers the cards by years, [`Picture`] lays the columns out, standing or lying, and [`finding`] says in
//! numbers what one sees. Geometry only: nothing here draws or measures text.

mod captions;
mod columns;
mod finding;
mod form;
mod label;
mod layout;
mod square;

pub use captions::Caption;
pub use columns::{Column, columns};
pub use finding::{Finding, finding};
pub use form::Form;
pub use label::Label;
pub use layout::{MOST_SQUARES, Picture};
pub use square::{SIDE, Square};
