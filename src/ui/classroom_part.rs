//! The classroom as the page holds it: loaded with the first lesson or game, or to share a view, and told from then on
//! what the page shows.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::AppState;
use super::chunks::{self, NotLoaded};
use super::classroom::{Classroom, ClassroomHost};
use crate::dataset::{Bundle, Lang};
use crate::explore::{Setting, View, ViewState};
use crate::state;

/// What the classroom is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    /// Show what the address asks of it.
    Show,
    /// Share the view on screen.
    Share,
}

/// The page's classroom.
#[derive(Clone, Copy)]
pub struct ClassroomPart {
    app: AppState,
    classroom: StoredValue<Option<Rc<dyn Classroom>>, LocalStorage>,
    /// What it could not do, since it did not arrive, and the view on screen then.
    missed: RwSignal<Option<(Task, ViewState)>>,
    /// What the lesson or the game on screen is called.
    pub title: RwSignal<Option<String>>,
}

impl ClassroomPart {
    /// A classroom that is not loaded yet.
    pub fn new(app: AppState) -> Self {
        Self {
            app,
            classroom: StoredValue::new_local(None),
            missed: RwSignal::new(None),
            title: RwSignal::new(None),
        }
    }

    /// Whether the view on screen needs it and it could not be loaded.
    pub fn is_missing(self) -> bool {
        self.missed.with(|missed| {
            let missed = missed.as_ref();
            missed.is_some_and(|(_, view)| self.app.view_state.with(|state| state == view))
        })
    }

    /// Offers ways to share the view on screen.
    pub fn share(self) {
        self.ask(Task::Share);
    }

    /// Tries again what failed.
    pub fn retry(self) {
        if let Some((task, _)) = self.missed.get_untracked() {
            self.ask(task);
        }
    }

    /// Tells the classroom of each view, from the first on that needs it.
    pub fn follow_page(self) {
        let Self { app, .. } = self;
        Effect::new(move || {
            let _ = app.lang.read();
            let is_ready = app.library.with(Option::is_some);
            let needs = app.view_state.with(|state| {
                state.view == View::Class || state.settings.of(Setting::Lesson).is_some()
            });
            let is_open = self.classroom.with_value(Option::is_some);
            if is_ready && (needs || is_open) {
                self.ask(Task::Show);
            }
        });
    }

    fn ask(self, task: Task) {
        // By the time this runs, the view has drawn the elements that the classroom fills.
        spawn_local(async move {
            let classroom = self.loaded().await;
            let (state, lang, cards) = self.on_screen();
            let missed = classroom.is_err().then(|| (task, state.clone()));
            if self.missed.with_untracked(|before| *before != missed) {
                self.missed.set(missed);
            }
            let Ok(classroom) = classroom else { return };
            match task {
                Task::Show => classroom.show(state, lang, cards),
                Task::Share => classroom.share(state, lang, cards),
            }
        });
    }

    async fn loaded(self) -> Result<Rc<dyn Classroom>, NotLoaded> {
        let open = chunks::classroom().await?;
        let classroom = self.classroom.try_update_value(|classroom| {
            let host = || ClassroomHost {
                file: Box::new(move |name| Box::pin(self.file(name))),
                go: Box::new(move |state, step| self.app.navigate(state, step)),
                name: Box::new(move |title| {
                    if self.title.with_untracked(|before| *before != title) {
                        self.title.set(title);
                    }
                }),
            };
            classroom.get_or_insert_with(|| open(host())).clone()
        });
        classroom.ok_or(NotLoaded)
    }

    async fn file(self, name: String) -> Option<String> {
        let data = self
            .app
            .view_state
            .with_untracked(|state| state.data.clone());
        state::file(data.as_deref(), &name).await.ok()
    }

    fn on_screen(self) -> (ViewState, Lang, Option<Arc<Bundle>>) {
        let cards = self
            .app
            .library
            .with_untracked(|library| library.as_ref().map(|library| library.bundle.clone()));
        (
            self.app.view_state.get_untracked(),
            self.app.lang.get_untracked(),
            cards,
        )
    }
}
