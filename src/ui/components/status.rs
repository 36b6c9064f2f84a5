//! Where a record stands.

use leptos::prelude::*;

use crate::dataset::Evidence;
use crate::state::BundleCard;

/// A record's status: what goes on has a filled mark.
#[component]
pub fn StatusNote(
    /// The record in short.
    card: BundleCard,
) -> impl IntoView {
    status_note(&card).map(|(class, note)| view! { <span class=class>{note}</span> })
}

/// The class and the words of a record's status. Where nobody has heard of it for two years, when it was last confirmed.
pub fn status_note(card: &BundleCard) -> Option<(&'static str, String)> {
    let words = card.words();
    if card.has(Evidence::Unconfirmed) {
        let heard = words.last_confirmed(card.heard.year());
        return Some(("status status-old", heard));
    }
    let status = card.vocabulary().status(&card.status)?;
    let class = if status.ongoing {
        "status status-ongoing"
    } else {
        "status"
    };
    Some((class, status.name.get(words.0).to_owned()))
}
