//! The steps of the lesson that is being made.

use leptos::prelude::*;

use super::draft::{Draft, DraftStep};
use crate::address::Address;
use crate::explore::ViewState;
use crate::ui::AppState;

/// The steps so far, each with the way to its view.
#[component]
pub fn EditorSteps(
    /// Called after one was removed.
    #[prop(into)]
    removed: Callback<()>,
) -> impl IntoView {
    let draft = Draft::expect();
    let has_steps = Memo::new(move |_| draft.steps.with(|steps| !steps.is_empty()));
    view! {
        {move || has_steps.get().then(|| view! {
            <ol class="maker-steps">
                <ForEnumerate
                    each=move || draft.steps.get()
                    key=|one| one.key
                    children=move |place, one| view! { <EditorStep place=place one=one removed=removed/> }
                />
            </ol>
        }.into_any())}
    }
    .into_any()
}

/// A step: what the class does, and a button that removes it.
#[component]
fn EditorStep(place: ReadSignal<usize>, one: DraftStep, removed: Callback<()>) -> impl IntoView {
    let app = AppState::expect();
    let draft = Draft::expect();
    let DraftStep { key, step } = one;
    let view = Address::read(&step.view).state;
    let remove = move |_| {
        draft.remove(key);
        removed.run(());
    };
    view! {
        <li>
            <a href=app.link(move |state| *state = ViewState {
                settings: state.settings.clone(),
                lang: state.lang,
                data: state.data.clone(),
                ..view.clone()
            })>{step.text.en}</a>
            <button
                type="button"
                class="close"
                aria-label=app.say(move |words| words.make_remove(place.get() + 1))
                on:click=remove
            >
                "×"
            </button>
        </li>
    }
    .into_any()
}
