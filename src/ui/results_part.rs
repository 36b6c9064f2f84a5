//! The views of results as the page holds them: chunks that are there before the page is drawn where the address names
//! one of them, and else are loaded as soon as the page stands.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::AppState;
use super::chunks::Results;
use super::components::NotLoadedNote;
use crate::explore::View;

/// What shows the views of results.
#[derive(Clone, Copy)]
pub struct ResultsPart {
    app: AppState,
    chunk: RwSignal<Option<Results>>,
    is_missing: RwSignal<bool>,
    is_loading: StoredValue<bool>,
}

impl ResultsPart {
    /// What is there at first.
    pub fn new(app: AppState, chunk: Option<Results>) -> Self {
        Self {
            app,
            chunk: RwSignal::new(chunk),
            is_missing: RwSignal::new(false),
            is_loading: StoredValue::new(false),
        }
    }

    /// Loads it, unless it is there or on its way.
    pub fn load(self) {
        if self.chunk.with_untracked(Option::is_some) || self.is_loading.get_value() {
            return;
        }
        self.is_loading.set_value(true);
        self.is_missing.set(false);
        spawn_local(async move {
            let chunk = Results::load().await;
            self.is_loading.set_value(false);
            match chunk {
                Ok(chunk) => {
                    self.app.answer_with(chunk.answers);
                    self.chunk.set(Some(chunk));
                }
                Err(_) => self.is_missing.set(true),
            }
        });
    }
}

/// A view of results, or that it could not be loaded.
#[component]
pub fn ResultsView(
    /// Cards or timeline.
    view: View,
) -> impl IntoView {
    let app = AppState::expect();
    let part = expect_context::<ResultsPart>();
    // What failed while nobody needed it is tried again.
    part.load();
    let placeholder = move || {
        view! {
            <h1 class="visually-hidden">{app.say(move |words| words.view(view))}</h1>
            {move || if part.is_missing.get() {
                view! { <NotLoadedNote sentence=|words| words.not_loaded() retry=move |()| part.load()/> }.into_any()
            } else {
                view! { <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p> }.into_any()
            }}
        }
        .into_any()
    };
    move || {
        part.chunk
            .get()
            .map_or_else(placeholder, |chunk| (chunk.show)(view))
            .into_any()
    }
}
