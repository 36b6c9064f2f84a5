//! What can be done with the lesson that is being made.

use crate::ui::classroom::said::word;
use leptos::prelude::*;

use super::draft::Draft;
use crate::explore::ViewState;
use crate::state::Entry;
use crate::ui::classroom::links::lesson_state;
use crate::ui::classroom::own_file::save_lesson;
use crate::ui::classroom::packed::pack;
use crate::ui::components::Copying;
use crate::ui::{AppState, Words, browser};

/// Buttons that add the view on screen, and take the lesson away.
#[component]
pub fn EditorWays(
    /// Called after the view was added, or could not be for want of a line.
    #[prop(into)]
    added: Callback<()>,
) -> impl IntoView {
    let app = AppState::expect();
    let draft = Draft::expect();
    let is_whole = Memo::new(move |_| draft.is_whole());
    let lacks_line = RwSignal::new(false);
    let copying = Copying::new();
    let add = move |_| {
        let is_added = app.view_state.with_untracked(|state| draft.add(state));
        lacks_line.set(!is_added);
        copying.forget();
        added.run(());
    };
    let needs = move |words: Words| {
        if lacks_line.get() {
            words.make_needs_line()
        } else if is_whole.get() {
            words.make_kept()
        } else {
            words.make_needs()
        }
    };
    let note = app.say(move |words| {
        let copied = copying.sentence(words);
        copied.unwrap_or_else(|| needs(words).to_owned())
    });
    view! {
        <div class="lesson-steps">
            <button type="button" class="button primary" on:click=add>{word(|words| words.make_add())}</button>
            {move || is_whole.get().then(|| view! { <TakeAway copying=copying/> }.into_any())}
        </div>
        <p class="lesson-note" id="lesson-note" role="status">{note}</p>
    }
    .into_any()
}

/// Buttons that show the lesson as a class sees it, copy the link to it, and save it.
#[component]
fn TakeAway(copying: Copying) -> impl IntoView {
    let app = AppState::expect();
    let draft = Draft::expect();
    let show = move |_| {
        let state = app.view_state.get_untracked();
        app.navigate(lesson_state(&state, pack(&draft.json())), Entry::Push);
    };
    let copy = move |_| {
        // Whoever gets the link has a language of their own, and frames the page or does not.
        let data = app.view_state.with_untracked(|state| state.data.clone());
        let state = ViewState {
            data,
            ..ViewState::default()
        };
        let href = lesson_state(&state, pack(&draft.json())).to_href();
        copying.copy(browser::page() + &href);
    };
    let keep = move |_| drop(save_lesson(&draft.json()));
    view! {
        <button type="button" class="button" on:click=show>{word(|words| words.make_try())}</button>
        <button type="button" class="button" on:click=copy>{word(|words| words.make_link())}</button>
        <button type="button" class="button" on:click=keep>{word(|words| words.make_file())}</button>
    }
    .into_any()
}
