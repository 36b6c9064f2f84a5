//! A record in full: every fact with its sources. A chunk of the program.

mod cite;
mod page;
mod sources;
mod statements;

use std::sync::Arc;

use leptos::prelude::*;

use super::markup::{Marks, Markup};
use super::{AppState, LoadError, live};
#[cfg(not(target_arch = "wasm32"))]
use super::{Library, Words};
use crate::dataset::Initiative;
#[cfg(not(target_arch = "wasm32"))]
use crate::explore::ViewState;
use cite::Cite;
use page::Page;

/// Shows a record out of its file.
pub type ShowRecord = fn(&str) -> Result<AnyView, LoadError>;

/// The record of a file as the build has written it.
///
/// # Errors
/// That it cannot be read.
pub fn show(json: &str) -> Result<AnyView, LoadError> {
    let record = Arc::new(Initiative::read("record", json)?);
    Ok(view! { <Record record=record/> }.into_any())
}

/// The record, in the language in force.
#[component]
fn Record(
    /// The record.
    record: Arc<Initiative>,
) -> impl IntoView {
    let app = AppState::expect();
    let shown = record.clone();
    let markup = move || {
        let (words, state) = (app.words(), app.view_state.get());
        app.library.with(|library| {
            let Some(library) = library else {
                return String::new();
            };
            app.query.with(|query| {
                let mut markup = Markup::default();
                let variants = library.index.variants();
                Page {
                    markup: &mut markup,
                    library,
                    words,
                    state: &state,
                    marks: Marks { query, variants },
                }
                .record(&shown);
                markup.finish()
            })
        })
    };
    let theme = record.themes.first().cloned();
    let hue = app.library.with_untracked(|library| {
        let hue = library.as_ref()?.vocabulary().hue(&theme?)?;
        Some(hue.to_string())
    });
    view! {
        <article class="record" data-hue=hue>
            <div inner_html=markup></div>
            {live(move || view! { <Cite record=record.clone() lang=app.lang.get()/> }.into_any())}
        </article>
    }
    .into_any()
}

/// Writes a record in the library's language as it stands on a page of its own.
#[cfg(not(target_arch = "wasm32"))]
pub fn record_markup(markup: &mut Markup, library: &Library, record: &Initiative) {
    Page {
        markup,
        library,
        words: Words(library.bundle.lang),
        state: &ViewState::default(),
        marks: Marks {
            query: &library.index.query(""),
            variants: library.index.variants(),
        },
    }
    .record(record);
}
