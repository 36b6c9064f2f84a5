//! A game as it stands.

use std::sync::Arc;

use super::games::Game;
use crate::dataset::Bundle;
use crate::explore::Collection;
use crate::game::{Deal, Level, Round};
use crate::state::BundleCard;
use crate::ui::Words;
use crate::ui::classroom::answer::Answer;
use crate::ui::classroom::progress::Progress;

/// A game as it stands: the cards that were dealt, and how far it was played.
#[derive(Clone, Debug)]
pub struct Played {
    bundle: Arc<Bundle>,
    list: Collection,
    seed: String,
    level: Level,
    /// What was played.
    pub game: Game,
    /// The cards on the line and in the hand.
    pub round: Round,
}

/// What a game shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The data has too few cards for a game.
    TooFew,
    /// The card of this number is to be placed.
    Hand(usize),
    /// It is placed, and it is told whether that was right.
    Verdict(usize),
    /// All are placed.
    End,
}

impl Played {
    /// Deals the cards of a seed, as far as the game was played: of a collection, where there is one, else of all.
    pub fn new(
        bundle: Arc<Bundle>,
        list: Collection,
        seed: &str,
        level: Level,
        game: Game,
    ) -> Self {
        Self {
            round: Round::new(Deal::of(&bundle, &list, seed, level), &game.slots),
            bundle,
            list,
            seed: seed.to_owned(),
            level,
            game,
        }
    }

    /// The words of the language in which its cards are.
    pub fn words(&self) -> Words {
        Words(self.bundle.lang)
    }

    /// The card of this number among those dealt.
    pub fn card(&self, number: usize) -> Option<BundleCard> {
        BundleCard::at(&self.bundle, *self.round.deal.cards.get(number)?)
    }

    /// What it shows.
    pub fn phase(&self) -> Phase {
        match self.round.hand() {
            _ if self.round.of() == 0 => Phase::TooFew,
            _ if self.game.is_judged => Phase::Verdict(self.round.done()),
            Some(number) => Phase::Hand(number),
            None => Phase::End,
        }
    }

    /// What a slot on a line is called: between which cards it lies.
    pub fn slot_name(&self, line: &[usize], slot: usize) -> String {
        let words = self.words();
        let name = |place: Option<usize>| {
            let card = self.card(*line.get(place?)?)?;
            Some(card.name.get(words.0).to_owned())
        };
        match (name(slot.checked_sub(1)), name(Some(slot))) {
            (Some(before), Some(after)) => words.game_between(before, after),
            (Some(before), None) => words.game_after(before),
            (None, after) => words.game_before(after.unwrap_or_default()),
        }
    }

    /// What is told of the card in the hand when it is put into a slot. `query` is where it was.
    pub fn told(&self, slot: usize, query: String) -> Option<Answer> {
        let number = self.round.hand()?;
        let card = self.card(number)?;
        let line = self.round.line(number);
        let slots = 0..=line.len();
        Some(Answer {
            id: format!("card-{number}-{}", card.id),
            question: card.name.get(self.words().0).to_owned(),
            choices: slots.map(|slot| self.slot_name(&line, slot)).collect(),
            lang: self.words().0,
            response: slot,
            correct: self.round.deal.slot(&line, number),
            query,
        })
    }

    /// How far it has come. `query` is where to come back to.
    pub fn progress(&self, query: String) -> Progress {
        Progress {
            done: self.round.done(),
            of: self.round.of(),
            right: self.round.right(),
            complete: self.round.is_complete(),
            query,
        }
    }

    /// The result as a text for others, which tells no card. `link` leads to the same game.
    pub fn result(&self, link: &str) -> String {
        let title = self.bundle.vocabulary.explorer.title.get(self.bundle.lang);
        let round = &self.round;
        let signs: String = (1..=round.done())
            .map(|card| if round.is_right(card) { '✅' } else { '❌' })
            .collect();
        let (seed, right, of) = (&self.seed, round.right(), round.of());
        format!("{title} {seed} {right}/{of}\n{signs}\n{link}")
    }
}

/// Two games are equal where they are of the same cards, and were played alike.
impl PartialEq for Played {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.bundle, &other.bundle)
            && (&self.seed, self.level, &self.game) == (&other.seed, other.level, &other.game)
            && self.list == other.list
    }
}
