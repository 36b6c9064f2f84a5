//! The front page as it stands before a script runs, or without one: overview, first cards, filters with their counts,
//! and the beginning of the list in order of time.

use leptos::prelude::*;

use super::link::Place;
use crate::explore::ViewState;
use crate::ui::card_list::CardList;
use crate::ui::footer::Footer;
use crate::ui::header::Header;
use crate::ui::markup::Markup;
use crate::ui::overview::Overview;
use crate::ui::timeline_view::Chronicle;
use crate::ui::{AppState, Library, Start, Words};

/// The body of the front page in the library's language. The program's own components write it, so that the program,
/// where it `starts` and takes over, draws the same in the same places: the style sheet shows of it what the view in the
/// address has. Elsewhere the page leads to the explorer.
pub fn front(library: &Library, starts: bool) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let place = Place { lang, path: "" };
    let [header, overview, cards, chronicle, footer] = Owner::new().with(|| {
        provide_context(AppState::new(Start {
            query: String::new(),
            lang,
            library: Some(library.clone()),
        }));
        [
            view! { <Header/> }.to_html(),
            view! { <Overview/> }.to_html(),
            view! { <CardList/> }.to_html(),
            view! { <Chronicle/> }.to_html(),
            view! { <Footer/> }.to_html(),
        ]
    });
    let mut page = Markup::default();
    let class = if starts {
        "page static"
    } else {
        "page standing"
    };
    page.begin("div", class);
    page.open("a", &[("class", "skip"), ("href", "#main")]);
    page.text(words.skip()).close().html(&header);
    page.open("main", &[("id", "main"), ("tabindex", "-1")]);
    page.leaf("p", "no-scripts notice", words.no_scripts());
    if !starts {
        page.begin("p", "way-in");
        let href = place.explorer(&ViewState::default());
        page.open("a", &[("class", "button primary"), ("href", &href)]);
        page.text(words.open_explorer_whole()).close().close();
    }
    page.html(&overview);
    page.html(&results(&cards, &chronicle, words))
        .close()
        .html(&footer);
    // What marks places for a program that would take the elements over one by one.
    let html = page.finish().replace("<!>", "");
    place.with_links(&html.replace("type=\"checkbox\"", "type=\"checkbox\" disabled"))
}

/// The cards with their filters, and in the same column the chart's place and the list in order of time.
fn results(cards: &str, chronicle: &str, words: Words) -> String {
    // On a phone the filters are a button.
    let filters = format!(
        "<div class=\"results-page\"><button type=\"button\" class=\"button open-filters\">{}</button>",
        words.filters()
    );
    let cards = cards.replacen("<div class=\"results-page\">", &filters, 1);
    // The heading is the page's first in the program, and one of several here.
    let cards = cards
        .replacen("<h1", "<h2", 1)
        .replacen("</h1>", "</h2>", 1);
    let end = cards.rfind("</section>").unwrap_or(cards.len());
    let (before, after) = cards.split_at(end);
    [before, "<div class=\"chart\"></div>", chronicle, after].concat()
}
