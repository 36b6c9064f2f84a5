//! A text in which what was searched for is marked.

use std::ops::Range;

use leptos::prelude::*;

use super::{Explorer, live};
use crate::explore::highlight;

/// The text, with matches of the present search in `<mark>`.
#[component]
pub fn Marked(
    /// The text as it stands in the data.
    text: String,
) -> impl IntoView {
    let explorer = Explorer::expect();
    live(move || {
        let ranges = explorer.search.with(|query| {
            explorer.library.with(|library| {
                library
                    .as_ref()
                    .map(|library| highlight(&text, query, library.index.variants()))
                    .unwrap_or_default()
            })
        });
        let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
        let mut parts = Vec::with_capacity(ranges.len() * 2 + 1);
        let mut at = 0;
        for range in ranges {
            parts.push(part(at..range.start).into_any());
            at = range.end;
            parts.push(view! { <mark>{part(range)}</mark> }.into_any());
        }
        parts.push(part(at..text.len()).into_any());
        parts
    })
    .into_any()
}
