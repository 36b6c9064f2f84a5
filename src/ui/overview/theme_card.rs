//! A theme: what it is about, how much there is of it, and a way in. It is the picture's key.

use std::sync::Arc;

use leptos::prelude::*;

use super::picture::Pointed;
use crate::dataset::{Bundle, Card};
use crate::explore::Facet;
use crate::ui::components::Icon;
use crate::ui::{AppState, Words, format};

/// A theme of the vocabulary, by its place there.
#[component]
pub fn ThemeCard(bundle: Arc<Bundle>, place: usize, pointed: Pointed) -> impl IntoView {
    let app = AppState::expect();
    let lang = bundle.lang;
    let theme = &bundle.vocabulary.themes[place];
    let cards = bundle.cards.iter();
    let cards: Vec<_> = cards
        .filter(|card| card.themes.contains(&theme.id))
        .collect();
    let years = Card::years_of(&cards).map(|(first, last)| format::from_year_to_year(first, last));
    let to_cards = app.link_to_value(Facet::Theme, theme.id.clone());
    let point = move |_| pointed.theme.set(Some(place));
    let leave = move |_| pointed.theme.set(None);
    view! {
        <article
            class="theme"
            data-hue=place.to_string()
            on:pointerenter=point
            on:pointerleave=leave
            on:focusin=move |_| pointed.theme.set(Some(place))
            on:focusout=move |_| pointed.theme.set(None)
        >
            <Icon path=theme.icon.clone()/>
            <h3 class="theme-name"><a href=to_cards>{theme.name.get(lang).to_owned()}</a></h3>
            <p class="theme-summary">{theme.summary.get(lang).to_owned()}</p>
            <p class="theme-extent">
                <span>{Words(lang).results_count(cards.len())}</span>
                {years.map(|years| view! { <span>{years}</span> })}
            </p>
        </article>
    }
}
