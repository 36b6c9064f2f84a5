//! What there is to say of the data and of the site: whose it is, what counts, how old it is, how to cite it, and what the
//! page keeps of its readers.

use leptos::prelude::*;

use super::link::Place;
use super::static_page::{StaticPage, written};
use crate::dataset::{Dataset, Licence, PartialDate, Section};
use crate::export::{Citation, CitedForm};
use crate::page::Page;
use crate::ui::{Library, Words, format};

/// The file with the licences of what others wrote.
const NOTICES: &str = "THIRD-PARTY-NOTICES.txt";
/// The key of the whole in BibTeX.
const KEY: &str = "explorer";

/// The body of the page about the explorer in the library's language. `dataset` has what it says of itself; `url` is where the explorer is
/// found; empty where that is not known.
pub fn about(library: &Library, dataset: &Dataset, url: &str) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let path = Page::About.path();
    let place = Place { lang, path: &path };
    let explorer = dataset.vocabulary.explorer.clone();
    let title = explorer.title.get(lang).to_owned();
    let extent = extent(library, dataset);
    let citation = Citation {
        id: KEY.to_owned(),
        title: title.clone(),
        author: match &explorer.publisher {
            Some(publisher) => publisher.name.get(lang).to_owned(),
            None => title.clone(),
        },
        form: CitedForm::Whole,
        date: library.bundle.updated.unwrap_or_default(),
        url: url.to_owned(),
    };
    let notices = place.root() + NOTICES;
    written(library, place, None, move || {
        view! {
            <StaticPage>
                <div class="theme-page about-page">
                    <h1 class="theme-title">{words.page_about_title(title)}</h1>
                    <p class="record-summary">{explorer.about.get(lang).to_owned()}</p>
                    <Sections sections=explorer.sections words=words/>
                    <h2 class="section-title">{words.about_extent()}</h2>
                    {extent.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                    <Terms licence=explorer.licence notices=notices words=words/>
                    <h2 class="section-title">{words.about_cite()}</h2>
                    <p class="cite-text">{citation.apa()}</p>
                    <pre class="cite-bibtex" tabindex="0">{citation.bibtex()}</pre>
                    <h2 class="section-title">{words.about_privacy()}</h2>
                    <p>{words.about_privacy_text()}</p>
                    <h2 class="section-title">{words.about_accessibility()}</h2>
                    <p>{words.about_accessibility_text()}</p>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}

/// What the data set says of itself.
#[component]
fn Sections(sections: Vec<Section>, words: Words) -> impl IntoView {
    let sections = sections.into_iter().map(|section| {
        let text = section.text.into_iter();
        let text = text.map(|text| view! { <p>{text.get(words.0).to_owned()}</p> });
        view! {
            <h2 class="section-title">{section.heading.get(words.0).to_owned()}</h2>
            {text.collect_view()}
        }
    });
    sections.collect_view()
}

/// Under which licences the data and the program may be used.
#[component]
fn Terms(licence: Option<Licence>, notices: String, words: Words) -> impl IntoView {
    let data = licence.map(|licence| {
        view! { <p>{words.about_licence_data()}" "<a href=licence.url>{licence.name}</a></p> }
    });
    view! {
        <h2 class="section-title">{words.about_licence()}</h2>
        {data}
        <p>{words.about_licence_code()}" "<a href=notices>{NOTICES}</a></p>
    }
}

/// How much there is, and how old it is, in sentences.
fn extent(library: &Library, dataset: &Dataset) -> Vec<String> {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let sources: usize = library.bundle.cards.iter().map(|card| card.sources).sum();
    let bodies = dataset.vocabulary.organisations.len();
    let size = words.size(library.bundle.cards.len(), format::number(sources as u64));
    let size = [size, words.about_organisations(bodies)].join(words.comma());
    let updated = library.bundle.updated;
    let updated = updated.map(|day| words.updated(format::date(lang, day)));
    let checked = || {
        dataset
            .initiatives
            .iter()
            .filter_map(|record| record.checked)
    };
    let days: Option<(PartialDate, PartialDate)> = checked().min().zip(checked().max());
    let checked = days.map(|(first, last)| {
        let [from, to] = [first, last].map(|day| format::date(lang, day));
        if first == last {
            words.about_checked_on(from)
        } else {
            words.about_checked(from, to)
        }
    });
    [size].into_iter().chain(updated).chain(checked).collect()
}
