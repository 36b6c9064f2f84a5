//! The interface's words, and dates, numbers and money as each language writes them.

pub mod format;
mod names;
mod number;
mod words;

pub use words::Words;
