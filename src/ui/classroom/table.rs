//! The game's table: what was played so far, and how it answers.

use std::collections::BTreeMap;

use super::desk::class_state;
use super::{Here, Progress, RECORDS, Told, play};
use crate::dataset::{Bundle, Card};
use crate::explore::{Setting, View, ViewState};
use crate::game::{Deal, Level, Round};
use crate::ui::Words;

/// The games that were played since the page was opened.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// By the address of the game.
    games: BTreeMap<String, Game>,
    /// Which game is on the table.
    shown: Option<String>,
}

/// A game, as far as it was played.
#[derive(Debug, Default)]
pub(super) struct Game {
    /// The slots that were chosen.
    slots: Vec<usize>,
    /// Whether the last answer is still being looked at.
    pub is_judged: bool,
    /// Whether the result could be copied, once that was tried.
    pub copied: Option<bool>,
}

/// What a table stands in: the view, the language, the cards, and where and when it is.
pub(super) struct Around<'a> {
    pub state: &'a ViewState,
    pub words: Words,
    pub bundle: &'a Bundle,
    pub here: &'a Here,
}

impl Around<'_> {
    /// The word from which the cards are drawn.
    pub fn seed(&self) -> &str {
        self.state.settings.of(Setting::Game).unwrap_or_default()
    }

    pub fn level(&self) -> Level {
        Level::from_key(self.state.settings.of(Setting::Level))
    }

    /// The card of this number among those dealt.
    pub fn card(&self, round: &Round, number: usize) -> Option<&Card> {
        self.bundle.cards.get(*round.deal.cards.get(number)?)
    }

    /// The view of a game in the same language and frame.
    pub fn game(&self, seed: &str, level: Level) -> ViewState {
        let mut state = class_state(self.state);
        let level = level.key().map(str::to_owned);
        state.settings.set(Setting::Game, Some(seed.to_owned()));
        state.settings.set(Setting::Level, level);
        state
    }

    fn round(&self, game: &Game) -> Round {
        let deal = Deal::new(&self.bundle.cards, self.seed(), self.level());
        Round::new(deal, &game.slots)
    }

    /// The result as a text to hand on, which tells no card.
    pub fn result(&self, round: &Round) -> String {
        let title = self.bundle.vocabulary.explorer.title.get(self.words.0);
        let signs: String = (1..=round.done())
            .map(|card| if round.is_right(card) { '✅' } else { '❌' })
            .collect();
        let (seed, right, of) = (self.seed(), round.right(), round.of());
        let address = address(self.state);
        format!(
            "{title} {seed} {right}/{of}\n{signs}\n{}?{address}",
            self.here.page
        )
    }
}

impl Table {
    /// Follows the reader to a view; whether another game comes to the table of a page that has stood a while.
    pub fn enter(&mut self, state: &ViewState) -> bool {
        let game = state.settings.of(Setting::Game);
        let shown = game.map_or_else(String::new, |_| address(state));
        let before = self.shown.replace(shown.clone());
        !shown.is_empty() && before.is_some_and(|before| before != shown)
    }

    /// Answers to what was pressed, or to what came of it.
    pub fn act(&mut self, act: &str, around: &Around) -> Vec<Told> {
        if let Some(word) = act.strip_prefix("word ") {
            return around.open(word);
        }
        let game = self.games.entry(address(around.state)).or_default();
        let round = around.round(game);
        let (act, value) = act.split_once(' ').unwrap_or((act, ""));
        match act {
            "place" if !game.is_judged && !round.is_complete() => {
                let slots = ..=round.done() + 1;
                let Some(slot) = value.parse().ok().filter(|slot| slots.contains(slot)) else {
                    return Vec::new();
                };
                game.slots.push(slot);
                game.is_judged = true;
                let progress = around.progress(&around.round(game));
                vec![Told::Progress(progress), Told::Focus("game-verdict")]
            }
            "next" => {
                game.is_judged = false;
                vec![Told::Focus(if round.is_complete() {
                    "game-end"
                } else {
                    "game-hand"
                })]
            }
            "again" => {
                *game = Game::default();
                vec![Told::Focus("game-hand")]
            }
            "copy" => vec![Told::Copy(around.result(&round), "game copied")],
            "copied" => {
                game.copied = Some(value == "true");
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// The record that is being looked at, by the name of its file.
    pub fn wanted(&self, around: &Around) -> Option<String> {
        let game = self.games.get(&address(around.state))?;
        let round = around.round(game);
        let card = around.card(&round, round.done())?;
        (game.is_judged).then(|| format!("{RECORDS}{}.json", card.id))
    }

    /// Writes the table.
    pub fn markup(&self, around: &Around) -> String {
        let fresh = Game::default();
        let game = self.games.get(&address(around.state)).unwrap_or(&fresh);
        play::markup(around, game, &around.round(game))
    }
}

impl Around<'_> {
    /// Goes to the game of a class's word.
    fn open(&self, word: &str) -> Vec<Told> {
        let word = word.trim();
        if word.is_empty() {
            return vec![Told::Focus("game-word")];
        }
        vec![Told::Visit(Box::new(self.game(word, self.level())))]
    }

    fn progress(&self, round: &Round) -> Progress {
        Progress {
            done: round.done(),
            of: round.of(),
            right: round.right(),
            complete: round.is_complete(),
            query: self.state.to_query(),
        }
    }
}

/// The address of a game that is the same for everybody: no language, no frame, no open record.
fn address(state: &ViewState) -> String {
    let shared = ViewState {
        view: View::Class,
        data: state.data.clone(),
        settings: state.settings.only(&[Setting::Game, Setting::Level]),
        ..ViewState::default()
    };
    shared.to_query()
}
