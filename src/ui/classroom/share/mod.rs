//! Ways to share a view: a link, a code for a phone's camera, and for pages a marked link, a frame, an element.

mod choices;
mod code;
mod copy_line;
mod services;
mod shared_view;

use crate::ui::classroom::said::word;
use leptos::html::{Details, H2};
use leptos::prelude::*;

use crate::explore::ViewState;
use crate::ui::components::Copying;
use crate::ui::{AppState, browser};
use choices::ShareChoices;
pub use code::ShareCode;
use copy_line::CopyLine;
use services::ShareServices;
pub use shared_view::SharedView;

/// How tall the preview is where no height is chosen, in pixels.
const PREVIEW: u16 = 400;

/// What the dialog holds.
#[component]
pub fn ShareView(
    /// The view to share.
    state: ViewState,
    /// Closes the dialog.
    close: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    let shared = RwSignal::new(SharedView::new(state, &browser::page()));
    let copying = Copying::new();
    let note = app.say(move |words| copying.sentence(words).unwrap_or_default());
    let link = Signal::derive(move || shared.with(SharedView::link));
    let frame = Signal::derive(move || shared.with(|shared| shared.frame(app.words().title())));
    let marked =
        Signal::derive(move || shared.with(|shared| shared.marked_link(app.words().title())));
    let element = Signal::derive(move || shared.with(SharedView::element));
    view! {
        <ShareHead close=close/>
        <ShareChoices shared=shared/>
        <CopyLine id="share-link" label=|words| words.share_link() text=link copying=copying/>
        <ShareServices shared=shared/>
        <ShareCode link=link/>
        <CopyLine id="share-marked" label=|words| words.share_marked() text=marked copying=copying/>
        <CopyLine id="share-frame" label=|words| words.share_frame() text=frame copying=copying/>
        <CopyLine id="share-element" label=|words| words.share_element() text=element copying=copying/>
        <p id="share-note" class="lesson-note" role="status">{note}</p>
        <SharePreview shared=shared/>
    }
    .into_any()
}

/// What is done here, and the way out.
#[component]
fn ShareHead(close: Callback<()>) -> impl IntoView {
    let title = NodeRef::<H2>::new();
    Effect::new(move || {
        if let Some(title) = title.get() {
            // By then the dialog is open, which has moved the focus itself.
            request_animation_frame(move || drop(title.focus()));
        }
    });
    view! {
        <div class="share-head">
            <h2 id="share-title" tabindex="-1" node_ref=title>{word(|words| words.share_title())}</h2>
            <button
                type="button"
                class="close"
                aria-label=word(|words| words.close())
                on:click=move |_| close.run(())
            >
                "×"
            </button>
        </div>
    }
}

/// The frame as others will see it, folded away.
#[component]
fn SharePreview(shared: RwSignal<SharedView>) -> impl IntoView {
    let address = Memo::new(move |_| shared.with(SharedView::frame_address));
    let height = move || shared.with(|shared| shared.height.unwrap_or(PREVIEW));
    let details = NodeRef::<Details>::new();
    let is_open = RwSignal::new(false);
    let toggle = move |_| {
        let details = details.get_untracked();
        is_open.set(details.is_some_and(|details| details.open()));
    };
    let frame = move |address: String| {
        view! { <iframe title=word(|words| words.share_preview()) height=height src=address></iframe> }
    };
    view! {
        <details class="share-preview" node_ref=details on:toggle=toggle>
            <summary>{word(|words| words.share_preview())}</summary>
            // A frame that went to another address would leave an entry in the page's history.
            <For each=move || is_open.get().then(|| address.get()) key=String::clone children=frame/>
        </details>
    }
    .into_any()
}
