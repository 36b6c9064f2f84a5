//! A record in full: every fact with its sources. What shows it is a chunk of the program.

mod cite;
mod corrections;
mod data;
mod loaded_record;
mod name;
mod panel;
mod panel_head;
mod section;
mod sources;
mod statements;
mod sums;
mod ties;

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Initiative;
use crate::state::BundleCard;
use crate::ui::components::{Marked, ThemeLine};
use crate::ui::{AppState, LoadError};
use cite::Cite;
use corrections::Corrections;
use data::RecordData;
use name::RecordName;
pub use panel::RecordPanel;
use sources::Sources;
use statements::{Doubts, Facts, Milestones};
use sums::Sums;
use ties::{Organisations, Ties};

/// Shows a record out of its file.
pub type ShowRecord = fn(&str) -> Result<AnyView, LoadError>;

/// The record of a file as the build has written it.
///
/// # Errors
/// That it cannot be read.
pub fn show(json: &str) -> Result<AnyView, LoadError> {
    let record = Initiative::read("record", json)?;
    Ok(view! { <OpenRecord record=record/> }.into_any())
}

/// The record in the language in force, with ways to cite it.
#[component]
fn OpenRecord(record: Initiative) -> impl IntoView {
    let app = AppState::expect();
    move || {
        let card = BundleCard::find(&app.bundle.get()?, &record.id)?;
        let explorer = &card.vocabulary().explorer;
        let record = Arc::new(record.clone().in_all_languages(explorer));
        Some(view! {
            <Record record=record.clone() card=card.clone() level=2><Cite record=record card=card level=3/></Record>
        })
    }
}

/// A record, from its name down to what was put right.
#[component]
pub fn Record(
    /// The record.
    record: Arc<Initiative>,
    /// The same in short, in the language to show it in.
    card: BundleCard,
    /// The level of its name's heading. Those of its parts are one below.
    level: u8,
    /// What stands at its end.
    children: Children,
) -> impl IntoView {
    let (lang, hue) = (card.words().0, card.hue());
    let part = level + 1;
    view! {
        <article class="record" data-hue=hue>
            <ThemeLine card=card.clone()/>
            <RecordName record=record.clone() card=card.clone() level=level/>
            <p class="record-summary"><Marked text=record.summary.get(lang)/></p>
            <RecordData record=record.clone() card=card.clone()/>
            <Doubts record=record.clone() lang=lang level=part/>
            <Facts record=record.clone() lang=lang level=part/>
            <Milestones record=record.clone() lang=lang level=part/>
            <Sums record=record.clone() card=card.clone() level=part/>
            <Organisations record=record.clone() card=card.clone() level=part/>
            <Ties record=record.clone() card=card.clone() level=part/>
            <Sources record=record.clone() card=card level=part/>
            <Corrections record=record lang=lang level=part/>
            {children()}
        </article>
    }
}
