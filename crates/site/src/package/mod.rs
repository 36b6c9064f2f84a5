//! The site in other forms than a folder on a host: one file, and archives for learning platforms.

mod archive;
mod cmi5;
mod common_cartridge;
mod course;
mod form;
mod kept;
mod packing;
mod page;
mod questions;
mod reading;
mod schema;
mod scorm_12;
mod scorm_2004;
mod start;
mod title;
mod xml;

pub use self::form::Form;
pub use self::packing::{Options, package, package_all};
pub use self::schema::check as check_manifests;
