//! The front page as it stands before a script runs, or without one: overview, first cards, filters with their counts,
//! and the beginning of the list in order of time.

use leptos::prelude::*;

use super::link::Place;
use crate::explore::ViewState;
use crate::ui::card_list::CardList;
use crate::ui::footer::Footer;
use crate::ui::header::Header;
use crate::ui::overview::Overview;
use crate::ui::timeline_view::Chronicle;
use crate::ui::{Explorer, Library, Start};

/// The body of the front page in the library's language. The program's own components write it, so that the program,
/// where it `starts` and takes over, draws the same in the same places. Elsewhere the page leads to it.
pub fn front(library: &Library, starts: bool) -> String {
    let lang = library.bundle.lang;
    let html = Owner::new().with(|| {
        let start = Start {
            query: String::new(),
            lang,
            library: Some(library.clone()),
        };
        provide_context(Explorer::new(start));
        view! { <Front starts=starts/> }.to_html()
    });
    // What marks places for a program that would take the elements over one by one.
    let html = html.replace("<!>", "").replace("<!---->", "");
    let html = second_heading(&html);
    let place = Place { lang, path: "" };
    place.with_links(&html.replace("type=\"checkbox\"", "type=\"checkbox\" disabled"))
}

#[component]
fn Front(starts: bool) -> impl IntoView {
    let explorer = Explorer::expect();
    let place = Place {
        lang: explorer.lang.get_untracked(),
        path: "",
    };
    let way_in = (!starts).then(|| {
        view! {
            <p class="way-in">
                <a class="button primary" href=place.explorer(&ViewState::default())>
                    {explorer.say(|words| words.open_explorer_whole())}
                </a>
            </p>
        }
    });
    view! {
        <div class=if starts { "page static" } else { "page standing" }>
            <a class="skip" href="#main">{explorer.say(|words| words.skip())}</a>
            <Header/>
            <main id="main" tabindex="-1">
                <p class="no-scripts notice">{explorer.say(|words| words.no_scripts())}</p>
                {way_in}
                <Overview/>
                <div class="beyond"><CardList/></div>
                <div class="beyond"><Chronicle/></div>
            </main>
            <Footer/>
        </div>
    }
}

/// The heading of the cards is the page's first in the program, and one of several here.
fn second_heading(html: &str) -> String {
    let Some((before, rest)) = html.split_once("<h1 id=\"results-count\"") else {
        return html.to_owned();
    };
    let rest = rest.replacen("</h1>", "</h2>", 1);
    [before, "<h2 id=\"results-count\"", &rest].concat()
}
