//! A text that changes while the page stands.

use leptos::html::Span;
use leptos::prelude::*;

/// A text that goes on changing where a browser's translator has put nodes of its own in place of the program's.
#[component]
pub fn ChangingText(
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let element = NodeRef::<Span>::new();
    Effect::new(move |before: Option<String>| {
        let text = text.get();
        // The first text is written with the element.
        if let Some(element) = element
            .get()
            .filter(|_| before.is_some_and(|before| before != text))
        {
            element.set_text_content(Some(&text));
        }
        text
    });
    view! { <span node_ref=element>{text.get_untracked()}</span> }
}
