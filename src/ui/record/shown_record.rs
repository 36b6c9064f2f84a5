//! A record as its parts are given it.

use std::sync::Arc;

use crate::dataset::{Initiative, Lang};
use crate::state::BundleCard;
use crate::ui::Words;

/// A record with what is needed to show it. Cheap to clone.
#[derive(Clone)]
pub struct ShownRecord {
    /// The record.
    pub record: Arc<Initiative>,
    /// The same in short, in the language to show it in.
    pub card: BundleCard,
    /// The level of the heading that has its name.
    pub level: u8,
}

impl ShownRecord {
    /// The interface's words in its language.
    pub fn words(&self) -> Words {
        self.card.words()
    }

    /// The language to show it in.
    pub fn lang(&self) -> Lang {
        self.words().0
    }

    /// The level of its parts' headings.
    pub fn part_level(&self) -> u8 {
        self.level + 1
    }
}
