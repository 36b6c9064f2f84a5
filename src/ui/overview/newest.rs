//! What happened last, and what is planned next.

use leptos::prelude::*;

use crate::dataset::Development;
use crate::state::BundleCard;
use crate::ui::{AppState, format};

/// The newest developments, each leading to its record, and apart from them what is planned.
#[component]
pub fn Newest() -> impl IntoView {
    let app = AppState::expect();
    let happened = Signal::derive(move || {
        app.bundle
            .with(|bundle| bundle.as_ref().map(|bundle| bundle.newest.clone()))
    });
    let planned = Signal::derive(move || {
        app.bundle
            .with(|bundle| bundle.as_ref().map(|bundle| bundle.planned.clone()))
    });
    let has_plans =
        move || planned.with(|planned| planned.as_ref().is_some_and(|planned| !planned.is_empty()));
    view! {
        <Developments developments=happened/>
        {move || has_plans().then(|| view! {
            <h3 class="planned-title">{app.say(|words| words.planned_next())}</h3>
            <Developments developments=planned/>
        })}
    }
}

/// Developments in their order.
#[component]
fn Developments(developments: Signal<Option<Vec<Development>>>) -> impl IntoView {
    let app = AppState::expect();
    let items = move || {
        let bundle = app.bundle.get()?;
        let developments = developments.get()?.into_iter();
        let items = developments.filter_map(|development| {
            let card = BundleCard::find(&bundle, &development.id)?;
            Some(view! { <News card=card development=development/> })
        });
        Some(items.collect_view())
    };
    view! { <ol class="newest">{items}</ol> }
}

/// What happened to a record or is to, and when.
#[component]
fn News(card: BundleCard, development: Development) -> impl IntoView {
    let app = AppState::expect();
    let (lang, id) = (card.words().0, card.id.clone());
    view! {
        <li class="news" data-hue=card.hue()>
            <span class="news-date">{format::date(lang, development.date)}</span>
            <div class="news-body">
                <a class="news-name" href=app.link(move |state| state.id = Some(id.clone()))>
                    {card.name.get(lang).to_owned()}
                </a>
                <p class="news-text">{development.text}</p>
            </div>
        </li>
    }
}
