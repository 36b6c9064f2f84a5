//! Where a record stands.

use leptos::prelude::*;

use crate::dataset::Evidence;
use crate::state::BundleCard;

/// A record's status: what goes on has a filled mark. Where nobody has heard of it for two years, when it was last
/// confirmed.
#[component]
pub fn StatusNote(
    /// The record in short.
    card: BundleCard,
) -> impl IntoView {
    let words = card.words();
    let note = if card.has(Evidence::Unconfirmed) {
        let heard = words.last_confirmed(card.heard.year());
        Some(("status status-old", heard))
    } else {
        let status = card.vocabulary().status(&card.status);
        status.map(|status| {
            let class = if status.ongoing {
                "status status-ongoing"
            } else {
                "status"
            };
            (class, status.name.get(words.0).to_owned())
        })
    };
    note.map(|(class, note)| view! { <span class=class>{note}</span> })
}
