//! Putting a text on the clipboard, and saying what became of it.

use leptos::prelude::*;

use crate::ui::{AppState, Words, browser};

/// What became of the text that was copied last.
#[derive(Clone, Copy)]
pub struct Copying(RwSignal<Option<Outcome>>);

/// The text is on the clipboard, or is handed back where the browser did not take it.
type Outcome = Result<(), String>;

impl Copying {
    /// Nothing was copied yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Puts a text on the clipboard.
    pub fn copy(self, text: String) {
        browser::copy(text.clone(), move |copied| {
            let outcome = if copied { Ok(()) } else { Err(text.clone()) };
            // Nobody may look at it any more.
            self.0.try_set(Some(outcome));
        });
    }

    /// Says nothing of what was copied before.
    pub fn forget(self) {
        self.0.set(None);
    }

    /// What became of a text that stands nowhere on the page, so that one which was not copied is said in full; nothing
    /// where none was copied.
    pub fn sentence(self, words: Words) -> Option<String> {
        self.0.with(|outcome| {
            outcome.as_ref().map(|outcome| match outcome {
                Ok(()) => words.copied().to_owned(),
                Err(text) => [words.not_copied_link(), text].concat(),
            })
        })
    }
}

/// Says what became of a text that stands above, where it can be selected.
#[component]
pub fn CopyNote(copying: Copying) -> impl IntoView {
    let note = AppState::expect().say(move |words| match copying.0.get() {
        None => "",
        Some(Ok(())) => words.copied(),
        Some(Err(_)) => words.not_copied(),
    });
    view! { <span class="copied" role="status">{note}</span> }
}
