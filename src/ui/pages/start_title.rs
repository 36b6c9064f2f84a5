//! What a view or a game is called where it is handed on by itself, as in a package for a learning platform.

use crate::dataset::{Lang, Vocabulary};
use crate::explore::{Setting, View, ViewState};
use crate::ui::Words;
use crate::ui::classroom::game::set_name;
use crate::ui::facets::filter_names;

/// What narrows a view and which it is, or the game and its set; nothing for the overview.
pub fn start_title(state: &ViewState, vocabulary: &Vocabulary, lang: Lang) -> Option<String> {
    let words = Words(lang);
    let parts = match state.settings.of(Setting::Game) {
        Some(seed) => vec![words.game_title().to_owned(), set_name(words, seed, "")],
        None if state.view == View::Overview => return None,
        None => {
            let mut parts = filter_names(words, state, vocabulary);
            parts.push(words.view(state.view).to_owned());
            parts
        }
    };
    Some(parts.join(" · "))
}
