//! Pages that list all there is: records in a plain table, organisations by kind, topics by group.

use leptos::prelude::*;

use super::link::Place;
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::TopicGroup;
use crate::explore::Facet;
use crate::page::Page;
use crate::state::BundleCard;
use crate::ui::components::{StatusNote, record_address, sum_in_words};
use crate::ui::{Library, Words};

/// The body of the page with all records, the earliest first.
pub fn all(library: &Library) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let path = Page::All.path();
    let place = Place { lang, path: &path };
    let way_in = place.explorer(&Page::All.view());
    let places = 0..library.bundle.cards.len();
    let cards = places.filter_map(|place| BundleCard::at(&library.bundle, place));
    let mut cards: Vec<BundleCard> = cards.collect();
    cards.sort_by_key(|card| card.start);
    let rows: Vec<_> = cards
        .into_iter()
        .map(|card| {
            let href = place.page(Page::Record(&card.id));
            (href, card)
        })
        .collect();
    written(library, place, None, move || {
        let rows = rows
            .into_iter()
            .map(|(href, card)| view! { <Row href=href card=card/> });
        view! {
            <StaticPage>
                <div class="theme-page">
                    <h1 class="theme-title">{words.page_all()}</h1>
                    <WayIn href=way_in/>
                    <div class="table-scroll" tabindex="0" role="region" aria-label=words.page_all()>
                        <table class="plain-table">
                            <thead>
                                <tr>
                                    <th scope="col">{words.column_name()}</th>
                                    <th scope="col">{words.when()}</th>
                                    <th scope="col">{words.facet_theme()}</th>
                                    <th scope="col">{words.column_lead()}</th>
                                    <th scope="col">{words.facet_status()}</th>
                                    <th scope="col">{words.amounts()}</th>
                                </tr>
                            </thead>
                            <tbody>{rows.collect_view()}</tbody>
                        </table>
                    </div>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}

/// A record as a row.
#[component]
fn Row(href: String, card: BundleCard) -> impl IntoView {
    let lang = card.words().0;
    let theme = card.main_theme();
    let theme = theme.map(|theme| theme.short.get(lang).to_owned());
    view! {
        <tr>
            <th scope="row" data-address=record_address(&card)><a href=href>{card.name.get(lang).to_owned()}</a></th>
            <td>{card.when()}</td>
            <td>{theme}</td>
            <td>{card.lead_name().map(str::to_owned)}</td>
            <td><StatusNote card=card.clone()/></td>
            <td>{sum_in_words(&card)}</td>
        </tr>
    }
}

/// The body of the page with all organisations that take part in anything, by kind.
pub fn organisations(library: &Library) -> String {
    let vocabulary = library.vocabulary();
    let lang = library.bundle.lang;
    let groups = vocabulary.organisation_kinds.iter().map(|kind| {
        let bodies = vocabulary.organisations.iter();
        let bodies = bodies.filter(|body| body.kind == kind.id);
        let bodies = bodies.map(|body| {
            (
                Page::Organisation(&body.id),
                body.name.get(lang),
                count(library, Facet::Org, &body.id),
            )
        });
        (kind.name.get(lang).to_owned(), bodies.collect())
    });
    listed(
        library,
        Page::Organisations,
        Words(lang).page_organisations(),
        groups.collect(),
    )
}

/// The body of the page with all topics, by group.
pub fn topics(library: &Library) -> String {
    let vocabulary = library.vocabulary();
    let lang = library.bundle.lang;
    let words = Words(lang);
    let groups = TopicGroup::ALL.iter().map(|group| {
        let topics = vocabulary.topics.iter();
        let topics = topics.filter(|topic| topic.group == *group);
        let topics = topics.map(|topic| {
            (
                Page::Topic(&topic.id),
                topic.name.get(lang),
                count(library, Facet::Topic, &topic.id),
            )
        });
        (words.topic_group(*group).to_owned(), topics.collect())
    });
    listed(library, Page::Topics, words.topics(), groups.collect())
}

/// How many records have a value of a facet.
fn count(library: &Library, facet: Facet, id: &str) -> usize {
    let cards = library.bundle.cards.iter();
    cards.filter(|card| facet.of(card).contains(&id)).count()
}

/// A page's links under headings, each with a name and a number.
type Groups<'a> = Vec<(String, Vec<(Page<'a>, &'a str, usize)>)>;

fn listed(library: &Library, page: Page<'_>, title: &'static str, groups: Groups<'_>) -> String {
    let path = page.path();
    let place = Place {
        lang: library.bundle.lang,
        path: &path,
    };
    let group = |(heading, entries): (String, Vec<(Page<'_>, &str, usize)>)| {
        let entries = entries.into_iter().filter(|(_, _, count)| *count > 0);
        let entries = entries.map(|(page, name, count)| {
            let href = place.page(page);
            let name = name.to_owned();
            view! { <li><a href=href>{name}</a>" "<span class="shared-records">{count}</span></li> }
        });
        let entries: Vec<_> = entries.collect();
        (!entries.is_empty()).then(|| {
            view! {
                <h2 class="section-title">{heading}</h2>
                <ul class="page-list">{entries}</ul>
            }
        })
    };
    let groups: Vec<_> = groups.into_iter().map(group).collect();
    written(library, place, None, move || {
        view! {
            <StaticPage>
                <div class="theme-page">
                    <h1 class="theme-title">{title}</h1>
                    {groups}
                </div>
            </StaticPage>
        }
        .into_any()
    })
}
