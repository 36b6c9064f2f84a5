//! A record's own page.

use std::sync::Arc;

use leptos::prelude::*;

use super::link::Place;
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::Initiative;
use crate::export::Citation;
use crate::page::Page;
use crate::state::BundleCard;
use crate::ui::record::{Record, ShownRecord};
use crate::ui::{AppState, Library};

/// The body of a record's page in the library's language; nothing where the library has no card of it. `url` is where the
/// explorer is found; empty where that is not known.
pub fn record(library: &Library, record: &Initiative, url: &str) -> Option<String> {
    let lang = library.bundle.lang;
    let page = Page::Record(&record.id);
    let path = page.path();
    let place = Place { lang, path: &path };
    let card = BundleCard::find(&library.bundle, &record.id)?;
    let theme = card
        .main_theme()
        .map(|theme| theme.name.get(lang).to_owned());
    let theme = theme.unwrap_or_default();
    let crumb = card.main_theme().map(|theme| {
        let href = place.page(Page::Theme(&theme.id));
        (href, theme.name.get(lang).to_owned())
    });
    let way_in = place.explorer(&page.view());
    let url = match url {
        "" => String::new(),
        url => [url, &path].concat(),
    };
    let citation = Citation::of_record(record, card.vocabulary(), lang, url);
    let neighbours = neighbours(library, &card).map(|neighbour| {
        let card = neighbour?;
        let name = card.name.get(lang).to_owned();
        Some((place.page(Page::Record(&card.id)), name))
    });
    let shown = ShownRecord {
        record: Arc::new(record.clone()),
        card,
        level: 1,
    };
    let html = written(library, place, None, move || {
        view! {
            <StaticPage>
                {crumb.map(|(href, name)| view! { <p class="crumb"><a href=href>{name}</a></p> })}
                <Record shown=shown>
                    <CiteText citation=citation/>
                    <HandOn/>
                    <WayIn href=way_in/>
                </Record>
                <Neighbours neighbours=neighbours label=theme/>
            </StaticPage>
        }
        .into_any()
    });
    Some(html)
}

/// How to cite the record, to select and copy.
#[component]
fn CiteText(citation: Citation) -> impl IntoView {
    let words = AppState::expect().words();
    view! {
        <h2 class="record-part">{words.cite()}</h2>
        <p class="cite-text">{citation.apa()}</p>
        <details class="cite-more">
            <summary>"BibTeX"</summary>
            <pre class="cite-bibtex" tabindex="0">{citation.bibtex()}</pre>
        </details>
    }
}

/// Of the records with the same main theme, the one that began before a record and the one that began after it.
fn neighbours(library: &Library, card: &BundleCard) -> [Option<BundleCard>; 2] {
    let bundle = &library.bundle;
    let theme = card.themes.first();
    let mut same: Vec<usize> = (0..bundle.cards.len())
        .filter(|place| bundle.cards[*place].themes.first() == theme)
        .collect();
    same.sort_by_key(|place| (bundle.cards[*place].start, &bundle.cards[*place].id));
    let own = same
        .iter()
        .position(|place| bundle.cards[*place].id == card.id);
    let at = |place: Option<usize>| BundleCard::at(bundle, *same.get(place?)?);
    [
        at(own.and_then(|own| own.checked_sub(1))),
        at(own.map(|own| own + 1)),
    ]
}

/// Ways to hand the page on, which `scripts/page.js` shows and makes work.
#[component]
fn HandOn() -> impl IntoView {
    let words = AppState::expect().words();
    view! {
        <p class="page-ways">
            <button type="button" class="button" hidden=true>{words.copy_link()}</button>
            <button type="button" class="button" hidden=true>{words.share_system()}</button>
            <span role="status" data-copied=words.copied() data-not-copied=words.not_copied_link()></span>
        </p>
    }
}

/// The ways to the records before and after, as far as there are any: address and name of each.
#[component]
fn Neighbours(
    neighbours: [Option<(String, String)>; 2],
    /// What the records have in common.
    label: String,
) -> impl IntoView {
    let words = AppState::expect().words();
    let ways = neighbours
        .into_iter()
        .zip([("prev", words.previous()), ("next", words.next())]);
    let ways = ways.map(|(neighbour, (rel, way))| {
        neighbour.map(|(href, name)| {
            view! { <p class=rel><span>{way}</span>" "<a rel=rel href=href>{name}</a></p> }
        })
    });
    view! { <nav class="neighbours" aria-label=label>{ways.collect_view()}</nav> }
}
