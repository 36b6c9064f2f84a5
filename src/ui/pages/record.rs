//! A record's own page.

use std::sync::Arc;

use leptos::prelude::*;

use super::link::Place;
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::Initiative;
use crate::page::Page;
use crate::state::BundleCard;
use crate::ui::Library;
use crate::ui::record::{Record, ShownRecord};

/// The body of a record's page in the library's language; nothing where the library has no card of it.
pub fn record(library: &Library, record: &Initiative) -> Option<String> {
    let lang = library.bundle.lang;
    let page = Page::Record(&record.id);
    let path = page.path();
    let place = Place { lang, path: &path };
    let card = BundleCard::find(&library.bundle, &record.id)?;
    let crumb = card.main_theme().map(|theme| {
        let href = place.page(Page::Theme(&theme.id));
        (href, theme.name.get(lang).to_owned())
    });
    let way_in = place.explorer(&page.view());
    let shown = ShownRecord {
        record: Arc::new(record.clone()),
        card,
        level: 1,
    };
    let html = written(library, place, None, move || {
        view! {
            <StaticPage>
                {crumb.map(|(href, name)| view! { <p class="crumb"><a href=href>{name}</a></p> })}
                <Record shown=shown><WayIn href=way_in/></Record>
            </StaticPage>
        }
        .into_any()
    });
    Some(html)
}
