//! A view that comes with a chunk of the program.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::NotLoadedNote;
use crate::ui::AppState;
use crate::ui::chunks::NotLoaded;

/// A view that comes with a chunk, or a sentence and another try where that did not arrive. No `Suspense`: what the view
/// loads itself must not take it away again.
#[component]
pub fn ChunkView<V, L, F, S>(
    /// Loads the chunk: what it offers.
    load: L,
    /// Makes the view of what the chunk offers.
    show: S,
) -> impl IntoView
where
    V: Copy + Send + Sync + 'static,
    L: Fn() -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Result<V, NotLoaded>> + 'static,
    S: Fn(V) -> AnyView + Send + 'static,
{
    let app = AppState::expect();
    let chunk = RwSignal::new(None::<Result<V, NotLoaded>>);
    let ask = move || {
        chunk.set(None);
        let loading = load();
        spawn_local(async move {
            let loaded = loading.await;
            // Nobody may want it any more.
            chunk.try_set(Some(loaded));
        });
    };
    ask();
    move || match chunk.get() {
        Some(Ok(offered)) => show(offered),
        Some(Err(NotLoaded)) => view! {
            <NotLoadedNote sentence=|words| words.not_loaded() retry=move |()| ask()/>
        }
        .into_any(),
        None => view! {
            <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p>
        }
        .into_any(),
    }
}
