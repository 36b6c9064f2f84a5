//! A text that can be copied.

use crate::ui::classroom::said::word;
use leptos::prelude::*;

use crate::ui::components::Copying;
use crate::ui::{AppState, Words};

/// A text in a field, and a button that copies it.
#[component]
pub fn CopyLine(
    /// The id of the field.
    id: &'static str,
    /// What the text is.
    label: fn(Words) -> &'static str,
    /// The text.
    text: Signal<String>,
    /// Puts it on the clipboard.
    copying: Copying,
) -> impl IntoView {
    let app = AppState::expect();
    let name = app.say(move |words| format!("{}: {}", words.share_copy(), label(words)));
    view! {
        <div class="share-line">
            <label for=id>{word(label)}</label>
            <textarea id=id readonly=true rows="2" spellcheck="false" prop:value=text></textarea>
            <button
                type="button"
                class="button"
                aria-label=name
                on:click=move |_| copying.copy(text.get_untracked())
            >
                {word(|words| words.share_copy())}
            </button>
        </div>
    }
    .into_any()
}
