//! What is wrong with a lesson that somebody made.

use super::said::word;
use leptos::html::Div;
use leptos::prelude::*;

use super::lessons::OWN_FILE;
use crate::dataset::Fault;

/// How many faults are told at most.
const MOST: usize = 12;

/// That a lesson cannot be shown, and why.
#[component]
pub fn LessonFaults(
    /// What is wrong with it; nothing where it cannot be read at all.
    faults: Vec<Fault>,
    /// Its element.
    #[prop(optional)]
    node_ref: NodeRef<Div>,
) -> impl IntoView {
    let mut items: Vec<String> = faults.iter().take(MOST).map(Fault::to_string).collect();
    if items.is_empty() {
        items.push(OWN_FILE.to_owned());
    }
    let items = items
        .into_iter()
        .map(|fault| view! { <li class="trouble-detail">{fault}</li> });
    view! {
        <div class="trouble" tabindex="-1" role="alert" node_ref=node_ref>
            <p class="trouble-sentence">{word(|words| words.lesson_unreadable())}</p>
            <ul>{items.collect_view()}</ul>
        </div>
    }
    .into_any()
}
