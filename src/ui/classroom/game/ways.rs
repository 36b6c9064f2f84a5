//! Ways into a game.

use crate::ui::classroom::said::word;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::day::{set_name, today};
use super::levels::GameLevels;
use crate::explore::Setting;
use crate::game::Level;
use crate::state::Entry;
use crate::ui::AppState;
use crate::ui::classroom::links::game_state;

/// Today's set at each level, and a word that a class agrees on.
#[component]
pub fn GameWays() -> impl IntoView {
    let app = AppState::expect();
    let day = StoredValue::new(today());
    let name = app.say(move |words| day.with_value(|day| set_name(words, day, day)));
    view! {
        <div class="game-ways-row">
            <div class="game-way">
                <h3 class="game-way-title">{name}</h3>
                <GameLevels seed=day.get_value()/>
            </div>
            <ClassWord/>
        </div>
    }
    .into_any()
}

/// The field for a class's word, which leads to the set that is drawn from it.
#[component]
fn ClassWord() -> impl IntoView {
    let app = AppState::expect();
    let field = NodeRef::<Input>::new();
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else {
            return;
        };
        let word = field.value();
        if word.trim().is_empty() {
            let _ = field.focus();
            return;
        }
        let state = app.view_state.get_untracked();
        let level = Level::from_key(state.settings.of(Setting::Level));
        app.navigate(game_state(&state, word.trim(), level), Entry::Push);
    };
    view! {
        <form class="game-way" on:submit=open>
            <label class="game-way-title" for="game-word">{word(|words| words.game_word())}</label>
            <div class="game-word-row">
                <input
                    class="game-word"
                    id="game-word"
                    maxlength="60"
                    autocomplete="off"
                    aria-describedby="game-word-hint"
                    node_ref=field
                />
                <button class="button">{word(|words| words.game_open())}</button>
            </div>
            <p class="game-hint" id="game-word-hint">{word(|words| words.game_word_hint())}</p>
        </form>
    }
    .into_any()
}
