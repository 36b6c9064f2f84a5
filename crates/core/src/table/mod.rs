//! The table: what is found in rows and columns. It never draws, and says the same to the page and to a file.

mod cell;
mod columns;
mod lists;
mod rows;

pub use cell::{Cell, Link};
pub use lists::{Item, Lists};
pub use rows::{RowKey, Table};
