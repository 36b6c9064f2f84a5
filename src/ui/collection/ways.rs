//! What can be done with a collection.

use leptos::prelude::*;

use super::own_part::OwnPart;
use super::reading_list::ReadingList;
use crate::explore::{Collection, Setting, View, ViewState};
use crate::game::Level;
use crate::ui::classroom::{NEW_LESSON, has_list_game, list_game};
use crate::ui::components::Copying;
use crate::ui::{AppState, browser};

/// The level of its game: most lists are short, and this one takes all that is certain.
const LEVEL: Level = Level::Hard;

/// The link of a collection in a view, the same for everybody: no language, no frame, no open record.
pub fn shared(state: &ViewState) -> String {
    let shared = ViewState {
        view: state.view,
        list: state.list.clone(),
        data: state.data.clone(),
        ..ViewState::default()
    };
    browser::page() + &shared.to_href()
}

/// Ways to hand it on, to take it away, and to use it in class.
#[component]
pub fn CollectionWays(list: Memo<Collection>) -> impl IntoView {
    let app = AppState::expect();
    let copying = Copying::new();
    // How often the reader asked for paper.
    let asked = RwSignal::new(0_usize);
    let is_table = Memo::new(move |_| app.view.get() == View::Table);
    let to_lesson = app.link(|state| {
        state.id = None;
        state
            .settings
            .set(Setting::Lesson, Some(NEW_LESSON.to_owned()));
    });
    let has_game = Memo::new(move |_| {
        app.bundle.with(|bundle| {
            let bundle = bundle.as_ref();
            bundle.is_some_and(|bundle| list.with(|list| has_list_game(bundle, list, LEVEL)))
        })
    });
    let to_game = app.link(move |state| *state = list_game(state, LEVEL));
    view! {
        <div class="collection-ways">
            <OwnPart list=list/>
            <button
                type="button"
                class="button collection-copy"
                on:click=move |_| copying.copy(app.view_state.with_untracked(shared))
            >{app.say(|words| words.copy_link())}</button>
            <button type="button" class="button" data-print="" on:click=move |_| asked.update(|asked| *asked += 1)>{app.say(|words| words.collection_print())}</button>
            {move || (!is_table.get()).then(|| view! {
                <a class="button" data-download="" href=app.link(|state| state.view = View::Table)>
                    {app.say(|words| words.take())}
                </a>
            })}
            <a class="button" data-lesson="" href=to_lesson>{app.say(|words| words.collection_lesson())}</a>
            {move || has_game.get().then(|| view! {
                <a class="button" data-game="" href=to_game.clone()>{app.say(|words| words.collection_game())}</a>
            })}
        </div>
        <p class="collection-hint" role="status">
            {app.say(move |words| copying.sentence(words).unwrap_or_default())}
        </p>
        <ReadingList list=list asked=asked/>
    }
}
