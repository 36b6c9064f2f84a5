//! That something could not be loaded, said in a sentence, with a way on.

use leptos::prelude::*;

use crate::ui::{AppState, LoadError};

/// Why something could not be loaded, and a button that tries again.
#[component]
pub fn LoadErrorNote(
    /// The errors that reached the boundary around what was loaded.
    #[prop(into)]
    errors: ArcRwSignal<Errors>,
    /// Tries again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let first = move || {
        errors.with(|errors| {
            let mut errors = errors.iter();
            errors.find_map(|(_, error)| error.downcast_ref::<LoadError>().cloned())
        })
    };
    move || first().map(|error| view! { <LoadErrorSentence error=error retry=retry/> })
}

/// A load error in words.
#[component]
pub fn LoadErrorSentence(error: LoadError, #[prop(into)] retry: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let detail = error.detail().map(str::to_owned);
    view! {
        <div class="trouble" role="alert">
            <p class="trouble-sentence">{move || error.sentence(app.words())}</p>
            {detail.map(|detail| view! { <p class="trouble-detail"><code>{detail}</code></p> })}
            <button type="button" class="button" on:click=move |_| retry.run(())>
                {app.say(|words| words.retry())}
            </button>
        </div>
    }
}
