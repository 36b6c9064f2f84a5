//! The classroom as the page holds it: a chunk that is loaded with the first lesson or game, or to share a view.

use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::AppState;
use super::chunks::{self, ShowShare};
use super::classroom::Views;
use super::components::{ChunkView, NotLoadedNote};
use crate::explore::{Setting, View, ViewState};

/// The page's classroom.
#[derive(Clone, Copy)]
pub struct ClassroomPart {
    app: AppState,
    /// What owns that which lives as long as the page.
    owner: StoredValue<Owner>,
    views: RwSignal<Option<Views>>,
    is_loading: StoredValue<bool>,
    /// The view that is being shared.
    shared: RwSignal<Option<ViewState>>,
    /// What there was on screen when the classroom did not arrive.
    missed: RwSignal<Option<ViewState>>,
}

impl ClassroomPart {
    /// A classroom that is loaded as soon as the page shows something of it.
    pub fn new(app: AppState) -> Self {
        let part = Self {
            app,
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            views: RwSignal::new(None),
            is_loading: StoredValue::new(false),
            shared: RwSignal::new(None),
            missed: RwSignal::new(None),
        };
        Effect::new(move || {
            let is_ready = app.library.with(Option::is_some);
            let is_needed = app.view_state.with(|state| {
                state.view == View::Class || state.settings.of(Setting::Lesson).is_some()
            });
            if is_ready && is_needed {
                part.load();
            }
        });
        part
    }

    /// What the lesson or the game on screen is called.
    pub fn title(self) -> Option<String> {
        (self.views.get()?.title)()
    }

    /// Offers ways to share the view on screen.
    pub fn share(self) {
        self.shared.set(Some(self.app.view_state.get_untracked()));
    }

    /// Whether the view on screen needs it and it did not arrive.
    fn is_missing(self) -> bool {
        self.missed.with(|missed| {
            let missed = missed.as_ref();
            missed.is_some_and(|missed| self.app.view_state.with(|state| state == missed))
        })
    }

    fn load(self) {
        if self.views.with_untracked(Option::is_some) || self.is_loading.get_value() {
            return;
        }
        self.is_loading.set_value(true);
        spawn_local(async move {
            let views = chunks::classroom().await;
            self.is_loading.set_value(false);
            if let Ok(views) = views {
                self.owner.with_value(|owner| owner.with(views.provide));
                self.views.set(Some(views));
                self.missed.set(None);
            } else {
                self.missed.set(Some(self.app.view_state.get_untracked()));
            }
        });
    }
}

/// That the classroom did not arrive, where the view on screen needs it.
#[component]
pub fn ClassroomNote() -> impl IntoView {
    let part = expect_context::<ClassroomPart>();
    view! {
        <Show when=move || part.is_missing()>
            <NotLoadedNote sentence=|words| words.not_loaded() retry=move |()| part.load()/>
        </Show>
    }
}

/// The view for the class.
#[component]
pub fn ClassPlace() -> impl IntoView {
    let app = AppState::expect();
    let part = expect_context::<ClassroomPart>();
    let placeholder = move || {
        view! {
            <h1 class="visually-hidden">{app.say(|words| words.view_class())}</h1>
            <Show when=move || !part.is_missing()>
                <p class="waiting" role="status" aria-busy="true">{app.say(|words| words.loading())}</p>
            </Show>
        }
        .into_any()
    };
    view! {
        <div id="class">
            {move || part.views.get().map_or_else(placeholder, |views| (views.class)())}
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
                <ChunkView load=chunks::share show=move |show: ShowShare| show(state.clone(), close)/>
            })}
        </dialog>
    }
}
