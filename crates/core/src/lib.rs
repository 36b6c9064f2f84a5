//! What the explorer knows, works out and writes, without a browser: it takes plain data and returns plain data.
//!
//! `dataset` holds the data and its checks, `explore` answers a view state, `timeline` places records in time, `picture`
//! shows all of them at once, `table` lists them in rows and columns, `game` asks for their order, `export` writes what can be taken away, `address` writes a view state as an address and reads it back,
//! `page` names the pages that stand without the program, and `i18n` has the interface's words and formats.

pub mod address;
pub mod dataset;
pub mod explore;
pub mod export;
pub mod game;
pub mod i18n;
pub mod page;
pub mod picture;
pub mod table;
pub mod timeline;
