//! What can be done with the lesson that is being made.

use crate::ui::classroom::said::word;
use leptos::prelude::*;

use super::draft::Draft;
use crate::dataset::MOST_STEPS;
use crate::explore::ViewState;
use crate::state::{BundleCard, Entry};
use crate::ui::classroom::links::lesson_state;
use crate::ui::classroom::own_file::save_lesson;
use crate::ui::classroom::packed::pack;
use crate::ui::components::Copying;
use crate::ui::{AppState, Words, browser};

/// The longest link that hosts are known to take, in characters: GitHub Pages refuses a request line of some 8,170.
const LONGEST_LINK: usize = 8_000;

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
    let is_long = Memo::new(move |_| {
        draft.lesson.track();
        is_whole.get() && link(app, draft).len() > LONGEST_LINK
    });
    let long = app.say(move |words| if is_long.get() { words.make_long() } else { "" });
    view! {
        <div class="lesson-steps">
            <button type="button" class="button primary" on:click=add>{word(|words| words.make_add())}</button>
            <EachOfList/>
            {move || is_whole.get().then(|| view! { <TakeAway copying=copying/> }.into_any())}
        </div>
        <p class="lesson-note" id="lesson-note" role="status">{note}</p>
        <p class="lesson-note" role="status">{long}</p>
    }
    .into_any()
}

/// A button that makes a step of each record of the collection on screen.
#[component]
fn EachOfList() -> impl IntoView {
    let app = AppState::expect();
    let draft = Draft::expect();
    let has_list = Memo::new(move |_| app.view_state.with(|state| !state.list.is_empty()));
    let add = move |_| {
        let results = app.results.get_untracked();
        let cards = untrack(|| app.first_cards(&results, MOST_STEPS));
        let record = |card: &BundleCard| {
            let name = card.name.get(card.words().0);
            (card.id.clone(), name.to_owned())
        };
        let records: Vec<_> = cards.iter().map(record).collect();
        app.view_state
            .with_untracked(|state| draft.add_each(state, &records));
    };
    view! {
        {move || has_list.get().then(|| view! {
            <button type="button" class="button" data-each="" on:click=add>{word(|words| words.make_add_each())}</button>
        }.into_any())}
    }
    .into_any()
}

/// The link to the lesson. Whoever gets it has a language of their own, and frames the page or does not.
fn link(app: AppState, draft: Draft) -> String {
    let data = app.view_state.with_untracked(|state| state.data.clone());
    let state = ViewState {
        data,
        ..ViewState::default()
    };
    browser::page() + &lesson_state(&state, pack(&draft.json())).to_href()
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
    let copy = move |_| copying.copy(link(app, draft));
    let keep = move |_| drop(save_lesson(&draft.json()));
    view! {
        <button type="button" class="button" on:click=show>{word(|words| words.make_try())}</button>
        <button type="button" class="button" on:click=copy>{word(|words| words.make_link())}</button>
        <button type="button" class="button" on:click=keep>{word(|words| words.make_file())}</button>
    }
    .into_any()
}
