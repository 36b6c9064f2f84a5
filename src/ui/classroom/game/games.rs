//! A game as far as it was played. The slots are in the address, so a link comes back to it; that the verdict on a card is
//! being looked at is passing.

use leptos::prelude::*;

use crate::game::Round;

/// The verdict that is being looked at: of which game, and on which card. It lives as long as the page.
#[derive(Clone, Copy, Default)]
pub struct Judged(RwSignal<Option<(String, usize)>>);

/// A game, as far as it was played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Game {
    /// The slots that were chosen.
    pub slots: Vec<usize>,
    /// Whether the verdict on the last one is still being looked at.
    pub is_judged: bool,
}

impl Judged {
    /// The verdict of the page around a component.
    ///
    /// # Panics
    /// Outside the classroom.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether it is the one on this card of this game.
    pub fn is_on(self, game: &str, card: usize) -> bool {
        let is_on = |judged: &(String, usize)| judged.0 == game && judged.1 == card;
        self.0.with(|judged| judged.as_ref().is_some_and(is_on))
    }

    /// Looks at the verdict on a card of a game.
    pub fn look_at(self, game: String, card: usize) {
        self.0.set(Some((game, card)));
    }

    /// Looks at none any more.
    pub fn go_on(self) {
        self.0.set(None);
    }
}

impl Game {
    /// A game out of an address: a letter for each slot, `a` for that before the first card. What is no letter ends it.
    pub fn read(answers: Option<&str>) -> Self {
        let letters = answers.unwrap_or_default().bytes();
        let letters = letters.take_while(u8::is_ascii_lowercase);
        Self {
            slots: letters.map(|letter| usize::from(letter - b'a')).collect(),
            is_judged: false,
        }
    }

    /// The same for an address; none where nothing was played.
    pub fn answers(&self) -> Option<String> {
        let letters = self
            .slots
            .iter()
            .filter_map(|slot| u8::try_from(*slot).ok());
        let letters: String = letters
            .map(|slot| char::from(b'a' + slot.min(25)))
            .collect();
        (!letters.is_empty()).then_some(letters)
    }

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
