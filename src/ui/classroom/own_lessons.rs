//! What a teacher may do: make a lesson, and open one from a file.

use super::said::word;
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lesson_faults::LessonFaults;
use super::lessons::OWN_FILE;
use super::links::{editor_state, lesson_state};
use super::own_file::chosen;
use super::packed::pack;
use crate::dataset::{Fault, Lesson};
use crate::state::Entry;
use crate::ui::AppState;

/// The ways to a lesson of one's own.
#[component]
pub fn OwnLessons() -> impl IntoView {
    let app = AppState::expect();
    // What is wrong with the file that was opened last.
    let faults = RwSignal::new(None::<Vec<Fault>>);
    let note = NodeRef::<Div>::new();
    let tell = move |found| {
        faults.set(Some(found));
        // They are drawn after this.
        request_animation_frame(move || {
            if let Some(note) = note.get_untracked() {
                let _ = note.focus();
            }
        });
    };
    view! {
        <h2 class="section-title">{word(|words| words.make_own())}</h2>
        <p class="class-intro">{word(|words| words.make_hint())}</p>
        <p class="class-ways">
            <a class="button primary" href=app.link(|state| *state = editor_state(state))>
                {word(|words| words.make_begin())}
            </a>
            <OpenFile faulty=tell/>
        </p>
        {move || faults.get().map(|faults| view! { <LessonFaults faults=faults node_ref=note/> }.into_any())}
    }
    .into_any()
}

/// A field for a lesson in a file: it leads to the lesson's page, or tells what is wrong with it.
#[component]
fn OpenFile(#[prop(into)] faulty: Callback<Vec<Fault>>) -> impl IntoView {
    let app = AppState::expect();
    let open = move |event: Event| {
        let field = event_target(&event);
        spawn_local(async move {
            let json = chosen(field).await;
            match Lesson::read(OWN_FILE, &json) {
                Ok(_) => {
                    let state = app.view_state.get_untracked();
                    app.navigate(lesson_state(&state, pack(&json)), Entry::Push);
                }
                // The reader may have left the view meanwhile.
                Err(faults) => drop(faulty.try_run(faults)),
            }
        });
    };
    view! {
        <label class="button file-button">
            <span>{word(|words| words.make_open())}</span>
            <input type="file" accept=".json,application/json" on:change=open/>
        </label>
    }
}
