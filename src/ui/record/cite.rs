//! Ways to cite a record.

use leptos::prelude::*;

use super::ShownRecord;
use crate::export::Citation;
use crate::ui::components::{CopyNote, Copying, Heading};
use crate::ui::{AppState, browser};

/// The record's address and its citations, to copy.
#[component]
pub fn Cite(shown: ShownRecord) -> impl IntoView {
    let app = AppState::expect();
    let (words, lang, level) = (shown.words(), shown.lang(), shown.part_level());
    let ShownRecord { record, card, .. } = shown;
    let data = app.view_state.with_untracked(|state| state.data.clone());
    let url = browser::home(lang, data).record(&record.id);
    let citation = Citation::of_record(&record, card.vocabulary(), lang, url);
    view! {
        <Heading level=level class="record-part">{words.cite()}</Heading>
        <p class="cite-text">{citation.apa()}</p>
        <p class="cite-ways">
            <CopyButton label=words.copy_link() text=citation.url.clone()/>
            <CopyButton label=words.copy_apa() text=citation.apa()/>
            <CopyButton label=words.copy_bibtex() text=citation.bibtex()/>
        </p>
    }
}

/// A button that puts a text on the clipboard and says whether it did.
#[component]
fn CopyButton(label: &'static str, text: String) -> impl IntoView {
    let copying = Copying::new();
    view! {
        <button type="button" class="button" on:click=move |_| copying.copy(text.clone())>{label}</button>
        <CopyNote copying=copying/>
    }
}
