//! What stands in place of a part of the page whose chunk did not arrive.

use leptos::prelude::*;

use crate::ui::{AppState, Words};

/// A sentence, and a button that tries again.
#[component]
pub fn NotLoadedNote(
    sentence: fn(Words) -> &'static str,
    #[prop(into)] retry: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    view! {
        <div class="trouble" role="alert">
            <p class="trouble-sentence">{app.say(sentence)}</p>
            <button type="button" class="button" on:click=move |_| retry.run(())>
                {app.say(|words| words.retry())}
            </button>
        </div>
    }
}
