//! The games that were played since the page was opened.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::game::Round;

/// The games, by their addresses. They live as long as the page.
#[derive(Clone, Copy, Default)]
pub struct Games(RwSignal<BTreeMap<String, Game>>);

/// A game, as far as it was played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Game {
    /// The slots that were chosen.
    pub slots: Vec<usize>,
    /// Whether the verdict on the last one is still being looked at.
    pub is_judged: bool,
}

impl Games {
    /// The games of the page around a component.
    ///
    /// # Panics
    /// Outside the classroom.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The game of an address, as far as it was played.
    pub fn game(self, address: &str) -> Game {
        self.0
            .with(|games| games.get(address).cloned().unwrap_or_default())
    }

    /// Changes the game of an address, and returns what the change does.
    pub fn update<T: Default>(self, address: String, change: impl FnOnce(&mut Game) -> T) -> T {
        let changed = self
            .0
            .try_update(|games| change(games.entry(address).or_default()));
        changed.unwrap_or_default()
    }
}

impl Game {
    /// Puts the card in the hand into a slot; false where there is no card or no such slot. `round` is this game dealt.
    pub fn place(&mut self, slot: usize, round: &Round) -> bool {
        let may_place = !self.is_judged && !round.is_complete() && slot <= round.done() + 1;
        if may_place {
            self.slots.push(slot);
            self.is_judged = true;
        }
        may_place
    }

    /// Goes on to the next card, or to the end.
    pub fn go_on(&mut self) {
        self.is_judged = false;
    }
}
