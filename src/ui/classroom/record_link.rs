//! A link to a record.

use leptos::prelude::*;

use crate::state::BundleCard;
use crate::ui::AppState;

/// A record's name, which opens it over the present view.
#[component]
pub fn RecordLink(
    /// The record in short.
    card: BundleCard,
) -> impl IntoView {
    let app = AppState::expect();
    let name = card.name.get(card.words().0).to_owned();
    let id = card.id.clone();
    view! { <a href=app.link(move |state| state.id = Some(id.clone()))>{name}</a> }
}
