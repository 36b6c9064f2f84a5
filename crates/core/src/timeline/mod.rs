//! Where initiatives are drawn along a line of time: days to pixels, ticks, rows, bars, names. Geometry only: nothing here
//! measures text or knows what day it is.
//!
//! A [`Timeline`] is made once for a set of records; a [`Sheet`] says where its rows lie, an [`Axis`] where its days. What
//! is drawn follows from the two.

mod axis;
mod bar;
mod day;
mod density;
mod entries;
mod extent;
mod folds;
mod life;
mod names;
mod nearest;
mod sheet;
mod ticks;
mod viewport;

pub use axis::{Axis, FOLD_PX, Fold, Folds};
pub use bar::{Bar, PATH_SCALE, plans};
pub use day::{Day, END_OF_TIME, date_of, day_of};
pub use density::{Bucket, Count, density, steps};
pub use entries::{Entry, MOST_ROWS, Timeline};
pub use extent::Extent;
pub use folds::folds;
pub use life::{Life, Tail};
pub use names::{Name, Named, names_above, names_beside};
pub use nearest::{Mark, near};
pub use sheet::{DENSITY_PX, Heights, LanePlace, Sheet};
pub use ticks::{Band, MOST_TICKS, Step, Tick, Ticks, ticks};
pub use viewport::{LEAST_DAYS, Viewport};
