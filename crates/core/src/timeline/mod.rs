//! Where it is drawn: days to pixels, ticks, rows of marks, clusters. Geometry only.
//!
//! A [`Timeline`] is made once for a set of records, a [`Layout`] once for each zoom, a [`Drawing`] for each window. A
//! layout covers all of time, so marks keep their rows while one pans, and a window looks the same however one got
//! there. Nothing here draws, measures text or knows what day it is.

mod cluster;
mod day;
mod density;
mod drawing;
mod extent;
mod lanes;
mod layout;
mod points;
mod quota;
mod scale;
mod spans;
mod ticks;
mod viewport;
mod zoom;

pub use day::{Day, END_OF_TIME, date_of, day_of};
pub use density::{Bucket, density};
pub use drawing::{ClusterMark, Drawing, Mark};
pub use extent::{Dates, Extent};
pub use lanes::LaneRows;
pub use layout::{Layout, MOST_ELEMENTS, Options};
pub use points::points;
pub use scale::Scale;
pub use spans::{MOST_LANES, Span, Timeline};
pub use ticks::{Band, MOST_TICKS, Step, Tick, Ticks, ticks};
pub use viewport::{LEAP, LEAST_DAYS, Limits, STEP, Viewport};
pub use zoom::Shape;
