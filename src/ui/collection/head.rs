//! What stands above the records of a collection.

use leptos::prelude::*;

use super::ways::CollectionWays;
use crate::explore::Collection;
use crate::ui::kept::collection_name;
use crate::ui::{AppState, Words, format};

/// How many of the ids that the data does not have are named.
const NAMED: usize = 5;

/// The collection in the address: its title, what the data does not have of it, and what can be done with it.
#[component]
pub fn CollectionHead() -> impl IntoView {
    let app = AppState::expect();
    let list = Memo::new(move |_| app.view_state.with(|state| state.list.clone()));
    view! {
        <section class="collection" aria-labelledby="collection-name">
            <h2 class="organisation-name" id="collection-name">
                {app.say(move |words| list.with(|list| collection_name(words, list)))}
            </h2>
            <p class="collection-hint">{app.say(|words| words.collection_hint())}</p>
            <LeftOut list=list/>
            <CollectionWays list=list/>
        </section>
    }
}

/// What the list names in vain.
#[component]
fn LeftOut(list: Memo<Collection>) -> impl IntoView {
    let app = AppState::expect();
    let unknown = Memo::new(move |_| {
        let bundle = app.bundle.get();
        let is_unknown = |id: &&String| {
            bundle
                .as_ref()
                .is_some_and(|bundle| bundle.place_of(id).is_none())
        };
        list.with(|list| {
            list.ids()
                .iter()
                .filter(is_unknown)
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let is_cut = Memo::new(move |_| {
        let has_more = app
            .ignored
            .with(|parts| parts.iter().any(|part| part.starts_with("list=")));
        has_more && list.with(Collection::is_full)
    });
    let named = move |words: Words| {
        unknown.with(|ids| {
            let named: Vec<_> = ids
                .iter()
                .take(NAMED)
                .map(|id| format::isolated(id))
                .collect();
            let more = if ids.len() > NAMED { "…" } else { "" };
            words.collection_unknown([&named.join(words.comma()), more].concat())
        })
    };
    view! {
        <div role="status">
            {move || unknown.with(|ids| !ids.is_empty()).then(|| view! { <p class="collection-left">{app.say(named)}</p> })}
            {move || is_cut.get().then(|| view! {
                <p class="collection-left">{app.say(|words| words.collection_cut(Collection::MOST))}</p>
            })}
        </div>
    }
}
