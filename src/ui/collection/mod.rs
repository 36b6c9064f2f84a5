//! A collection of records: the stars that keep them, and what stands above the records of one.

mod head;
mod kept_note;
mod own_part;
mod place;
mod reading_list;
mod star;
mod ways;

pub use head::CollectionHead;
pub use kept_note::KeptSentence;
pub use place::CollectionPlace;
pub use star::Star;
