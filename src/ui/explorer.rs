//! The signals that every component reads, and the few ways in which they change.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::browser::{self, Step};
use super::{Library, Live, Trouble, Words, derived, library, whenever};
use crate::address::Address;
use crate::dataset::Lang;
use crate::explore::{Query, Results, Settings, View, ViewState};

/// With what the page begins.
#[derive(Clone, Debug)]
pub struct Start {
    /// The address's query string.
    pub query: String,
    /// The reader's language, unless the address names another.
    pub lang: Lang,
    /// The data, where it is at hand before the first paint.
    pub library: Option<Library>,
}

/// The page's state, at hand everywhere. It lives as long as the page, so that the many closures that hold it hold a
/// reference and no copy: a hundredth less for the page to load.
#[derive(Clone, Copy)]
pub struct Explorer(&'static Signals);

/// The state of the page. Everything else on it is derived.
pub struct Signals {
    /// What is on screen.
    pub state: ReadSignal<ViewState>,
    set_state: WriteSignal<ViewState>,
    /// Parts of the address that were passed over.
    pub ignored: RwSignal<Vec<String>>,
    /// The data, once it is here.
    pub library: RwSignal<Option<Library>>,
    /// Why there is no data.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The language in force.
    pub lang: Memo<Lang>,
    /// The part of the view state that decides which records are shown and in which order.
    pub narrowing: Memo<ViewState>,
    /// What is searched for, as terms to mark.
    pub search: Memo<Query>,
    /// What the view state shows.
    pub results: Memo<Arc<Results>>,
    /// Counts attempts at loading, so that a retry is a new one.
    attempt: RwSignal<usize>,
}

impl Deref for Explorer {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

impl Explorer {
    /// Begins with what is given. Nothing is loaded yet.
    pub fn new(start: Start) -> Self {
        let mut address = Address::read(&start.query);
        if let Some(library) = &start.library {
            address = address.known_to(library.vocabulary());
        }
        let (state, set_state) = signal(address.state);
        let library = RwSignal::new(start.library);
        let lang = derived(move || state.with(|state| state.lang).unwrap_or(start.lang));
        let narrowing = derived(move || ViewState {
            view: View::Cards,
            id: None,
            lang: None,
            data: None,
            settings: Settings::default(),
            ..state.get()
        });
        let search = derived(move || {
            let q = narrowing.with(|state| state.q.clone());
            library
                .with(|library| library.as_ref().map(|library| library.index.query(&q)))
                .unwrap_or_default()
        });
        let results = derived(move || {
            library.with(|library| {
                let found = library
                    .as_ref()
                    .map(|library| narrowing.with(|state| library.index.explore(state)));
                Arc::new(found.unwrap_or_default())
            })
        });
        let ignored = RwSignal::new(address.ignored);
        Self(Box::leak(Box::new(Signals {
            state,
            set_state,
            ignored,
            library,
            trouble: RwSignal::new(None),
            lang,
            narrowing,
            search,
            results,
            attempt: RwSignal::new(0),
        })))
    }

    /// The explorer of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The words of the language in force.
    pub fn words(&self) -> Words {
        Words(self.lang.get())
    }

    /// Words that follow the language. Boxed, as everything that is [`Live`].
    pub fn say<T: Into<String>>(self, say: impl Fn(Words) -> T + Send + 'static) -> Live<String> {
        Box::new(move || say(self.words()).into())
    }

    /// Shows another view state and writes it into the address.
    pub fn go(&self, state: ViewState, step: Step) {
        if self.state.with_untracked(|present| *present != state) {
            browser::set_query(&state.to_query(), step);
            self.set_state.set(state);
        }
    }

    /// Changes the view state.
    pub fn change(&self, step: Step, change: impl FnOnce(&mut ViewState)) {
        let mut state = self.state.get_untracked();
        change(&mut state);
        self.go(state, step);
    }

    /// Searches for what was typed. The first letter is a step of its own; those that follow change it.
    pub fn search_for(&self, typed: String) {
        let begins = self
            .state
            .with_untracked(|state| !state.is_searching() || state.view != View::Cards);
        self.change(if begins { Step::Push } else { Step::Replace }, |state| {
            state.q = typed;
            state.view = View::Cards;
            state.id = None;
        });
    }

    /// Shows what a link of the page leads to. The language and the data set of the present view stay.
    pub fn follow(&self, href: &str, step: Step) {
        self.go(Address::read(href).state, step);
    }

    /// A link to a changed view state.
    pub fn href(&self, change: impl FnOnce(&mut ViewState)) -> String {
        let mut state = self.state.get();
        change(&mut state);
        state.to_href()
    }

    /// A link to a changed view state, which follows the present one. Boxed, as everything that is [`Live`].
    pub fn link(self, change: impl Fn(&mut ViewState) + Send + 'static) -> Live<String> {
        Box::new(move || self.href(&change))
    }

    /// Closes the open record: one step back where it was opened here, else in place.
    pub fn close_record(&self) {
        if self.state.with_untracked(|state| state.id.is_none()) {
            return;
        }
        if browser::can_go_back() {
            browser::go_back();
        } else {
            self.change(Step::Replace, |state| state.id = None);
        }
    }

    /// Tries to load the data again.
    pub fn retry(&self) {
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Reads the address again, as after Back and Forward.
    pub fn read_address(&self) {
        let mut address = Address::read(&browser::query());
        if let Some(vocabulary) = self
            .library
            .with_untracked(|library| library.as_ref().map(|l| l.bundle.clone()))
        {
            address = address.known_to(&vocabulary.vocabulary);
        }
        self.ignored.set(address.ignored);
        self.set_state.set(address.state);
    }

    /// Loads the data of the language and data set in force, and what a search needs as soon as there is one.
    pub fn keep_loaded(self) {
        let wanted = derived(move || ViewState {
            lang: Some(self.lang.get()),
            data: self.state.with(|state| state.data.clone()),
            ..ViewState::default()
        });
        whenever(move || {
            let wants = wanted.get();
            self.attempt.track();
            leptos::task::spawn_local(async move {
                let lang = wants.lang.unwrap_or_default();
                let loaded = library::load(lang, wants.data.clone()).await;
                let typed = browser::take_over().await;
                // The reader may have gone on meanwhile.
                if wanted.get_untracked() == wants {
                    self.take(loaded);
                }
                if !typed.is_empty() {
                    self.search_for(typed);
                }
            });
        });
        let wants_texts = derived(move || {
            let searching = self.state.with(ViewState::is_searching);
            searching
                && self
                    .library
                    .with(|library| library.as_ref().is_some_and(|library| !library.is_complete))
        });
        whenever(move || {
            if !wants_texts.get() {
                return;
            }
            let Some(library) = self.library.get_untracked() else {
                return;
            };
            leptos::task::spawn_local(async move {
                let bundle = library.bundle.clone();
                // Without these words a search still finds names and summaries, so a failure is no trouble.
                if let Ok(complete) = library::complete(library).await
                    && self.library.with_untracked(|now| {
                        now.as_ref()
                            .is_some_and(|now| Arc::ptr_eq(&now.bundle, &bundle))
                    })
                {
                    self.library.set(Some(complete));
                }
            });
        });
    }

    fn take(&self, loaded: Result<Library, Trouble>) {
        match loaded {
            Ok(library) => {
                let state = self.state.get_untracked();
                let address = Address {
                    state: state.clone(),
                    ignored: self.ignored.get_untracked(),
                };
                let address = address.known_to(library.vocabulary());
                self.ignored.set(address.ignored);
                self.library.set(Some(library));
                self.trouble.set(None);
                if address.state != state {
                    self.set_state.set(address.state);
                }
            }
            Err(trouble) => self.trouble.set(Some(trouble)),
        }
    }
}
