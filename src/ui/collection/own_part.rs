//! What of a collection is the reader's own.

use leptos::prelude::*;

use crate::explore::{Collection, ViewState};
use crate::state::{BundleCard, Entry};
use crate::ui::AppState;
use crate::ui::kept::Kept;

/// How much of it the reader keeps, with a way to keep the rest; and where all is kept, a field for the title.
#[component]
pub fn OwnPart(list: Memo<Collection>) -> impl IntoView {
    let app = AppState::expect();
    let listed = move || {
        let bundle = app.bundle.get();
        let bundle = bundle.into_iter();
        bundle.flat_map(move |bundle| {
            let ids = list.get().ids().to_vec().into_iter();
            ids.filter_map(move |id| BundleCard::find(&bundle, &id))
        })
    };
    use_context::<Kept>().map(|kept| {
        let missing = Memo::new(move |_| listed().filter(|card| !kept.has(card)).count());
        let keep = move |_| {
            let cards: Vec<BundleCard> = untrack(|| listed().collect());
            kept.keep_all(cards.iter().map(|card| &**card));
        };
        move || match missing.get() {
            0 => view! {
                <p class="collection-hint">{app.say(|words| words.collection_kept())}</p>
                <TitleField/>
            }
            .into_any(),
            count => view! {
                <button type="button" class="button primary" data-keep="" on:click=keep>
                    {app.say(move |words| words.collection_keep(count))}
                </button>
            }
            .into_any(),
        }
    })
}

/// The title, to be written.
#[component]
fn TitleField() -> impl IntoView {
    let app = AppState::expect();
    let title = move || {
        app.view_state
            .with(|state: &ViewState| state.list.title.clone())
    };
    let kept = use_context::<Kept>();
    let write = move |event| {
        let typed = event_target_value(&event);
        app.change(Entry::ReplaceAtRest, |state| state.list.title = typed);
        if let Some(kept) = kept {
            app.view_state
                .with_untracked(|state| kept.rename(&state.list));
        }
    };
    view! {
        <label class="collection-title">
            <span>{app.say(|words| words.collection_title())}</span>
            <input type="text" maxlength="120" autocomplete="off" prop:value=title on:input=write/>
        </label>
    }
}
