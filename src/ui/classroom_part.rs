//! The classroom as the page holds it: a chunk that is loaded with the first lesson or game, and the dialog that shares a view.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::AppState;
use super::chunks::{self, ShowShare};
use super::classroom::Views;
use super::components::{Chunk, ChunkNote, ChunkView, NotLoadedNote};
use crate::explore::{Setting, View, ViewState};

/// The page's classroom.
#[derive(Clone, Copy)]
pub struct ClassroomPart {
    app: AppState,
    views: Chunk<Views>,
    /// The view that is being shared.
    shared: RwSignal<Option<ViewState>>,
}

impl ClassroomPart {
    /// A classroom that is loaded as soon as the page shows something of it, and asked for again by each further view
    /// that does.
    pub fn new(app: AppState) -> Self {
        // What owns that which lives as long as the page.
        let owner = Owner::current().unwrap_or_default();
        let views = Chunk::new(move || {
            let owner = owner.clone();
            async move {
                let views = chunks::classroom().await?;
                owner.with(views.provide);
                Ok(views)
            }
        });
        Effect::new(move || {
            let is_ready = app.library.with(Option::is_some);
            let is_needed = app
                .view_state
                .with(|state| state.view == View::Class || has_lesson(state));
            if is_ready && is_needed {
                views.load();
            }
        });
        Self {
            app,
            views,
            shared: RwSignal::new(None),
        }
    }

    /// What the lesson or the game on screen is called.
    pub fn title(self) -> Option<String> {
        (self.views.get()?.title)()
    }

    /// Offers ways to share the view on screen.
    pub fn share(self) {
        self.shared.set(Some(self.app.view_state.get_untracked()));
    }
}

/// Whether a lesson stands above the view.
fn has_lesson(state: &ViewState) -> bool {
    state.settings.of(Setting::Lesson).is_some()
}

/// That the classroom did not arrive, where a lesson should stand above the view. The view for the class says so itself.
#[component]
pub fn ClassroomNote() -> impl IntoView {
    let app = AppState::expect();
    let chunk = expect_context::<ClassroomPart>().views;
    let is_needed = move || {
        app.view_state
            .with(|state| state.view != View::Class && has_lesson(state))
    };
    view! {
        <Show when=move || is_needed() && chunk.is_missing()><NotLoadedNote chunk=chunk/></Show>
    }
}

/// The view for the class.
#[component]
pub fn ClassPlace() -> impl IntoView {
    let app = AppState::expect();
    let chunk = expect_context::<ClassroomPart>().views;
    view! {
        <div id="class">
            <ChunkView chunk=chunk show=|views: Views| (views.class)()>
                <h1 class="visually-hidden">{app.say(|words| words.view_class())}</h1>
                <ChunkNote chunk=chunk/>
            </ChunkView>
        </div>
    }
}

/// The lesson that is being taken or made, above every view.
#[component]
pub fn LessonBar() -> impl IntoView {
    let app = AppState::expect();
    let part = expect_context::<ClassroomPart>();
    let is_ready = Memo::new(move |_| app.library.with(Option::is_some));
    view! {
        <div id="lesson">
            {move || part.views.get().filter(|_| is_ready.get()).map(|views| (views.lesson)())}
        </div>
    }
}

/// The dialog that shares a view. It is always there, so that the browser gives the focus back.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let app = AppState::expect();
    let part = expect_context::<ClassroomPart>();
    let dialog = NodeRef::<Dialog>::new();
    let close = Callback::new(move |()| part.shared.set(None));
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if part.shared.with(Option::is_some) {
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    view! {
        <dialog
            id="share"
            class="share"
            aria-label=app.say(|words| words.share_title())
            node_ref=dialog
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                close.run(());
            }
        >
            {move || part.shared.get().map(|state| view! {
                <ChunkView chunk=Chunk::new(chunks::share) show=move |show: ShowShare| show(state.clone(), close)/>
            })}
        </dialog>
    }
}
