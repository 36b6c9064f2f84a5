//! Which cards a game has: those of all records, or of a collection.

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

/// The cards of a seed: of a collection, where there is one, else of all.
pub fn deal(bundle: &Bundle, list: &Collection, seed: &str, level: Level) -> Deal {
    if list.is_empty() {
        return Deal::new(&bundle.cards, seed, level);
    }
    let places = list.ids().iter().filter_map(|id| bundle.place_of(id));
    Deal::among(&bundle.cards, places, seed, level)
}

/// Whether a collection's own game has a card on the line and one to be placed.
pub fn has_list_game(bundle: &Bundle, list: &Collection, level: Level) -> bool {
    deal(bundle, list, list_seed(list), level).cards.len() > 1
}
