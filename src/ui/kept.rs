//! The reader's own collection, which the browser keeps: one for each data set.

use leptos::prelude::*;

use super::{AppState, Library, Words, browser, format};
use crate::dataset::{Bundle, Card};
use crate::explore::{Collection, View, ViewState};

/// Under which name the browser keeps it: this, and the address of the data set where it is not the explorer's own.
const NAME: &str = "explorer-kept:";
/// Under which names the browser kept one for all data sets, and its title. What a data set has of it begins its own.
const FORMER: [&str; 2] = ["explorer-kept", "explorer-kept-title"];

/// What the reader has to know of the record that was kept last, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptNote {
    /// There was no room for it.
    Full,
    /// The browser forgets it with the tab.
    Passing,
}

/// The reader's own collection of the data set on screen. The page has it in its context; pages that stand without the
/// program have none.
#[derive(Clone, Copy)]
pub struct Kept {
    app: AppState,
    own: Memo<Collection>,
    /// What was changed in this tab, by the name under which the browser keeps it.
    changed: RwSignal<Vec<(String, Collection)>>,
    /// What the reader has to know.
    pub note: RwSignal<Option<KeptNote>>,
}

impl Kept {
    /// What the browser keeps, and from now on what is changed in another tab.
    pub fn remembered(app: AppState) -> Self {
        let changed = RwSignal::new(Vec::new());
        let own = Memo::new(move |_| {
            app.library.with(|library| {
                library
                    .as_ref()
                    .map(|library| {
                        let name = name(library);
                        changed
                            .with(|changed| of_name(changed, &name).cloned())
                            .unwrap_or_else(|| stored(&name, &library.bundle))
                    })
                    .unwrap_or_default()
            })
        });
        Effect::new(move || {
            // Only another tab tells this one, so that the browser has what both have changed.
            let heard = window_event_listener_untyped("storage", move |_| changed.set(Vec::new()));
            on_cleanup(move || heard.remove());
        });
        Self {
            app,
            own,
            changed,
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
    pub fn view(self) -> Option<ViewState> {
        let app = self.app;
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
            self.write(list.clone());
        }
    }

    /// Changes what is kept; the change says whether there was room for all.
    fn change(self, change: impl FnOnce(&mut Collection) -> bool) {
        let mut own = self.own.get_untracked();
        let is_first = own.is_empty();
        if own.is_full() {
            // What the data has no more makes room.
            self.app.bundle.with_untracked(|bundle| {
                own.retain(|id| {
                    bundle
                        .as_ref()
                        .is_some_and(|bundle| bundle.place_of(id).is_some())
                });
            });
        }
        let has_room = change(&mut own);
        if own.is_empty() {
            own.title.clear();
        }
        let is_stored = self.write(own);
        let note = match (has_room, is_stored) {
            (false, _) => Some(KeptNote::Full),
            // Said once, not of each further one.
            (true, false) if is_first => Some(KeptNote::Passing),
            _ => None,
        };
        self.note.set(note);
    }

    /// Keeps this one, here and in the browser; false where the browser does not let a page remember.
    fn write(self, own: Collection) -> bool {
        let name = self
            .app
            .library
            .with_untracked(|library| library.as_ref().map(name));
        let Some(name) = name else {
            return true;
        };
        let is_stored = browser::store(&name, &[&own.joined(), "\n", &own.title].concat());
        self.changed.update(|changed| {
            changed.retain(|(other, _)| *other != name);
            changed.push((name, own));
        });
        is_stored
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

/// Under which name the browser keeps the collection of a data set.
fn name(library: &Library) -> String {
    [NAME, library.data.as_deref().unwrap_or_default()].concat()
}

fn of_name<'a>(changed: &'a [(String, Collection)], name: &str) -> Option<&'a Collection> {
    let (_, own) = changed.iter().find(|(other, _)| other == name)?;
    Some(own)
}

/// What the browser keeps under a name. Where it keeps nothing, it is what the data set has of the one for all.
fn stored(name: &str, bundle: &Bundle) -> Collection {
    let mut own = Collection::default();
    if let Some(kept) = browser::stored(name) {
        let (ids, title) = kept.split_once('\n').unwrap_or((&kept, ""));
        own.read(ids);
        title.clone_into(&mut own.title);
        return own;
    }
    let [ids, title] = FORMER.map(|name| browser::stored(name).unwrap_or_default());
    own.read(&ids);
    own.retain(|id| bundle.place_of(id).is_some());
    if !own.is_empty() {
        own.title = title;
    }
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
    let own = use_context::<Kept>().map(|kept| Memo::new(move |_| kept.view()));
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
