//! What happened last.

use leptos::prelude::*;

use crate::dataset::Development;
use crate::state::BundleCard;
use crate::ui::{AppState, format};

/// The newest developments, each leading to its record.
#[component]
pub fn Newest() -> impl IntoView {
    let app = AppState::expect();
    let items = move || {
        let bundle = app.bundle.get()?;
        let items = bundle.newest.iter().filter_map(|development| {
            let card = BundleCard::find(&bundle, &development.id)?;
            Some(view! { <News card=card development=development.clone()/> })
        });
        Some(items.collect_view())
    };
    view! { <ol class="newest">{items}</ol> }
}

/// What happened to a record, and when.
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
