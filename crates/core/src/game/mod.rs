//! The timeline game: put what began first before what began later. Only what the data makes certain is asked.

mod deal;
mod random;
mod round;

pub use deal::{Deal, Level, tells_year};
pub use round::Round;
