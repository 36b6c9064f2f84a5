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
/// What reference managers and hosts of code read of the whole; the build writes it.
const CITATION: &str = "CITATION.cff";
/// What was found and left out, as the texts of the data name it, and where it lies.
const LEFT_OUT: (&str, &str) = ("LEFT-OUT.md", "data/LEFT-OUT.md");
/// The key of the whole in BibTeX.
const KEY: &str = "explorer";
/// The day on which the accessibility statement was last held against the page.
const STATED: &str = "2026-11-30";

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
    let [notices, file, left_out] = [NOTICES, CITATION, LEFT_OUT.1].map(|name| place.root() + name);
    let is_reported = explorer.report.is_some();
    written(library, place, None, move || {
        view! {
            <StaticPage>
                <div class="theme-page about-page">
                    <h1 class="theme-title">{words.page_about_title(title)}</h1>
                    <p class="record-summary">{explorer.about.get(lang).to_owned()}</p>
                    <Sections sections=explorer.sections left_out=left_out words=words/>
                    <h2 class="section-title">{words.about_extent()}</h2>
                    {extent.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                    <Terms licence=explorer.licence notices=notices words=words/>
                    <h2 class="section-title">{words.about_cite()}</h2>
                    <p class="cite-text">{citation.apa()}</p>
                    <pre class="cite-bibtex" tabindex="0">{citation.bibtex()}</pre>
                    <p>{words.about_cite_file()}" "<a href=file>{CITATION}</a></p>
                    <Privacy words=words/>
                    <Accessibility is_reported=is_reported words=words/>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}

/// What the data set says of itself. Where it names the list of what was left out, that leads there.
#[component]
fn Sections(sections: Vec<Section>, left_out: String, words: Words) -> impl IntoView {
    let paragraph = |text: &str| match text.split_once(LEFT_OUT.0) {
        Some((before, after)) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            view! { <p>{before}<a href=left_out.clone()>{LEFT_OUT.0}</a>{after}</p> }.into_any()
        }
        None => view! { <p>{text.to_owned()}</p> }.into_any(),
    };
    let sections = sections.into_iter().map(|section| {
        let text = section.text.iter().map(|text| paragraph(text.get(words.0)));
        view! {
            <h2 class="section-title">{section.heading.get(words.0).to_owned()}</h2>
            {text.collect_view()}
        }
    });
    sections.collect_view()
}

/// What the page keeps of its readers, and tells of them. `tests/privacy.rs` holds it against what the sources keep.
#[component]
fn Privacy(words: Words) -> impl IntoView {
    view! {
        <h2 class="section-title">{words.about_privacy()}</h2>
        <p>{words.about_privacy_text()}</p>
        <p>{words.about_privacy_kept()}</p>
        <p>{words.about_privacy_package()}</p>
    }
}

/// The accessibility statement, with what W3C's template asks for: aim, conformance, how it was tested, limits, whom to tell,
/// and its day.
#[component]
fn Accessibility(
    /// Whether the data names where errors are reported.
    is_reported: bool,
    words: Words,
) -> impl IntoView {
    let whom = if is_reported {
        words.about_accessibility_report()
    } else {
        words.about_accessibility_nobody()
    };
    let day = STATED.parse().unwrap_or_default();
    view! {
        <h2 class="section-title">{words.about_accessibility()}</h2>
        <p>{words.about_accessibility_text()}</p>
        <p>{words.about_accessibility_tested()}</p>
        <p>{words.about_accessibility_limits()}</p>
        <p>{whom}</p>
        <p>{words.about_accessibility_day(format::date(words.0, day))}</p>
    }
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
