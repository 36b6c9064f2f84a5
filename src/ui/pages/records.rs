//! The records of a page, as cards in order of time.

use leptos::prelude::*;

use crate::explore::Facet;
use crate::state::BundleCard;
use crate::ui::cards::Card;
use crate::ui::{AppState, Library};

/// The records that have a value of a facet, the earliest first.
pub fn records_with(library: &Library, facet: Facet, id: &str) -> Vec<BundleCard> {
    let places = 0..library.bundle.cards.len();
    let cards = places.filter_map(|place| BundleCard::at(&library.bundle, place));
    let mut cards: Vec<BundleCard> = cards.filter(|card| facet.of(card).contains(&id)).collect();
    cards.sort_by_key(|card| card.start);
    cards
}

/// The records with their heading and their number.
#[component]
pub fn Records(cards: Vec<BundleCard>) -> impl IntoView {
    let words = AppState::expect().words();
    let count = words.results_count(cards.len());
    let cards = cards
        .into_iter()
        .map(|card| view! { <Card card=card level=3/> });
    view! {
        <h2 class="section-title">{words.page_records()}</h2>
        <p class="theme-extent">{count}</p>
        <div class="cards">{cards.collect_view()}</div>
    }
}
