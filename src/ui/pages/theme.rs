//! A theme's own page: what it is about, and all of its records in order of time.

use leptos::prelude::*;

use super::link::{Place, theme_path};
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::Theme;
use crate::explore::{Facet, Sort, View, ViewState};
use crate::state::BundleCard;
use crate::ui::cards::Card;
use crate::ui::components::Icon;
use crate::ui::{Library, Words};

/// The body of a theme's page in the library's language.
pub fn theme(library: &Library, theme: &Theme) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let path = theme_path(&theme.id);
    let place = Place { lang, path: &path };
    let mut state = ViewState {
        view: View::Cards,
        sort: Some(Sort::Oldest),
        ..ViewState::default()
    };
    state.choices.insert(Facet::Theme, theme.id.clone());
    let places = library.index().explore(&state).cards.into_iter();
    let cards = places.filter_map(|place| BundleCard::at(&library.bundle, place as usize));
    let cards: Vec<BundleCard> = cards.collect();
    let hue = library.vocabulary().hue(&theme.id);
    let hue = hue.map(|hue| hue.to_string());
    let (name, summary) = (
        theme.name.get(lang).to_owned(),
        theme.summary.get(lang).to_owned(),
    );
    let icon = theme.icon.clone();
    let way_in = place.explorer(&state);
    written(library, place, None, move || {
        let count = words.results_count(cards.len());
        let cards = cards
            .into_iter()
            .map(|card| view! { <Card card=card level=3/> });
        view! {
            <StaticPage>
                <div class="theme-page" data-hue=hue>
                    <Icon path=icon/>
                    <h1 class="theme-title">{name}</h1>
                    <p class="record-summary">{summary}</p>
                    <WayIn href=way_in/>
                    <h2 class="section-title">{words.theme_records()}</h2>
                    <p class="theme-extent">{count}</p>
                    <div class="cards">{cards.collect_view()}</div>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}
