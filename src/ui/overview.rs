//! The first view: what this is, the themes, what is new.

use leptos::prelude::*;

use super::markup::Markup;
use super::{AppState, Library, Words, format, live};
use crate::dataset::{Card, Theme, Vocabulary};
use crate::explore::{Facet, View, ViewState};

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let app = AppState::expect();
    let vocabulary = move |read: &dyn Fn(&crate::dataset::Explorer) -> String| {
        app.library.with(|library| {
            library
                .as_ref()
                .map(|library| read(&library.vocabulary().explorer))
        })
    };
    let updated = move || {
        let lang = app.lang.get();
        app.library.with(|library| {
            let library = library.as_ref()?;
            let sources: usize = library.bundle.cards.iter().map(|card| card.sources).sum();
            let size = app.words().size(library.bundle.cards.len(), sources);
            let updated = library
                .bundle
                .updated
                .map(|date| app.words().updated(format::date(lang, date)));
            Some((size, updated))
        })
    };
    let written = move |write: &dyn Fn(&mut Markup, &Library, &ViewState)| {
        let mut markup = Markup::default();
        app.library.with(|library| {
            if let Some(library) = library {
                app.view_state
                    .with(|state| write(&mut markup, library, state));
            }
        });
        markup.finish()
    };
    let themes = move || {
        written(&|markup, library, state| {
            for theme in &library.vocabulary().themes {
                theme_card(
                    markup,
                    library.vocabulary(),
                    theme,
                    &library.bundle.cards,
                    state,
                    app.words(),
                );
            }
        })
    };
    let newest = move || written(&developments);
    view! {
        <div class="overview">
            <section class="about">
                <h1 class="about-title">{live(move || vocabulary(&|about| about.title.get(app.lang.get()).to_owned()))}</h1>
                <p class="about-text">{live(move || vocabulary(&|about| about.about.get(app.lang.get()).to_owned()))}</p>
                <p class="about-data">
                    {live(move || updated().map(|(size, updated)| view! {
                        <span>{size}</span>
                        {updated.map(|updated| view! { <span>{updated}</span> }.into_any())}
                    }.into_any()))}
                </p>
            </section>
            <section aria-labelledby="themes">
                <h2 id="themes" class="section-title">{app.say(|words| words.themes())}</h2>
                <div class="themes" inner_html=themes></div>
            </section>
            <section aria-labelledby="newest">
                <h2 id="newest" class="section-title">{app.say(|words| words.newest())}</h2>
                <ol class="newest" inner_html=newest></ol>
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

/// Writes a theme: what it is about, how much there is of it, and a way in.
fn theme_card(
    markup: &mut Markup,
    vocabulary: &Vocabulary,
    theme: &Theme,
    cards: &[Card],
    state: &ViewState,
    words: Words,
) {
    let (count, years) = of_theme(cards, &theme.id);
    let mut state = ViewState {
        view: View::Cards,
        ..state.cleared()
    };
    state.choices.insert(Facet::Theme, theme.id.clone());
    markup.hued("article", "theme", Some(&theme.id), vocabulary);
    markup.icon(&theme.icon).begin("h3", "theme-name");
    markup.open("a", &[("href", &state.to_href())]);
    markup.text(theme.name.get(words.0)).close().close();
    markup.leaf("p", "theme-summary", theme.summary.get(words.0));
    markup
        .begin("p", "theme-extent")
        .plain("span", &words.results_count(count));
    if let Some((first, last)) = years {
        markup.plain("span", &format!("{first}–{last}"));
    }
    markup.close().close();
}

/// Writes what happened last, each leading to its record.
fn developments(markup: &mut Markup, library: &Library, state: &ViewState) {
    let lang = library.bundle.lang;
    for development in &library.bundle.newest {
        let Some(card) = library.card(&development.id) else {
            continue;
        };
        let theme = card.themes.first().map(String::as_str);
        let state = ViewState {
            id: Some(card.id.clone()),
            ..state.clone()
        };
        markup.hued("li", "news", theme, library.vocabulary());
        markup.leaf("span", "news-date", &format::date(lang, development.date));
        markup.begin("div", "news-body");
        markup.open("a", &[("class", "news-name"), ("href", &state.to_href())]);
        markup.text(card.name.get(lang)).close();
        markup.leaf("p", "news-text", &development.text);
        markup.close().close();
    }
}
