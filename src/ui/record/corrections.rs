//! What was put right in a record, and when it was last checked.

use leptos::prelude::*;

use super::ShownRecord;
use super::section::Section;
use crate::ui::components::Marked;
use crate::ui::format;

/// The corrections of a record, and the day on which it was last held against its sources.
#[component]
pub fn Corrections(shown: ShownRecord) -> impl IntoView {
    let (words, lang) = (shown.words(), shown.lang());
    let corrections = shown.record.corrections.iter().map(|correction| {
        view! {
            <span class="milestone-date">{format::date(lang, correction.date)}</span>
            <span><Marked text=correction.text.get(lang)/></span>
        }
        .into_any()
    });
    let corrections = corrections.collect();
    let checked = shown
        .record
        .checked
        .map(|day| words.checked_on(format::date(lang, day)));
    view! {
        <Section heading=words.corrections() level=shown.part_level() class="record-corrections" items=corrections/>
        {checked.map(|checked| view! { <p class="record-checked">{checked}</p> })}
    }
}
