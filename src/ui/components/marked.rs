//! A text with what was searched for marked in it.

use std::ops::Range;

use leptos::prelude::*;

use crate::ui::AppState;

/// A text, with what was searched for in `mark` elements.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let app = AppState::expect();
    let shown = text.clone();
    let found = Memo::new(move |_| {
        app.answers.with(|answers| {
            let answers = answers.as_ref()?;
            Some(app.query.with(|query| answers.highlight(&shown, query)))
        })
    });
    move || found.with(|found| pieces(&text, found.as_deref().unwrap_or_default()))
}

/// The text in pieces, those in the ranges marked.
fn pieces(text: &str, found: &[Range<usize>]) -> AnyView {
    let part = |from, to| text.get(from..to).unwrap_or_default().to_owned();
    let mut pieces = Vec::with_capacity(2 * found.len() + 1);
    let mut at = 0;
    for range in found {
        pieces.push(part(at, range.start).into_any());
        pieces.push(view! { <mark>{part(range.start, range.end)}</mark> }.into_any());
        at = range.end;
    }
    if pieces.is_empty() {
        return text.to_owned().into_any();
    }
    pieces.push(part(at, text.len()).into_any());
    pieces.into_any()
}
