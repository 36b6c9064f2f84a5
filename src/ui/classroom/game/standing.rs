//! How far a game has come.

use std::sync::Arc;

use leptos::prelude::*;

use super::played::Played;

/// Which card it is, and how many were right so far.
#[component]
pub fn GameStanding(played: Arc<Played>, number: usize) -> impl IntoView {
    let (words, round) = (played.words(), &played.round);
    view! {
        <p class="game-standing">
            <strong>{words.game_card_of(number, round.of())}</strong>
            " · "
            <span>{words.game_so_far(round.right())}</span>
        </p>
    }
}
