//! The state of the page: one view state, what is loaded for it, and what both show.

use std::sync::Arc;

use crate::address::Address;
use crate::dataset::{Bundle, Lang};
use crate::explore::{Choices, Query, Results, Settings, View, ViewState};
use leptos::prelude::*;

use super::data::{DataSet, Wanted};
use super::history::{self, Entry, History};
use super::{Answers, BundleCard, Library, LoadError, MakeAnswers, Narrowing, Start, StaticLinks};
use explorer_core::i18n::Words;

/// The state of the page, which every component finds in the context. Everything on screen derives from it.
#[derive(Clone, Copy)]
pub struct AppState {
    /// What the address says: the one value that is set. Everything else here derives from it and from what is loaded.
    address: RwSignal<Address>,
    /// What of it decides which data is loaded.
    wanted: RwSignal<Wanted>,
    data: DataSet,
    pub(super) static_links: StoredValue<Option<StaticLinks>>,
    make_answers: RwSignal<Option<MakeAnswers>>,
    /// What answers searches and filters, once it is here.
    pub answers: Memo<Option<Arc<dyn Answers>>>,
    /// The view of the entry of the history behind the present one, where this page knows it.
    behind: StoredValue<Option<ViewState>>,
    /// The browser's address and history.
    pub history: History,
    /// What is on screen.
    pub view_state: Memo<ViewState>,
    /// The same as it last was at rest: while one types or drags, what need not follow each letter waits for the last.
    pub rested: Memo<ViewState>,
    /// Parts of the address that mean nothing, as written.
    pub ignored: Memo<Vec<String>>,
    /// Which view.
    pub view: Memo<View>,
    /// What narrows the records, and their order.
    pub narrowing: Memo<Narrowing>,
    /// What is chosen in each facet.
    pub choices: Memo<Choices>,
    /// The open record.
    pub id: Memo<Option<String>>,
    /// Lesson, game and frame.
    pub settings: Memo<Settings>,
    /// The language in force.
    pub lang: Memo<Lang>,
    /// The data, once it is here.
    pub library: Memo<Option<Library>>,
    /// Its cards and vocabulary. It notifies only when they are replaced, not when the texts for searching arrive.
    pub bundle: Memo<Option<Arc<Bundle>>>,
    /// Why the data in force could not be loaded.
    pub load_error: Memo<Option<LoadError>>,
    /// What is searched for, as terms.
    pub query: Memo<Query>,
    /// The matching records in order, and the counts.
    pub results: Memo<Arc<Results>>,
    /// Those of what was last at rest.
    pub rested_results: Memo<Arc<Results>>,
}

impl AppState {
    /// The state of a page that begins so; it loads what it needs, unless that is given.
    pub fn new(start: Start) -> Self {
        let address = Address::read(&start.query);
        let wanted = RwSignal::new(Wanted::of(&address));
        let address = RwSignal::new(address);
        let lang = Memo::new(move |_| wanted.with(|wanted| wanted.lang).unwrap_or(start.lang));
        let data = DataSet::new(wanted, lang, start.library);
        let library = data.library;
        // Choices that the vocabulary does not know are passed over, once it is here.
        let known = Memo::new(move |_| {
            library.with(|library| match library {
                Some(library) => address.get().known_to(library.vocabulary()),
                None => address.get(),
            })
        });
        let view_state = Memo::new(move |_| known.with(|known| known.state.clone()));
        let narrowing = slice(view_state, Narrowing::of);
        let make_answers = RwSignal::new(start.answers);
        let answers = Memo::new_with_compare(
            move |_| library.with(|library| Some(make_answers.get()?(library.as_ref()?))),
            |a, b| identity(a) != identity(b),
        );
        let results = Memo::new(move |_| {
            // Read, not only tracked: a memo that nobody has read yet follows nothing.
            let _ = narrowing.read();
            let results = answers.with(|answers| {
                let answers = answers.as_ref()?;
                Some(view_state.with_untracked(|state| answers.explore(state)))
            });
            Arc::new(results.unwrap_or_default())
        });
        let query = Memo::new(move |_| results.with(|results| results.query.clone()));
        let bundle = Memo::new_with_compare(
            move |_| library.with(|library| Some(library.as_ref()?.bundle.clone())),
            |a, b| identity(a) != identity(b),
        );
        let history = History::attach();
        Self {
            address,
            wanted,
            data,
            static_links: StoredValue::new(start.static_links),
            make_answers,
            answers,
            behind: StoredValue::new(None),
            history,
            view_state,
            rested: history.rested(view_state),
            ignored: Memo::new(move |_| known.with(|known| known.ignored.clone())),
            view: slice(view_state, |state| state.view),
            narrowing,
            choices: slice(view_state, |state| state.choices.clone()),
            id: slice(view_state, |state| state.id.clone()),
            settings: slice(view_state, |state| state.settings.clone()),
            lang,
            library,
            bundle,
            load_error: data.error,
            query,
            results,
            rested_results: history.rested(results),
        }
    }

    /// The state of the page around a component.
    ///
    /// # Panics
    /// Outside the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The words of the language in force.
    pub fn words(self) -> Words {
        Words(self.lang.get())
    }

