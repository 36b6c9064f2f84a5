//! The timeline game as a person sees it.

mod day;
mod drag;
mod end;
mod games;
mod hand;
mod levels;
mod line;
mod played;
mod sign;
mod slot;
mod standing;
mod verdict;
mod ways;
mod why;

use std::sync::Arc;

use crate::ui::classroom::said::word;
use leptos::html::H2;
use leptos::prelude::*;

use super::clock::Clock;
use super::links::{played_game, shared_game};
use crate::explore::Setting;
use crate::game::Level;
use crate::state::Entry;
use crate::ui::AppState;
use crate::ui::kept::collection_name;
pub use day::set_name;
use day::today;
use end::GameEnd;
pub use games::{Game, Judged};
pub use hand::GameHand;
use levels::GameLevels;
pub use played::{Phase, Played};
use verdict::GameVerdict;
pub use ways::GameWays;

/// The game on screen.
#[component]
pub fn GameView() -> impl IntoView {
    let app = AppState::expect();
    let judged = Judged::expect();
    let address = Memo::new(move |_| app.view_state.with(shared_game));
    let setting = move |setting| app.settings.with(|all| all.of(setting).map(str::to_owned));
    let list = Memo::new(move |_| app.view_state.with(|state| state.list.clone()));
    let seed = Memo::new(move |_| setting(Setting::Game).unwrap_or_default());
    let played = Memo::new(move |_| {
        let level = Level::from_key(setting(Setting::Level).as_deref());
        let mut game = Game::read(setting(Setting::Answers).as_deref());
        game.is_judged = judged.is_on(&address.read(), game.slots.len());
        Some(Arc::new(Played::new(
            app.bundle.get()?,
            list.get(),
            &seed.read(),
            level,
            game,
        )))
    });
    report(played);
    view! {
        <div class="game">
            <GameHead seed=seed/>
            <GameTable address=address played=played/>
        </div>
    }
    .into_any()
}

/// What is played: the set, and the levels.
#[component]
fn GameHead(seed: Memo<String>) -> impl IntoView {
    let app = AppState::expect();
    let set = app.say(move |words| {
        let list = app.view_state.with(|state| state.list.clone());
        if list.is_empty() {
            set_name(words, &seed.read(), &today())
        } else {
            collection_name(words, &list)
        }
    });
    view! {
        <header class="game-head">
            <h1 class="game-title" id="game-title" tabindex="-1">{word(|words| words.game_title())}</h1>
            <p class="game-set">{set}</p>
            <GameLevels seed=seed/>
        </header>
    }
    .into_any()
}

/// The card to be placed, the verdict on it, or the end.
#[component]
fn GameTable(address: Memo<String>, played: Memo<Option<Arc<Played>>>) -> impl IntoView {
    let app = AppState::expect();
    let judged = Judged::expect();
    let clock = Clock::new();
    let play = move |game: &Game| {
        app.change(Entry::Replace, |state| {
            state.settings.set(Setting::Answers, game.answers());
        });
    };
    let place = Callback::new(move |slot: usize| {
        let Some(before) = played.get_untracked() else {
            return;
        };
        let mut game = before.game.clone();
        if game.place(slot, &before.round) {
            if let Some(answer) = before.told(slot, app.view_state.with_untracked(played_game)) {
                answer.report(clock.seconds());
            }
            judged.look_at(address.get_untracked(), game.slots.len());
            play(&game);
        }
    });
    let go_on = Callback::new(move |()| {
        judged.go_on();
        clock.begin();
    });
    let again = Callback::new(move |()| {
        play(&Game::default());
        clock.begin();
    });
    let heading = NodeRef::<H2>::new();
    focus_on_progress(address, played, heading);
    let table = move || {
        let played = played.get()?;
        let card = |number| played.card(number);
        Some(match played.phase() {
            Phase::TooFew => view! { <p class="game-about">{played.words().game_too_few()}</p> }.into_any(),
            Phase::Hand(number) => card(number)
                .map(|card| view! {
                    <GameHand played=played.clone() number=number card=card heading=heading place=place/>
                })
                .into_any(),
            Phase::Verdict(number) => card(number)
                .map(|card| view! {
                    <GameVerdict played=played.clone() number=number card=card heading=heading go_on=go_on/>
                })
                .into_any(),
            Phase::End => view! { <GameEnd played=played heading=heading again=again/> }.into_any(),
        })
    };
    view! { {move || table()} }
}

/// Reports how far the game has come, from the first card on.
fn report(played: Memo<Option<Arc<Played>>>) {
    let app = AppState::expect();
    let progress = Memo::new(move |_| {
        let query = app.view_state.with(played_game);
        let progress = played.get()?.progress(query);
        (progress.done > 0).then_some(progress)
    });
    Effect::new(move || {
        if let Some(progress) = progress.get() {
            progress.report();
        }
    });
}

/// Moves the focus to the new heading when a game goes on. Another game is a step to another view.
fn focus_on_progress(
    address: Memo<String>,
    played: Memo<Option<Arc<Played>>>,
    heading: NodeRef<H2>,
) {
    Effect::watch(
        move || {
            let phase = played.with(|played| played.as_ref().map(|played| played.phase()));
            (address.get(), phase)
        },
        move |now, before, _| {
            if before.is_some_and(|before| before.0 == now.0 && before.1 != now.1) {
                // It is drawn after this.
                request_animation_frame(move || {
                    if let Some(heading) = heading.get_untracked() {
                        let _ = heading.focus();
                    }
                });
            }
        },
        false,
    );
}
