//! The end of a game.

use std::sync::Arc;

use leptos::html::H2;
use leptos::prelude::*;

use super::line::GameLine;
use super::played::Played;
use super::ways::GameWays;
use crate::ui::classroom::links::shared_game;
use crate::ui::components::{CopyNote, Copying};
use crate::ui::{AppState, browser};

/// The score, the whole line, and ways on.
#[component]
pub fn GameEnd(
    /// The game.
    played: Arc<Played>,
    /// The heading.
    heading: NodeRef<H2>,
    /// Begins the game again.
    again: Callback<()>,
) -> impl IntoView {
    let (words, round) = (played.words(), &played.round);
    let cards = round.of() + 1;
    view! {
        <h2 class="game-score" id="game-end" tabindex="-1" node_ref=heading>
            {words.game_score(round.right(), round.of())}
        </h2>
        <p class="game-about">{words.game_done()}</p>
        <GameResult played=played.clone() again=again/>
        <GameLine played=played dealt=cards signed=1..cards/>
        <h2 class="section-title">{words.game_more()}</h2>
        <GameWays/>
    }
    .into_any()
}

/// The result as a text to copy, and a button that begins again.
#[component]
fn GameResult(played: Arc<Played>, again: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let words = played.words();
    let query = app.view_state.with_untracked(shared_game);
    let text = played.result(&format!("{}?{query}", browser::page()));
    let shown = text.clone();
    let copying = Copying::new();
    let copy = move |_| copying.copy(text.clone());
    view! {
        <div class="game-share">
            <pre class="game-text">{shown}</pre>
            <p class="game-do">
                <button type="button" class="button primary" id="game-copy" on:click=copy>{words.game_copy()}</button>
                <button type="button" class="button" id="game-again" on:click=move |_| again.run(())>
                    {words.game_again()}
                </button>
                <CopyNote copying=copying/>
            </p>
        </div>
    }
    .into_any()
}
