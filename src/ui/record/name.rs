//! A record's name, with the one that it is known by in the other language.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Initiative;
use crate::state::BundleCard;
use crate::ui::components::{Heading, Marked};

/// The heading of a record, and below it its second name.
#[component]
pub fn RecordName(record: Arc<Initiative>, card: BundleCard, level: u8) -> impl IntoView {
    let words = card.words();
    let lang = words.0;
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
