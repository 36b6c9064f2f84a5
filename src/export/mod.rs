//! What can be taken away from the explorer, as plain text made from plain data.

mod citation;

pub use citation::Citation;
