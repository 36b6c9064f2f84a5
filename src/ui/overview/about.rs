//! What the explorer is, how much it holds, and how old that is.

use leptos::prelude::*;

use crate::dataset::{Bundle, Explorer};
use crate::ui::{AppState, Words, format};

/// The title, a sentence or two, and the size and age of the data.
#[component]
pub fn About() -> impl IntoView {
    let app = AppState::expect();
    let said = move |read: fn(&Explorer) -> &crate::dataset::Text| {
        move || {
            let bundle = app.bundle.get()?;
            let explorer = &bundle.vocabulary.explorer;
            Some(read(explorer).get(bundle.lang).to_owned())
        }
    };
    view! {
        <section class="about">
            <h1 class="about-title">{said(|explorer| &explorer.title)}</h1>
            <p class="about-text">{said(|explorer| &explorer.about)}</p>
            <p class="about-data">{move || app.bundle.get().map(|bundle| size_and_age(&bundle))}</p>
        </section>
    }
}

fn size_and_age(bundle: &Bundle) -> impl IntoView + use<> {
    let words = Words(bundle.lang);
    let sources: usize = bundle.cards.iter().map(|card| card.sources).sum();
    let updated = bundle
        .updated
        .map(|date| words.updated(format::date(bundle.lang, date)));
    view! {
        <span>{words.size(bundle.cards.len(), format::number(sources as u64))}</span>
        {updated.map(|updated| view! { <span>{updated}</span> })}
    }
}
