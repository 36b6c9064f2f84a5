//! The star of a record.

use leptos::prelude::*;

use crate::state::BundleCard;
use crate::ui::kept::{Kept, StarSign};

/// A button that keeps a record, or no longer. Pages without the program have none.
#[component]
pub fn Star(
    /// The record.
    card: BundleCard,
    /// Whether keys come to it, where something else is said than by default.
    #[prop(optional)]
    tabindex: Option<&'static str>,
) -> impl IntoView {
    let words = card.words();
    let name = words.keep_record(card.name.get(words.0));
    use_context::<Kept>().map(|kept| {
        let shown = card.clone();
        let is_kept = Memo::new(move |_| kept.has(&shown));
        view! {
            <button
                type="button"
                class="star"
                tabindex=tabindex
                aria-label=name.clone()
                title=name
                aria-pressed=move || is_kept.get().to_string()
                on:click=move |_| kept.toggle(&card)
            >
                <StarSign/>
            </button>
        }
    })
}
