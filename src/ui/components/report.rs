//! A way to tell whoever keeps the data of an error.

use leptos::prelude::*;

use crate::export::Report;
use crate::ui::{AppState, browser, format};

/// A link to the form or the address that the data names, with what is known filled in; else a text to copy and send.
#[component]
pub fn ReportError(
    /// What it is reported of; the explorer itself where nothing is named.
    #[prop(optional)]
    subject: Option<String>,
) -> impl IntoView {
    let app = AppState::expect();
    let report = StoredValue::new(subject);
    let report = move || report.with_value(|subject| report_of(app, subject.as_ref()));
    let to = Memo::new(move |_| app.bundle.get()?.vocabulary.explorer.report.clone());
    // A page that stands without the program knows where it is below the site's root; `scripts/page.js` knows the rest.
    let path = app.own_path();
    move || {
        let (words, path) = (app.words(), path.clone());
        if let Some(to) = to.get() {
            let href = move || report().href(&to, words);
            return view! { <a class="report-link" href=href data-path=path target="_blank" rel="noopener">{words.report_error()}</a> }.into_any();
        }
        let text = move || report().text(words);
        view! {
            <details class="report">
                <summary>{words.report_error()}</summary>
                <p>{words.report_copy_hint()}</p>
                <pre class="report-text" data-path=path tabindex="0">{text}</pre>
            </details>
        }
        .into_any()
    }
}

/// What is known of where the reader is.
fn report_of(app: AppState, subject: Option<&String>) -> Report {
    let words = app.words();
    let (title, updated) = app.bundle.with(|bundle| {
        let explorer = bundle.as_ref().map(|bundle| &bundle.vocabulary.explorer);
        let title = explorer.map(|explorer| explorer.title.get(words.0).to_owned());
        (title, bundle.as_ref().and_then(|bundle| bundle.updated))
    });
    Report {
        subject: subject.cloned().or(title).unwrap_or_default(),
        url: app.own_path().unwrap_or_else(|| {
            let mut state = app.rested.get();
            state.lang = Some(words.0);
            [browser::page(), state.to_href()].concat()
        }),
        day: updated.map(|day| format::date(words.0, day)),
    }
}
