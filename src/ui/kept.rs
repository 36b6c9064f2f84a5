//! The reader's own collection, which the browser keeps.

use leptos::prelude::*;

use super::{AppState, Words, browser, format};
use crate::dataset::Card;
use crate::explore::{Collection, View, ViewState};

/// Under which name the browser keeps it, and under which its title.
const NAME: &str = "explorer-kept";
const TITLE: &str = "explorer-kept-title";

/// What the reader has to know of the record that was kept last, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptNote {
    /// There was no room for it.
    Full,
    /// The browser forgets it with the tab.
    Passing,
}

/// The reader's own collection. The page has it in its context; pages that stand without the program have none.
#[derive(Clone, Copy)]
pub struct Kept {
    own: RwSignal<Collection>,
    /// What the reader has to know.
    pub note: RwSignal<Option<KeptNote>>,
}

impl Kept {
    /// What the browser keeps, and from now on what is changed in another tab.
    pub fn remembered() -> Self {
        let own = RwSignal::new(stored());
        Effect::new(move || {
            let listener = window_event_listener_untyped("storage", move |_| own.set(stored()));
            on_cleanup(move || listener.remove());
        });
        Self {
            own,
            note: RwSignal::new(None),
        }
    }

    /// Whether a record is kept, under its id or a former one.
    pub fn has(self, card: &Card) -> bool {
        self.own.with(|own| holds(own, card))
    }

    /// Keeps a record, or no longer.
    pub fn toggle(self, card: &Card) {
        let is_kept = untrack(|| self.has(card));
        self.change(|own| {
            own.retain(|id| !is_of(card, id));
            is_kept || own.insert(&card.id)
        });
    }

    /// Keeps records, as many of them as there is room for.
    pub fn keep_all<'a>(self, cards: impl Iterator<Item = &'a Card>) {
        self.change(|own| {
            let mut has_room = true;
            for card in cards {
                has_room &= holds(own, card) || own.insert(&card.id);
            }
            has_room
        });
    }

    /// The address of the cards that are kept and that the data on screen has; nothing where there are none.
    pub fn view(self, app: AppState) -> Option<ViewState> {
        let mut list = Collection::default();
        app.bundle.with(|bundle| {
            let bundle = bundle.as_ref()?;
            self.own.with(|own| {
                for place in own.ids().iter().filter_map(|id| bundle.place_of(id)) {
                    list.insert(&bundle.cards[place].id);
                }
                list.title.clone_from(&own.title);
            });
            (!list.is_empty()).then(|| ViewState {
                view: View::Cards,
                list,
                sort: None,
                ..app.rested.get().cleared()
            })
        })
    }

    /// Gives the collection a title where a list holds what it holds. A list that somebody else has made stays theirs.
    pub fn rename(self, list: &Collection) {
        let is_own = self.own.with_untracked(|own| own.ids() == list.ids());
        if is_own {
            self.own.update(|own| own.title.clone_from(&list.title));
            browser::store(TITLE, &list.title);
        }
    }

    /// Changes what is kept; the change says whether there was room for all.
    fn change(self, change: impl FnOnce(&mut Collection) -> bool) {
        let mut own = self.own.get_untracked();
        let is_first = own.is_empty();
        let has_room = change(&mut own);
        if own.is_empty() {
            own.title.clear();
            browser::store(TITLE, "");
        }
        let is_stored = browser::store(NAME, &own.joined());
        let note = match (has_room, is_stored) {
            (false, _) => Some(KeptNote::Full),
            // Said once, not of each further one.
            (true, false) if is_first => Some(KeptNote::Passing),
            _ => None,
        };
        self.own.set(own);
        self.note.set(note);
    }
}

/// Whether a record is in a collection, under its id or a former one.
fn holds(own: &Collection, card: &Card) -> bool {
    own.ids().iter().any(|id| is_of(card, id))
}

/// Whether an id is one of a record's.
fn is_of(card: &Card, id: &str) -> bool {
    card.id == id || card.aliases.iter().any(|alias| alias == id)
}

fn stored() -> Collection {
    let mut own = Collection::default();
    own.read(&browser::stored(NAME).unwrap_or_default());
    own.title = browser::stored(TITLE).unwrap_or_default();
    own
}

/// What a collection is called, where it has a title; else what it is.
pub fn collection_name(words: Words, list: &Collection) -> String {
    let title = list.title.trim();
    if title.is_empty() {
        words.collection_of(list.ids().len())
    } else {
        format::isolated(title).into_owned()
    }
}

/// The way to the reader's own collection, where there is one.
#[component]
pub fn KeptLink() -> impl IntoView {
    let app = AppState::expect();
    let own = use_context::<Kept>().map(|kept| Memo::new(move |_| kept.view(app)));
    move || {
        let view = own?.get()?;
        let count = view.list.ids().len();
        let name = app.words().kept(count);
        Some(view! {
            <a class="scheme kept" href=view.to_href() aria-label=name.clone() title=name>
                <StarSign/>
                <span aria-hidden="true">{count}</span>
            </a>
        })
    }
}

/// The sign of what is kept.
#[component]
pub fn StarSign() -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m12 3 2.8 5.8 6.2.9-4.5 4.4 1.1 6.3-5.6-3-5.6 3 1.1-6.3L3 9.7l6.2-.9z"/></svg>
    }
}
