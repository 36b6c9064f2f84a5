//! The front page as it stands before a script runs, or without one: overview, first cards, filters with their counts,
//! and the beginning of the list in order of time.

use leptos::prelude::*;

use super::link::Place;
use super::static_page::written;
use crate::explore::ViewState;
use crate::state::index;
use crate::ui::cards::CardList;
use crate::ui::components::SkipLink;
use crate::ui::layout::{Footer, Header};
use crate::ui::overview::Overview;
use crate::ui::timeline::Chronicle;
use crate::ui::{Library, Words};

/// The body of the front page in the library's language. The program's own components write it, so that the program,
/// where it `starts` and takes over, draws the same in the same places: the style sheet shows of it what the view in the
/// address has. Elsewhere the page leads to the explorer.
pub fn front(library: &Library, starts: bool) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let place = Place { lang, path: "" };
    let class = if starts {
        "page static"
    } else {
        "page standing"
    };
    let way_in = (!starts).then(|| place.explorer(&ViewState::default()));
    written(library, place, Some(index), move || {
        view! {
            <div class=class>
                <SkipLink/>
                <Header/>
                <main id="main" tabindex="-1">
                    <p class="no-scripts notice">{words.no_scripts()}</p>
                    {way_in.map(|href| view! {
                        <p class="way-in"><a class="button primary" href=href>{words.open_explorer_whole()}</a></p>
                    })}
                    <Overview/>
                    <CardList level=2>
                        <div class="chart"></div>
                        <Chronicle/>
                    </CardList>
                </main>
                <Footer/>
            </div>
        }
        .into_any()
    })
}
