//! A theme's own page: what it is about, and all of its records in order of time.

use leptos::prelude::*;

use super::link::Place;
use super::records::{Records, records_with};
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::Theme;
use crate::explore::Facet;
use crate::page::Page;
use crate::ui::Library;
use crate::ui::components::Icon;

/// The body of a theme's page in the library's language.
pub fn theme(library: &Library, theme: &Theme) -> String {
    let lang = library.bundle.lang;
    let page = Page::Theme(&theme.id);
    let path = page.path();
    let place = Place { lang, path: &path };
    let cards = records_with(library, Facet::Theme, &theme.id);
    let hue = library.vocabulary().hue(&theme.id);
    let hue = hue.map(|hue| hue.to_string());
    let name = theme.name.get(lang).to_owned();
    let summary = theme.summary.get(lang).to_owned();
    let icon = theme.icon.clone();
    let way_in = place.explorer(&page.view());
    written(library, place, None, move || {
        view! {
            <StaticPage>
                <div class="theme-page" data-hue=hue>
                    <Icon path=icon/>
                    <h1 class="theme-title">{name}</h1>
                    <p class="record-summary">{summary}</p>
                    <WayIn href=way_in/>
                    <Records cards=cards/>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}
