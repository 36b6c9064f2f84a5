//! What stands around every view.

mod footer;
mod header;
mod notices;
mod search_box;

pub use footer::Footer;
pub use header::Header;
pub use notices::Notices;
