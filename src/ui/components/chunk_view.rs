//! A view that comes with a chunk of the program.

use std::future::Future;

use leptos::prelude::*;

use super::NotLoadedNote;
use crate::ui::AppState;
use crate::ui::chunks::NotLoaded;

/// A view that comes with a chunk, or a sentence and another try where that did not arrive.
#[component]
pub fn ChunkView<L, F>(
    /// Loads the chunk and makes the view.
    load: L,
) -> impl IntoView
where
    L: Fn() -> F + Send + 'static,
    F: Future<Output = Result<AnyView, NotLoaded>> + Send + 'static,
{
    let app = AppState::expect();
    let attempt = RwSignal::new(0_usize);
    let retry = Callback::new(move |()| attempt.update(|attempt| *attempt += 1));
    let waiting = move || {
        view! { <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p> }
    };
    view! {
        <Suspense fallback=waiting>
            {move || {
                attempt.track();
                let view = load();
                Suspend::new(async move {
                    match view.await {
                        Ok(view) => view,
                        Err(NotLoaded) => view! {
                            <NotLoadedNote sentence=|words| words.not_loaded() retry=retry/>
                        }
                        .into_any(),
                    }
                })
            }}
        </Suspense>
    }
}
