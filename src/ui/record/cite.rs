//! Ways to cite a record.

use leptos::prelude::*;

use super::ShownRecord;
use crate::dataset::Lang;
use crate::explore::ViewState;
use crate::export::{Citation, CitedForm};
use crate::page::Page;
use crate::ui::components::{CopyNote, Copying, Heading};
use crate::ui::{AppState, browser};

/// The record's address and its citations, to copy.
#[component]
pub fn Cite(shown: ShownRecord) -> impl IntoView {
    let app = AppState::expect();
    let (words, lang, level) = (shown.words(), shown.lang(), shown.part_level());
    let ShownRecord { record, card, .. } = shown;
    let title = card.vocabulary().explorer.title.get(lang).to_owned();
    let citation = Citation {
        id: record.id.clone(),
        title: record.name.get(lang).to_owned(),
        author: title,
        form: CitedForm::Record,
        date: record.status_as_of,
        url: lasting_address(app, &record.id, lang),
    };
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

/// The address of a record that stays: its own page, and where there is none the explorer with the record open.
fn lasting_address(app: AppState, id: &str, lang: Lang) -> String {
    let page = browser::page();
    let data = app.view_state.with_untracked(|state| state.data.clone());
    if data.is_none() && !browser::is_one_file() {
        let (folder, _) = page.rsplit_once('/').unwrap_or_default();
        return format!("{folder}/{}", Page::Record(id).path_in(lang));
    }
    let own = ViewState {
        id: Some(id.to_owned()),
        lang: Some(lang),
        data,
        ..ViewState::default()
    };
    [page, own.to_href()].concat()
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
