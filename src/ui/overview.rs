//! The first view: what this is, the themes, what is new.

use leptos::prelude::*;

use super::icon::Icon;
use super::{Explorer, format, live};
use crate::dataset::{Card, Theme};
use crate::explore::{Facet, View, ViewState};

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let explorer = Explorer::expect();
    let vocabulary = move |read: &dyn Fn(&crate::dataset::Explorer) -> String| {
        explorer.library.with(|library| {
            library
                .as_ref()
                .map(|library| read(&library.vocabulary().explorer))
        })
    };
    let updated = move || {
        let lang = explorer.lang.get();
        explorer.library.with(|library| {
            let library = library.as_ref()?;
            let sources: usize = library.bundle.cards.iter().map(|card| card.sources).sum();
            let size = explorer.words().size(library.bundle.cards.len(), sources);
            let updated = library
                .bundle
                .updated
                .map(|date| explorer.words().updated(format::date(lang, date)));
            Some((size, updated))
        })
    };
    view! {
        <div class="overview">
            <section class="about">
                <h1 class="about-title">{live(move || vocabulary(&|about| about.title.get(explorer.lang.get()).to_owned()))}</h1>
                <p class="about-text">{live(move || vocabulary(&|about| about.about.get(explorer.lang.get()).to_owned()))}</p>
                <p class="about-data">
                    {live(move || updated().map(|(size, updated)| view! {
                        <span>{size}</span>
                        {updated.map(|updated| view! { <span>{updated}</span> }.into_any())}
                    }.into_any()))}
                </p>
            </section>
            <section aria-labelledby="themes">
                <h2 id="themes" class="section-title">{explorer.say(|words| words.themes())}</h2>
                <div class="themes">
                    {live(move || explorer.library.with(|library| library.as_ref().map(|library| {
                        let themes = library.vocabulary().themes.iter();
                        themes.map(|theme| view! {
                            <ThemeCard theme=theme.clone() cards=of_theme(&library.bundle.cards, &theme.id)/>
                        }.into_any()).collect_view()
                    })))}
                </div>
            </section>
            <section aria-labelledby="newest">
                <h2 id="newest" class="section-title">{explorer.say(|words| words.newest())}</h2>
                <Newest/>
            </section>
        </div>
    }
    .into_any()
}

/// How many records a theme has, and their first and last years.
type Extent = (usize, Option<(u16, u16)>);

fn of_theme(cards: &[Card], theme: &str) -> Extent {
    let cards: Vec<&Card> = cards
        .iter()
        .filter(|card| card.themes.iter().any(|id| id == theme))
        .collect();
    let years = || cards.iter().flat_map(|card| card.years.iter().copied());
    (cards.len(), years().min().zip(years().max()))
}

/// One theme: what it is about, how much there is of it, and a way in.
#[component]
fn ThemeCard(theme: Theme, cards: Extent) -> impl IntoView {
    let explorer = Explorer::expect();
    let lang = explorer.lang.get_untracked();
    let (count, years) = cards;
    let id = theme.id.clone();
    let href = move || {
        let mut state = ViewState {
            view: View::Cards,
            ..explorer.state.get().cleared()
        };
        state.choices.insert(Facet::Theme, id.clone());
        state.to_href()
    };
    view! {
        <article class="theme" style:--hue=theme.colour.clone()>
            <Icon path=theme.icon.clone()/>
            <h3 class="theme-name"><a href=href>{theme.name.get(lang).to_owned()}</a></h3>
            <p class="theme-summary">{theme.summary.get(lang).to_owned()}</p>
            <p class="theme-extent">
                <span>{explorer.words().results_count(count)}</span>
                {years.map(|(first, last)| view! { <span>{format!("{first}–{last}")}</span> }.into_any())}
            </p>
        </article>
    }
    .into_any()
}

/// The newest developments, each leading to its record.
#[component]
fn Newest() -> impl IntoView {
    let explorer = Explorer::expect();
    let items = move || {
        explorer.library.with(|library| {
            let library = library.as_ref()?;
            let lang = library.bundle.lang;
            let items = library.bundle.newest.iter().map(|development| {
                let card = library.card(&development.id);
                let theme = card.and_then(|card| library.vocabulary().theme(card.themes.first()?));
                let name = card.map(|card| card.name.get(lang).to_owned()).unwrap_or_default();
                let id = development.id.clone();
                view! {
                    <li class="news" style:--hue=theme.map(|theme| theme.colour.clone()).unwrap_or_default()>
                        <span class="news-date">{format::date(lang, development.date)}</span>
                        <div class="news-body">
                            <a class="news-name" href=explorer.href(|state| state.id = Some(id))>{name}</a>
                            <p class="news-text">{development.text.clone()}</p>
                        </div>
                    </li>
                }
                .into_any()
            });
            Some(items.collect_view())
        })
    };
    view! { <ol class="newest">{live(items)}</ol> }.into_any()
}
