//! The matching records as a table: a row for each record, or for each of their sums, milestones or sources.

mod column_choice;
mod data;
mod grid;
mod row;
mod row_choice;
mod sheet;
mod take;
mod taken;
mod view;

pub use sheet::Sheet;
pub use taken::{MakeFile, make_file};
pub use view::TableView;
