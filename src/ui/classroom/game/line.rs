//! The line: cards where they belong.

use std::sync::Arc;

use leptos::prelude::*;

use super::played::Played;
use super::sign::GameSign;
use crate::state::BundleCard;
use crate::ui::components::Icon;
use crate::ui::{AppState, format};

/// The cards that were dealt up to one, and whether those of `signed` were placed right.
#[component]
pub fn GameLine(
    /// The game.
    played: Arc<Played>,
    /// How many cards lie on the line.
    dealt: usize,
    /// The numbers of the cards that have a sign.
    signed: std::ops::Range<usize>,
) -> impl IntoView {
    let cards = played.round.line(dealt).into_iter();
    let cards = cards.filter_map(|number| {
        let card = played.card(number)?;
        let sign = signed
            .contains(&number)
            .then(|| played.round.is_right(number));
        Some(view! { <li><PlacedCard card=card sign=sign/></li> })
    });
    view! {
        <ol class="game-line" aria-label=played.words().game_line()>{cards.collect_view()}</ol>
    }
    .into_any()
}

/// A card on the line: when it began, and what it is.
#[component]
pub fn PlacedCard(
    /// The record in short.
    card: BundleCard,
    /// Whether it was placed right, where that is said.
    sign: Option<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let (words, id) = (card.words(), card.id.clone());
    let class = if sign.is_some() {
        "game-card is-signed"
    } else {
        "game-card"
    };
    let said = move |is_right| {
        if is_right {
            words.game_was_right()
        } else {
            words.game_was_wrong()
        }
    };
    let theme = card.main_theme().map(|theme| view! {
        <p class="game-theme"><Icon path=theme.icon.clone()/><span>{theme.short.get(words.0).to_owned()}</span></p>
    });
    view! {
        <div class=class data-hue=card.hue()>
            <p class="game-date">
                <span>{format::date(words.0, card.start)}</span>
                {sign.map(|is_right| view! {
                    <GameSign is_right=is_right/>
                    <span class="visually-hidden">{said(is_right)}</span>
                })}
            </p>
            <p class="game-card-name">
                <a href=app.link(move |state| state.id = Some(id.clone()))>{card.name.get(words.0).to_owned()}</a>
            </p>
            {theme}
        </div>
    }
    .into_any()
}
