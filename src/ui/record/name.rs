//! A record's name, with the one that it is known by in the other language.

use leptos::prelude::*;

use super::ShownRecord;
use crate::ui::components::{Heading, Marked};

/// The heading of a record, and below it its second name.
#[component]
pub fn RecordName(shown: ShownRecord) -> impl IntoView {
    let (words, lang) = (shown.words(), shown.lang());
    let ShownRecord {
        record,
        card,
        level,
    } = shown;
    let translated = record.name_translated.then(|| words.translated());
    view! {
        <Heading level=level id="record-name" class="record-name" is_target=true>
            <Marked text=record.name.get(lang)/>
        </Heading>
        {card.second_name().map(|(second, name)| view! {
            <p class="card-second" lang=second.tag()>
                {name}
                {translated.map(|translated| view! {
                    <span class="translated" lang=lang.tag()>{translated}</span>
                })}
            </p>
        })}
    }
}
