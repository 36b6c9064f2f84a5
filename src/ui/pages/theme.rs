//! A theme's own page: what it is about, and all of its records in order of time.

use super::link::{Place, theme_path};
use super::{around, way_in};
use crate::dataset::Theme;
use crate::explore::{Facet, Sort, View, ViewState};
use crate::ui::card::card;
use crate::ui::markup::Marks;
use crate::ui::{Library, Words};

/// The body of a theme's page in the library's language.
pub fn theme(library: &Library, theme: &Theme) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let vocabulary = library.vocabulary();
    let path = theme_path(&theme.id);
    let place = Place { lang, path: &path };
    let mut state = ViewState {
        view: View::Cards,
        sort: Some(Sort::Oldest),
        ..ViewState::default()
    };
    state.choices.insert(Facet::Theme, theme.id.clone());
    let results = library.index.explore(&state);
    let html = around(place, &vocabulary.explorer, |markup| {
        markup.hued("div", "theme-page", Some(&theme.id), vocabulary);
        markup.icon(&theme.icon).begin("h1", "theme-title");
        markup.text(theme.name.get(lang)).close();
        markup.leaf("p", "record-summary", theme.summary.get(lang));
        way_in(markup, place, &state);
        markup.leaf("h2", "section-title", words.theme_records());
        markup.leaf(
            "p",
            "theme-extent",
            &words.results_count(results.cards.len()),
        );
        markup.begin("div", "cards");
        let query = library.index.query("");
        let marks = Marks {
            query: &query,
            variants: library.index.variants(),
        };
        for place in &results.cards {
            if let Some(shown) = library.bundle.cards.get(*place as usize) {
                let href = ViewState {
                    id: Some(shown.id.clone()),
                    ..ViewState::default()
                }
                .to_href();
                card(markup, shown, vocabulary, words, &href, marks);
            }
        }
        markup.close().close();
    });
    // The cards stand below a heading of their own.
    let html = html.replace("<h2 class=\"card-name\">", "<h3 class=\"card-name\">");
    let html = html.replace("</a></h2>", "</a></h3>");
    place.with_links(&html)
}
