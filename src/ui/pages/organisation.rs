//! An organisation's own page: its names, its parts in the records, with whom it works, and all of its records in order of
//! time.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::link::Place;
use super::records::{Records, records_with};
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::{Dataset, Lang, Organisation};
use crate::explore::Facet;
use crate::page::Page;
use crate::ui::organisation::OrganisationData;
use crate::ui::{Library, Words};

/// The body of an organisation's page in the library's language. The organisation is the one of the whole vocabulary of
/// `dataset`, with all its names.
pub fn organisation(library: &Library, dataset: &Dataset, body: &Organisation) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let page = Page::Organisation(&body.id);
    let path = page.path();
    let place = Place { lang, path: &path };
    let cards = records_with(library, Facet::Org, &body.id);
    let name = body.name.get(lang).to_owned();
    let others = other_names(body, lang).join(words.comma());
    let roles = roles(dataset, &body.id, words);
    let parent = body.parent.as_ref();
    let parent = parent.and_then(|id| dataset.vocabulary.organisation(id));
    let parent = parent.map(|parent| {
        let href = place.page(Page::Organisation(&parent.id));
        (href, parent.name.get(lang).to_owned())
    });
    let homepage = body.homepage.clone();
    let all = place.page(Page::Organisations);
    let way_in = place.explorer(&page.view());
    let (bundle, id) = (library.bundle.clone(), body.id.clone());
    written(library, place, None, move || {
        view! {
            <StaticPage>
                <div class="theme-page">
                    <p class="crumb"><a href=all>{words.page_organisations()}</a></p>
                    <h1 class="theme-title">{name}</h1>
                    {(!others.is_empty()).then(|| view! { <p class="page-note">{words.other_words(others)}</p> })}
                    <OrganisationData bundle=bundle id=id>
                        {(!roles.is_empty()).then(|| view! { <div><dt>{words.roles_taken()}</dt><dd>{roles}</dd></div> })}
                        {parent.map(|(href, name)| view! {
                            <div><dt>{words.part_of_body()}</dt><dd><a href=href>{name}</a></dd></div>
                        })}
                        {homepage.map(|href| view! {
                            <div><dt>{words.homepage()}</dt><dd><a href=href.clone()>{href.clone()}</a></dd></div>
                        })}
                    </OrganisationData>
                    <WayIn href=way_in/>
                    <p class="page-note"><a href="feed.xml">{words.feed()}</a></p>
                    <Records cards=cards/>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}

/// The names that it has besides the one in a language: in other languages, short and former ones, each once.
fn other_names(body: &Organisation, lang: Lang) -> Vec<String> {
    let own = body.name.get(lang);
    let mut names: Vec<String> = Vec::new();
    for name in body
        .name
        .iter()
        .map(|(_, name)| name)
        .chain(body.aliases.iter().map(String::as_str))
    {
        if !name.is_empty() && name != own && !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// As what it takes part, each with the number of records, in the order of the vocabulary.
fn roles(dataset: &Dataset, id: &str, words: Words) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let parts = dataset
        .initiatives
        .iter()
        .flat_map(|record| &record.organisations);
    for part in parts.filter(|part| part.id == id) {
        *counts.entry(&part.role).or_default() += 1;
    }
    let roles = dataset.vocabulary.roles.iter().filter_map(|role| {
        let count = counts.get(role.id.as_str())?;
        Some(format!("{} {count}", role.name.get(words.0)))
    });
    roles.collect::<Vec<_>>().join(words.comma())
}
