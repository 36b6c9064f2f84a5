//! An organisation: what it is, as what and since when it takes part, and with whom most often.

mod chosen;
mod place;

use std::sync::Arc;

use leptos::prelude::*;

pub use chosen::ChosenOrganisation;
pub use place::OrganisationPlace;

use crate::dataset::{Body, Bundle, Entry};
use crate::explore::{Facet, Involvement};
use crate::page::Page;
use crate::ui::components::Heading;
use crate::ui::{AppState, Words, format};

/// How many of those with whom it works are named.
const PARTNERS: usize = 6;

/// The head of an organisation: its names, and what the records say of it.
#[component]
pub fn OrganisationHead(
    /// The records.
    bundle: Arc<Bundle>,
    /// The organisation.
    body: Body,
    /// The level of its heading.
    level: u8,
    /// The class of its heading.
    class: &'static str,
    /// Whether it has a page and a feed of its own.
    has_pages: bool,
    /// Ways on.
    children: Children,
) -> impl IntoView {
    let app = AppState::expect();
    let (words, lang) = (Words(bundle.lang), bundle.lang);
    let id = body.organisation.id.clone();
    // In a bundle it has the name of its language alone, in a data set perhaps that of another.
    let name = bundle.vocabulary.organisation(&id);
    let name = name.map(|body| body.name.get(lang).to_owned());
    let others = body.other_names(lang).join(words.comma());
    let feed = has_pages.then(|| {
        let feed = [&Page::Organisation(&id).path_in(lang), "feed.xml"].concat();
        view! { <p class="page-note page-link"><a href=app.file_href(&feed)>{words.feed()}</a></p> }
    });
    view! {
        <Heading level=level class=class id="organisation-name">{name}</Heading>
        {(!others.is_empty()).then(|| view! { <p class="page-note">{words.other_words(others)}</p> })}
        <OrganisationData bundle=bundle body=body/>
        {children()}
        {feed}
    }
}

/// What the vocabulary and the records say of an organisation, as a list of terms.
#[component]
fn OrganisationData(bundle: Arc<Bundle>, body: Body) -> impl IntoView {
    let app = AppState::expect();
    let (words, lang) = (Words(bundle.lang), bundle.lang);
    let vocabulary = &bundle.vocabulary;
    let Body {
        organisation,
        roles,
    } = body;
    let kind = Entry::find(&vocabulary.organisation_kinds, &organisation.kind);
    let kind = kind.map(|kind| kind.name.get(lang).to_owned());
    let Involvement {
        records,
        years,
        partners,
    } = Involvement::of(&bundle.cards, &organisation.id);
    let years = years.map(|(first, last)| format::from_year_to_year(first, last));
    let roles = roles.iter().filter_map(|(role, count)| {
        let role = Entry::find(&vocabulary.roles, role)?;
        Some(format!("{} {count}", role.name.get(lang)))
    });
    let roles = roles.collect::<Vec<_>>().join(words.comma());
    let homepage = organisation.link().map(str::to_owned);
    let parent = organisation.parent.and_then(|id| {
        let name = vocabulary.organisation(&id)?.name.get(lang).to_owned();
        Some(view! { <a href=app.link_to_value(Facet::Org, id)>{name}</a> })
    });
    view! {
        <dl class="record-data">
            {kind.map(|kind| view! { <div><dt>{words.facet_kind()}</dt><dd>{kind}</dd></div> })}
            <div>
                <dt>{words.footer_initiatives()}</dt>
                <dd>{format::number(records as u64)}{years.map(|years| view! { <span class="record-as-of">{years}</span> })}</dd>
            </div>
            {(!roles.is_empty()).then(|| view! { <div><dt>{words.roles_taken()}</dt><dd>{roles}</dd></div> })}
            {parent.map(|parent| view! { <div><dt>{words.part_of_body()}</dt><dd>{parent}</dd></div> })}
            {homepage.map(|href| view! {
                <div><dt>{words.homepage()}</dt><dd><a href=href.clone() target="_blank" rel="external noopener noreferrer">{href.clone()}</a></dd></div>
            })}
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