    /// Words that follow the language.
    pub fn say<T: Into<String>>(
        self,
        say: impl Fn(Words) -> T + Send + Sync + 'static,
    ) -> ArcSignal<String> {
        ArcSignal::derive(move || say(self.words()).into())
    }

    /// What a changed view state would show. It follows the answers; the view state is for the caller to follow.
    pub fn explore_with(self, change: impl FnOnce(&ViewState) -> ViewState) -> Arc<Results> {
        let state = self.view_state.with_untracked(change);
        self.answers.with(|answers| {
            let results = answers.as_ref().map(|answers| answers.explore(&state));
            Arc::new(results.unwrap_or_default())
        })
    }

    /// How many records match.
    pub fn total(self) -> usize {
        self.results.with(|results| results.cards.len())
    }

    /// How many matched when the view state last was at rest.
    pub fn rested_total(self) -> usize {
        self.rested_results.with(|results| results.cards.len())
    }

    /// The first cards of some results.
    pub fn first_cards(self, results: &Results, count: usize) -> Vec<BundleCard> {
        self.bundle.with(|bundle| {
            let Some(bundle) = bundle else {
                return Vec::new();
            };
            let places = results.cards.iter().take(count);
            places
                .filter_map(|place| BundleCard::at(bundle, *place as usize))
                .collect()
        })
    }

    /// Takes what makes the answers to searches and filters.
    pub fn answer_with(self, make: MakeAnswers) {
        self.make_answers.set(Some(make));
    }

    /// Whether this is a page that stands without the program.
    pub fn is_static(self) -> bool {
        self.static_links.with_value(Option::is_some)
    }

    /// Shows another view state, and writes it into the address.
    pub fn navigate(self, state: ViewState, entry: Entry) {
        let present = self.view_state.get_untracked();
        if present != state {
            self.history.write(state.to_query(), entry);
            if matches!(entry, Entry::Push | Entry::PushFirst) {
                self.behind.set_value(Some(present));
            }
            let ignored = self.ignored.get_untracked();
            self.show(Address { state, ignored });
        }
    }

    /// Shows what an address says.
    fn show(self, address: Address) {
        let wanted = Wanted::of(&address);
        if self.wanted.with_untracked(|before| *before != wanted) {
            self.wanted.set(wanted);
        }
        self.address.set(address);
    }

    /// Changes the view state.
    pub fn change(self, entry: Entry, change: impl FnOnce(&mut ViewState)) {
        let mut state = self.view_state.get_untracked();
        change(&mut state);
        self.navigate(state, entry);
    }

    /// Searches for what was typed. The first letter makes an entry in the history; those that follow change it.
    pub fn search_for(self, typed: String) {
        let begins = self
            .view_state
            .with_untracked(|state| !state.is_searching() || state.view.main() != View::Cards);
        let entry = if begins {
            Entry::PushFirst
        } else {
            Entry::ReplaceAtRest
        };
        self.change(entry, |state| {
            state.q = typed;
            if state.view.main() != View::Cards {
                state.view = View::Cards;
            }
            state.id = None;
        });
    }

    /// Shows what a link of the page leads to. One that leads from the open record to another takes its entry in the
    /// history, so that Back closes the record however many were looked at.
    pub fn follow(self, href: &str, entry: Entry) {
        let state = Address::read(href).state;
        let is_between_records = state.id.is_some() && self.id.with_untracked(Option::is_some);
        let entry = if is_between_records {
            Entry::ReplaceAtRest
        } else {
            entry
        };
        self.navigate(state, entry);
    }

    /// Opens a record, as a link to it does.
    pub fn open_record(self, id: String) {
        let href = self.href(|state| state.id = Some(id));
        self.follow(&href, Entry::Push);
    }

    /// Closes the open record: one entry back where that shows the same without it, else in place.
    pub fn close_record(self) {
        if self.id.with_untracked(Option::is_none) {
            return;
        }
        let mut closed = self.view_state.get_untracked();
        closed.id = None;
        let is_behind = self
            .behind
            .with_value(|behind| behind.as_ref() == Some(&closed));
        if is_behind && self.history.can_go_back() {
            self.history.go_back();
        } else {
            self.navigate(closed, Entry::Replace);
        }
    }

    /// Makes ready for a search.
    pub fn prepare_search(self) {
        self.data.want_texts();
    }

    /// Tries again to load the data.
    pub fn retry(self) {
        self.data.retry();
    }

    /// Reads the address again, as after Back and Forward.
    pub fn read_address(self) {
        self.history.forget();
        self.behind.set_value(None);
        self.show(Address::read(&history::query()));
    }

    /// Says no more which parts of the address mean nothing.
    pub fn dismiss_ignored(self) {
        let state = self.view_state.get_untracked();
        self.show(Address {
            state,
            ignored: Vec::new(),
        });
    }
}

/// What tells one shared value from another, whatever is in them.
fn identity<T: ?Sized>(shared: Option<&Option<Arc<T>>>) -> Option<*const ()> {
    Some(Arc::as_ptr(shared?.as_ref()?).cast())
}

/// A part of the view state, which notifies only when it has changed.
fn slice<T: PartialEq + Send + Sync + 'static>(
    state: Memo<ViewState>,
    part: impl Fn(&ViewState) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |_| state.with(&part))
}
