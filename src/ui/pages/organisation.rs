//! An organisation's own page: its names, its parts in the records, with whom it works, and all of its records in order of
//! time.

use leptos::prelude::*;

use super::link::Place;
use super::records::{Records, records_with};
use super::static_page::{StaticPage, WayIn, written};
use crate::dataset::Body;
use crate::explore::Facet;
use crate::page::Page;
use crate::ui::organisation::OrganisationHead;
use crate::ui::{Library, Words};

/// The body of an organisation's page in the library's language.
pub fn organisation(library: &Library, body: Body) -> String {
    let lang = library.bundle.lang;
    let words = Words(lang);
    let id = body.organisation.id.clone();
    let page = Page::Organisation(&id);
    let path = page.path();
    let place = Place { lang, path: &path };
    let cards = records_with(library, Facet::Org, &id);
    let all = place.page(Page::Organisations);
    let way_in = place.explorer(&page.view());
    let bundle = library.bundle.clone();
    written(library, place, None, move || {
        view! {
            <StaticPage>
                <div class="theme-page">
                    <p class="crumb"><a href=all>{words.page_organisations()}</a></p>
                    <OrganisationHead bundle=bundle body=body level=1 class="theme-title" has_pages=true>
                        <WayIn href=way_in/>
                    </OrganisationHead>
                    <Records cards=cards/>
                </div>
            </StaticPage>
        }
        .into_any()
    })
}
