//! The game of a collection.

use crate::dataset::Bundle;
use crate::explore::Collection;
use crate::game::{Deal, Level};

/// From what the cards of a collection's game are drawn, where nobody gave the collection a title.
const UNTITLED: &str = "1";

/// From what the cards of a collection's game are drawn.
pub fn list_seed(list: &Collection) -> &str {
    match list.title.trim() {
        "" => UNTITLED,
        title => title,
    }
}

/// Whether a collection's own game has a card on the line and one to be placed.
pub fn has_list_game(bundle: &Bundle, list: &Collection, level: Level) -> bool {
    Deal::of(bundle, list, list_seed(list), level).cards.len() > 1
}
