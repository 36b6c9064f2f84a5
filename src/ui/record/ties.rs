//! Who takes part in a record, and which others it is tied to.

use leptos::prelude::*;

use super::ShownRecord;
use super::section::{Citations, Section};
use crate::dataset::Entry;
use crate::explore::Facet;
use crate::ui::AppState;
use crate::ui::components::Marked;

/// The organisations with their parts, each leading to all records in which it takes part.
#[component]
pub fn Organisations(shown: ShownRecord) -> impl IntoView {
    let app = AppState::expect();
    let words = shown.words();
    let vocabulary = shown.card.vocabulary();
    let bodies = shown.record.organisations.iter().filter_map(|part| {
        let role = Entry::find(&vocabulary.roles, &part.role)?;
        let body = vocabulary.organisation(&part.id)?;
        let view = view! {
            <a href=app.link_to_value(Facet::Org, part.id.clone())><Marked text=body.name.get(words.0)/></a>
            <span class="role">{role.name.get(words.0).to_owned()}</span>
        };
        Some(view.into_any())
    });
    let bodies = bodies.collect();
    let heading = words.organisations();
    view! { <Section heading=heading level=shown.part_level() class="record-organisations" items=bodies/> }
}

/// The records that it is tied to, as far as they are here, each with the sources that say so; those of one relation
/// together, in the order of the vocabulary.
#[component]
pub fn Ties(shown: ShownRecord) -> impl IntoView {
    let app = AppState::expect();
    let (words, card) = (shown.words(), &shown.card);
    let relations = card.vocabulary().relations.iter();
    let ties = relations.flat_map(|kind| {
        let all = shown.record.related.iter();
        all.filter(|tie| tie.relation == kind.id)
            .map(move |tie| (kind, tie))
    });
    let ties = ties.filter_map(|(kind, tie)| {
        let other = card.sibling(&tie.id)?;
        let id = other.id.clone();
        let view = view! {
            <span class="role">{kind.name.get(words.0).to_owned()}</span>
            <span>
                <a data-replace="" href=app.link(move |state| state.id = Some(id.clone()))>
                    {other.name.get(words.0).to_owned()}
                </a>
                <Citations sources=tie.sources.clone() words=words/>
            </span>
        };
        Some(view.into_any())
    });
    let ties = ties.collect();
    let heading = words.related();
    view! { <Section heading=heading level=shown.part_level() class="record-related" items=ties/> }
}
