//! An organisation: what it is, since when it takes part, and with whom most often.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::{Bundle, Entry};
use crate::explore::{Facet, Involvement, Setting};
use crate::page::Page;
use crate::ui::{AppState, Words, format};

/// How many of those with whom it works are named.
const PARTNERS: usize = 6;

/// What the records say of an organisation, as a list of terms; nothing where the bundle has none of this id.
#[component]
pub fn OrganisationData(
    /// The records.
    bundle: Arc<Bundle>,
    /// Its id.
    id: String,
    /// Further terms.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (words, lang) = (Words(bundle.lang), bundle.lang);
    let vocabulary = &bundle.vocabulary;
    let kind = vocabulary.organisation(&id);
    let kind = kind.and_then(|body| Entry::find(&vocabulary.organisation_kinds, &body.kind));
    let kind = kind.map(|kind| kind.name.get(lang).to_owned());
    let Involvement {
        records,
        years,
        partners,
    } = Involvement::of(&bundle.cards, &id);
    let years = years.map(|(first, last)| format::from_year_to_year(first, last));
    view! {
        <dl class="record-data">
            {kind.map(|kind| view! { <div><dt>{words.facet_kind()}</dt><dd>{kind}</dd></div> })}
            <div>
                <dt>{words.footer_initiatives()}</dt>
                <dd>{records}{years.map(|years| view! { <span class="record-as-of">{years}</span> })}</dd>
            </div>
            {children.map(|children| children())}
            {(!partners.is_empty()).then(|| view! { <Partners bundle=bundle partners=partners/> })}
        </dl>
    }
}

/// Those with whom it works most, each with the number of records that they share.
#[component]
fn Partners(bundle: Arc<Bundle>, partners: Vec<(String, usize)>) -> impl IntoView {
    let app = AppState::expect();
    let (words, lang) = (Words(bundle.lang), bundle.lang);
    let first = partners.into_iter().take(PARTNERS).enumerate();
    let links = first.filter_map(|(place, (id, count))| {
        let name = bundle
            .vocabulary
            .organisation(&id)?
            .name
            .get(lang)
            .to_owned();
        Some(view! {
            {(place > 0).then(|| words.comma())}
            <a href=app.link_to_value(Facet::Org, id)>{name}</a>
            " "
            <span class="shared-records">{count}</span>
        })
    });
    let links: Vec<_> = links.collect();
    view! { <div class="wide"><dt>{words.works_most_with()}</dt><dd>{links}</dd></div> }
}

/// The one organisation that is chosen, above the records.
#[component]
pub fn ChosenOrganisation() -> impl IntoView {
    let app = AppState::expect();
    let chosen = Memo::new(move |_| {
        app.view_state
            .with(|state| match state.choices.of(Facet::Org) {
                [id] => Some(id.clone()),
                _ => None,
            })
    });
    move || {
        let (bundle, id) = (app.bundle.get()?, chosen.get()?);
        let name = &bundle.vocabulary.organisation(&id)?.name;
        let (name, words) = (name.get(bundle.lang).to_owned(), Words(bundle.lang));
        // In a frame of another page, what does not tell its height has no place.
        let has_pages = app
            .view_state
            .with(|state| state.data.is_none() && state.settings.of(Setting::Embed).is_none());
        let page = has_pages.then(|| app.page_href(Page::Organisation(&id)));
        Some(view! {
            <section class="organisation" aria-labelledby="organisation-name">
                <h2 class="organisation-name" id="organisation-name">{name}</h2>
                <OrganisationData bundle=bundle id=id/>
                {page.map(|href| view! { <p class="page-link"><a href=href>{words.organisation_more()}</a></p> })}
            </section>
        })
    }
}
