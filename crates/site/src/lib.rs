//! What is made natively and is part of the product: the bundled data, pages that can be read without a script, pictures,
//! feeds, and packages for learning platforms.

mod assets;
pub mod bundle;
mod chance;
mod changes;
pub mod check;
mod citation;
mod clock;
mod data;
mod edition;
mod finders;
mod finish;
pub mod judge;
mod migrate;
mod notices;
mod oembed;
pub mod package;
mod pages;
mod parcel;
mod peers;
mod pictures;
pub mod project;
pub mod release;
pub mod search;
mod sheets;
mod split;
mod take;
#[cfg(test)]
mod whole;

pub use finish::finish;
pub use migrate::migrate;
pub use peers::peers;
pub use take::take;
