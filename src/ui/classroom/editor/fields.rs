//! The fields of the editor.

use crate::ui::classroom::said::word;
use leptos::html::Input;
use leptos::prelude::*;

use super::draft::Draft;
use crate::ui::Words;

/// A line of text with its label.
#[component]
pub fn EditorField(
    /// The id of the field.
    id: &'static str,
    /// What is to be written there.
    label: fn(Words) -> &'static str,
    /// What stands there.
    value: RwSignal<String>,
    /// Its element.
    #[prop(optional)]
    node_ref: NodeRef<Input>,
) -> impl IntoView {
    view! {
        <label class="maker-field" for=id>
            <span>{word(label)}</span>
            <input id=id type="text" maxlength="600" autocomplete="off" bind:value=value node_ref=node_ref/>
        </label>
    }
    .into_any()
}

/// What the class does at the next step.
#[component]
pub fn NextStep(
    /// The field for the line, where one goes on.
    line: NodeRef<Input>,
) -> impl IntoView {
    let draft = Draft::expect();
    view! {
        <div class="maker-fields">
            <EditorField id="make-line" label=|words| words.make_line() value=draft.line node_ref=line/>
            <EditorField id="make-ask" label=|words| words.make_ask() value=draft.question/>
            <EditorField id="make-answer" label=|words| words.make_answer() value=draft.answer/>
        </div>
    }
    .into_any()
}
