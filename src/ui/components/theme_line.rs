//! The theme and the kind of a record.

use leptos::prelude::*;

use super::Icon;
use crate::dataset::Entry;
use crate::state::BundleCard;

/// The main theme of a record and its kind, on one line.
#[component]
pub fn ThemeLine(
    /// The record in short.
    card: BundleCard,
) -> impl IntoView {
    let lang = card.words().0;
    let vocabulary = card.vocabulary();
    let theme = card.main_theme();
    let kind = Entry::find(&vocabulary.kinds, &card.kind);
    view! {
        <p class="card-theme">
            {theme.map(|theme| view! {
                <Icon path=theme.icon.clone()/>
                <span class="card-theme-name">{theme.short.get(lang).to_owned()}</span>
            })}
            {kind.map(|kind| view! { <span class="card-kind">{kind.name.get(lang).to_owned()}</span> })}
        </p>
    }
}
