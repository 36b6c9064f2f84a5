//! A topic's own page: the words for it, and all of its records in order of time.

use leptos::prelude::*;

use super::link::Place;
use super::records::{Records, records_with};
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::Topic;
use crate::explore::Facet;
use crate::page::Page;
use crate::ui::{Library, Words};

/// The body of a topic's page in the library's language. The topic is the one of the whole vocabulary, with its aliases.
pub fn topic(library: &Library, topic: &Topic) -> String {
    let lang = library.bundle.lang;
    let page = Page::Topic(&topic.id);
    let path = page.path();
    let place = Place { lang, path: &path };
    let cards = records_with(library, Facet::Topic, &topic.id);
    let name = topic.name.get(lang).to_owned();
    let others = topic.aliases.get(lang).to_vec();
    let way_in = place.explorer(&page.view());
    let topics = place.page(Page::Topics);
    written(library, place, None, move || {
        let words = Words(lang);
        let others = (!others.is_empty()).then(|| {
            let others = others.join(words.comma());
            view! { <p class="page-note">{words.other_words(others)}</p> }
        });
        view! {
            <StaticPage>
                <div class="theme-page">
                    <p class="crumb"><a href=topics>{words.topics()}</a></p>
                    <h1 class="theme-title">{name}</h1>
                    {others}
                    <WayIn href=way_in/>
                    <Records cards=cards/>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}
