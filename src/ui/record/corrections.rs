//! What was put right in a record, and when it was last checked.

use std::sync::Arc;

use leptos::prelude::*;

use super::section::Section;
use crate::dataset::{Initiative, Lang};
use crate::ui::components::Marked;
use crate::ui::{Words, format};

/// The corrections of a record, and the day on which it was last held against its sources.
#[component]
pub fn Corrections(record: Arc<Initiative>, lang: Lang, level: u8) -> impl IntoView {
    let words = Words(lang);
    let corrections = record.corrections.iter().map(|correction| {
        view! {
            <span class="milestone-date">{format::date(lang, correction.date)}</span>
            <span><Marked text=correction.text.get(lang)/></span>
        }
        .into_any()
    });
    let corrections = corrections.collect();
    let checked = record
        .checked
        .map(|day| words.checked_on(format::date(lang, day)));
    view! {
        <Section heading=words.corrections() level=level class="record-corrections" items=corrections/>
        {checked.map(|checked| view! { <p class="record-checked">{checked}</p> })}
    }
}
