//! What happened last, and what is planned next.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::{Bundle, Development};
use crate::state::BundleCard;
use crate::ui::{AppState, Words, format};

/// The newest developments, each leading to its record, and apart from them what is planned.
#[component]
pub fn Newest() -> impl IntoView {
    let app = AppState::expect();
    view! {
        {move || app.bundle.get().map(|bundle| {
            let title = (!bundle.planned.is_empty()).then(|| Words(bundle.lang).planned_next());
            view! {
                <Developments bundle=bundle.clone() of=|bundle| &bundle.newest/>
                {title.map(|title| view! {
                    <h3 class="planned-title">{title}</h3>
                    <Developments bundle=bundle of=|bundle| &bundle.planned/>
                })}
            }
        })}
    }
}

/// Developments of a bundle in their order.
#[component]
fn Developments(bundle: Arc<Bundle>, of: fn(&Bundle) -> &[Development]) -> impl IntoView {
    let items = of(&bundle).iter().filter_map(|development| {
        let card = BundleCard::find(&bundle, &development.id)?;
        Some(view! { <News card=card development=development.clone()/> })
    });
    view! { <ol class="newest">{items.collect_view()}</ol> }
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
