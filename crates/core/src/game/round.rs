//! How far a game has come: what lies on the line, what is in the hand, and what was right.

use super::Deal;

/// A deal with the slots that were chosen so far. Cards are named by their places among those dealt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// The deal.
    pub deal: Deal,
    slots: Vec<usize>,
}

impl Round {
    /// A deal of which some cards are placed, each in the slot of this number, from 0 before the first on the line.
    /// Slots for more cards than there are count for nothing.
    pub fn new(deal: Deal, slots: &[usize]) -> Self {
        let of = deal.cards.len().saturating_sub(1);
        let slots = slots.iter().take(of).copied().collect();
        Self { deal, slots }
    }

    /// How many cards are to be placed.
    pub fn of(&self) -> usize {
        self.deal.cards.len().saturating_sub(1)
    }

    /// How many are.
    pub fn done(&self) -> usize {
        self.slots.len()
    }

    /// Whether all are.
    pub fn is_complete(&self) -> bool {
        self.done() == self.of()
    }

    /// How many went where they belong.
    pub fn right(&self) -> usize {
        (1..=self.done())
            .filter(|card| self.is_right(*card))
            .count()
    }

    /// Whether a card went where it belongs. The first lies there from the beginning.
    pub fn is_right(&self, card: usize) -> bool {
        let chosen = card.checked_sub(1).and_then(|place| self.slots.get(place));
        chosen.is_some_and(|slot| *slot == self.deal.slot(&self.line(card), card))
    }

    /// What lies on the line when so many cards were dealt, the earliest first. A card lies where it belongs, wherever
    /// it was put.
    pub fn line(&self, dealt: usize) -> Vec<usize> {
        let mut line = Vec::new();
        for card in 0..dealt.min(self.deal.cards.len()) {
            line.insert(self.deal.slot(&line, card), card);
        }
        line
    }

    /// The card to be placed next.
    pub fn hand(&self) -> Option<usize> {
        (!self.is_complete()).then(|| self.done() + 1)
    }
}
