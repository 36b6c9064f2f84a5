//! How close the dates of a game are.

use crate::ui::classroom::said::word;
use leptos::prelude::*;

use crate::explore::Setting;
use crate::game::Level;
use crate::ui::classroom::links::game_state;
use crate::ui::{AppState, Words};

/// The levels of a set as links, that on screen marked.
#[component]
pub fn GameLevels(
    /// The seed of the set.
    #[prop(into)]
    seed: Signal<String>,
) -> impl IntoView {
    let levels = Level::ALL.map(|level| view! { <LevelLink seed=seed level=level/> });
    view! {
        <div class="game-levels" role="group" aria-label=word(|words| words.game_level())>
            {levels.collect_view()}
        </div>
    }
    .into_any()
}

#[component]
fn LevelLink(seed: Signal<String>, level: Level) -> impl IntoView {
    let app = AppState::expect();
    let is_shown = move || {
        app.settings.with(|settings| {
            settings.of(Setting::Game) == Some(&*seed.read())
                && Level::from_key(settings.of(Setting::Level)) == level
        })
    };
    view! {
        <a
            class="game-level"
            href=app.link(move |state| *state = game_state(state, &seed.read(), level))
            aria-current=Signal::derive(move || is_shown().then_some("true"))
        >
            {app.say(move |words| level_name(words, level))}
        </a>
    }
}

fn level_name(words: Words, level: Level) -> &'static str {
    match level {
        Level::Easy => words.game_easy(),
        Level::Usual => words.game_usual(),
        Level::Hard => words.game_hard(),
    }
}
