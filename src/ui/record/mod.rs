//! A record in full: every fact with its sources. What shows it is a chunk of the program.

mod cite;
mod corrections;
mod data;
mod loaded_record;
mod name;
mod panel;
mod panel_head;
mod section;
mod shown_record;
mod sources;
mod statements;
mod sums;
mod ties;

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Initiative;
use crate::state::BundleCard;
use crate::ui::collection::{KeptSentence, Star};
use crate::ui::components::{Marked, ReportError, ThemeLine};
use crate::ui::{AppState, LoadError};
use cite::Cite;
use corrections::Corrections;
use data::RecordData;
use name::RecordName;
pub use panel::RecordPanel;
pub use shown_record::ShownRecord;
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
        let shown = ShownRecord {
            record,
            card,
            level: 2,
        };
        Some(view! { <Record shown=shown.clone()><Cite shown=shown/></Record> })
    }
}

/// A record, from its name down to what was put right.
#[component]
pub fn Record(
    /// The record.
    shown: ShownRecord,
    /// What stands at its end.
    children: Children,
) -> impl IntoView {
    let hue = shown.card.hue();
    let name = shown.record.name.get(shown.lang()).to_owned();
    let summary = shown.record.summary.get(shown.lang()).to_owned();
    view! {
        <article class="record" data-hue=hue>
            <ThemeLine card=shown.card.clone()/>
            <Star card=shown.card.clone()/>
            <KeptSentence in_record=true/>
            <RecordName shown=shown.clone()/>
            <p class="record-summary"><Marked text=summary/></p>
            <RecordData shown=shown.clone()/>
            <Doubts shown=shown.clone()/>
            <Facts shown=shown.clone()/>
            <Milestones shown=shown.clone()/>
            <Sums shown=shown.clone()/>
            <Organisations shown=shown.clone()/>
            <Ties shown=shown.clone()/>
            <Sources shown=shown.clone()/>
            <Corrections shown=shown/>
            {children()}
            <ReportError subject=name/>
        </article>
    }
}
