//! The page's title and language, as tabs, the history and screen readers know them.

use leptos::prelude::*;
use leptos_meta::{Html, Title};

use super::classroom_part::ClassroomPart;
use super::facets::{ActiveFilter, active_filters};
use super::{AppState, Words, format};
use crate::dataset::Bundle;
use crate::explore::View;
use crate::state::BundleCard;

/// Names the page after what is on screen.
#[component]
pub fn PageTitle() -> impl IntoView {
    let app = AppState::expect();
    let classroom = expect_context::<ClassroomPart>();
    let filters = active_filters(app);
    let title = Memo::new(move |_| {
        let Some(bundle) = app.bundle.get() else {
            return app.words().title().to_owned();
        };
        let whole = bundle.vocabulary.explorer.title.get(bundle.lang);
        let record = app.id.get().and_then(|id| BundleCard::find(&bundle, &id));
        let record = record.map(|card| format::isolated(card.name.get(bundle.lang)).into_owned());
        let own = record
            .or_else(|| classroom.title())
            .or_else(|| of_view(app, filters, &bundle));
        own.map_or_else(|| whole.to_owned(), |own| format!("{own} · {whole}"))
    });
    view! {
        <Title text=title/>
        <Html attr:lang=move || app.lang.get().tag()/>
    }
}

/// What narrows the view, how much is found, and which view it is; nothing for the overview.
fn of_view(app: AppState, filters: Memo<Vec<ActiveFilter>>, bundle: &Bundle) -> Option<String> {
    let words = Words(bundle.lang);
    let view = app.view.get();
    let mut parts = Vec::new();
    if matches!(view, View::Cards | View::Table | View::Timeline) {
        let names = |filter: &ActiveFilter| format::isolated(&filter.name).into_owned();
        parts.extend(filters.read().iter().map(names));
        parts.push(words.results_count(app.rested_total()));
    }
    (view != View::Overview).then(|| {
        parts.push(words.view(view).to_owned());
        parts.join(" · ")
    })
}
