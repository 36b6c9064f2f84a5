//! The one organisation that is chosen, above its records.

use std::sync::Arc;

use leptos::prelude::*;

use super::OrganisationHead;
use super::place::chosen;
use crate::dataset::{Body, Bundle};
use crate::explore::Setting;
use crate::page::Page;
use crate::state;
use crate::ui::{AppState, LoadError, Words};

/// The head of the one organisation that is chosen. What cards do not have of it comes as soon as its file is here.
#[component]
pub fn ChosenOrganisation() -> impl IntoView {
    let app = AppState::expect();
    let id = Memo::new(move |_| chosen(app));
    let loaded = state::load(
        move || {
            let data = app
                .library
                .with(|library| Some(library.as_ref()?.data.clone()))?;
            Some((data, id.get()?))
        },
        |(data, id)| read(data, id),
    );
    // In a frame of another page, what does not tell its height has no place.
    let has_pages = Memo::new(move |_| {
        app.view_state
            .with(|state| state.data.is_none() && state.settings.of(Setting::Embed).is_none())
    });
    move || {
        let (bundle, id) = (app.bundle.get()?, id.get()?);
        let body = loaded.get().and_then(Result::ok);
        let body = body.filter(|body| body.organisation.id == id);
        let body = body.or_else(|| known(&bundle, &id))?;
        let words = Words(bundle.lang);
        let has_pages = has_pages.get();
        let page = has_pages.then(|| app.page_href(Page::Organisation(&id)));
        Some(view! {
            <section class="organisation" aria-labelledby="organisation-name">
                <OrganisationHead bundle=bundle body=body level=2 class="organisation-name" has_pages=has_pages>
                    {page.map(|href| view! { <p class="page-link"><a href=href>{words.organisation_more()}</a></p> })}
                </OrganisationHead>
            </section>
        })
    }
}

/// What the bundle has of an organisation.
fn known(bundle: &Arc<Bundle>, id: &str) -> Option<Body> {
    Some(Body {
        organisation: bundle.vocabulary.organisation(id)?.clone(),
        roles: Vec::new(),
    })
}

async fn read(data: Option<String>, id: String) -> Result<Body, LoadError> {
    let file = format!("organisations/{id}.json");
    Ok(Body::read(
        "organisation",
        &state::file(data.as_deref(), &file).await?,
    )?)
}
