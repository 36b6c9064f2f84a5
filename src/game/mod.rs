//! The timeline game: put what began first before what began later. Only what the data makes certain is asked.

mod deal;
mod random;

pub use deal::{Deal, Level};
