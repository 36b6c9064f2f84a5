//! Whether a card was placed right.

use std::sync::Arc;

use leptos::html::H2;
use leptos::prelude::*;

use super::line::GameLine;
use super::played::Played;
use super::sign::GameSign;
use super::standing::GameStanding;
use super::why::GameWhy;
use crate::state::BundleCard;
use crate::ui::components::ThemeLine;
use crate::ui::{AppState, format};

/// What was right, and why; the line with the card where it belongs.
#[component]
pub fn GameVerdict(
    /// The game.
    played: Arc<Played>,
    /// The number of the card.
    number: usize,
    /// The card.
    card: BundleCard,
    /// The heading.
    heading: NodeRef<H2>,
    /// Goes on to the next card, or to the end.
    go_on: Callback<()>,
) -> impl IntoView {
    let is_right = played.round.is_right(number);
    let class = if is_right {
        "game-verdict is-right"
    } else {
        "game-verdict is-wrong"
    };
    view! {
        <GameStanding played=played.clone() number=number/>
        <section class=class>
            <Judged played=played.clone() number=number card=card.clone() heading=heading/>
            <VerdictWays is_last=played.round.is_complete() card=card.clone() go_on=go_on/>
            <Reason card=card/>
        </section>
        <GameLine played=played dealt=number + 1 signed=number..number + 1/>
    }
    .into_any()
}

/// Right or not, and where and when the card belongs.
#[component]
fn Judged(
    played: Arc<Played>,
    number: usize,
    card: BundleCard,
    heading: NodeRef<H2>,
) -> impl IntoView {
    let (words, round) = (card.words(), &played.round);
    let is_right = round.is_right(number);
    let judged = if is_right {
        words.game_right()
    } else {
        words.game_wrong()
    };
    let line = round.line(number);
    let place = played.slot_name(&line, round.deal.slot(&line, number));
    view! {
        <div role="status">
            // What describes it is heard together with it when the focus comes here.
            <h2 class="game-judged" id="game-verdict" tabindex="-1" aria-describedby="game-belongs" node_ref=heading>
                <GameSign is_right=is_right/>
                <span>{judged}</span>
            </h2>
            <div id="game-belongs">
                <p class="game-belongs">{words.game_belongs(place)}</p>
                <p class="game-began">{words.game_began(format::date(words.0, card.start))}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The ways on: to the next card or the result, and to the record.
#[component]
fn VerdictWays(is_last: bool, card: BundleCard, go_on: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let (words, id) = (card.words(), card.id.clone());
    let next = if is_last {
        words.game_result()
    } else {
        words.game_next()
    };
    view! {
        <p class="game-do">
            <button type="button" class="button primary" id="game-next" on:click=move |_| go_on.run(())>{next}</button>
            <a class="button" href=app.link(move |state| state.id = Some(id.clone()))>{words.game_record()}</a>
        </p>
    }
}

/// What the card is, and where its date comes from.
#[component]
fn Reason(card: BundleCard) -> impl IntoView {
    let (hue, name) = (card.hue(), card.name.get(card.words().0).to_owned());
    view! {
        <div class="game-reason" data-hue=hue>
            <ThemeLine card=card.clone()/>
            <h3 class="game-name">{name}</h3>
            <p class="game-reason-summary">{card.summary.clone()}</p>
            <GameWhy card=card/>
        </div>
    }
    .into_any()
}
