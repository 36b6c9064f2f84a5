//! A view that comes with a chunk of the program, and what stands in its place until it is here.

use leptos::prelude::*;

use super::Chunk;
use crate::ui::{AppState, Words};

/// A view that comes with a chunk. No `Suspense`: what the view loads itself must not take it away again.
#[component]
pub fn ChunkView<V, S>(
    /// The chunk. Showing it loads it.
    chunk: Chunk<V>,
    /// Makes the view of what the chunk offers.
    show: S,
    /// What stands in its place until it is here: by default, a [`ChunkNote`].
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView
where
    V: Copy + Send + Sync + 'static,
    S: Fn(V) -> AnyView + Send + Sync + 'static,
{
    chunk.load();
    let place = move || match &children {
        Some(children) => children().into_any(),
        None => view! { <ChunkNote chunk=chunk/> }.into_any(),
    };
    view! {
        <Show when=move || chunk.get().is_some() fallback=place>{chunk.get().map(&show)}</Show>
    }
}

/// That a chunk is on its way, or that it did not arrive.
#[component]
pub fn ChunkNote<V>(chunk: Chunk<V>) -> impl IntoView
where
    V: Copy + Send + Sync + 'static,
{
    let app = AppState::expect();
    view! {
        <Show when=move || chunk.is_missing() fallback=move || view! {
            <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p>
        }>
            <NotLoadedNote chunk=chunk/>
        </Show>
    }
}

/// That a chunk did not arrive, and a button that tries again.
#[component]
pub fn NotLoadedNote<V>(
    /// The chunk.
    chunk: Chunk<V>,
    /// What is said.
    #[prop(default = |words| words.not_loaded())]
    sentence: fn(Words) -> &'static str,
) -> impl IntoView
where
    V: Copy + Send + Sync + 'static,
{
    let app = AppState::expect();
    view! {
        <div class="trouble" role="alert">
            <p class="trouble-sentence">{app.say(sentence)}</p>
            <button type="button" class="button" on:click=move |_| chunk.load()>
                {app.say(|words| words.retry())}
            </button>
        </div>
    }
}
