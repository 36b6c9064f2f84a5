//! What a record states, each statement with its sources.

use std::sync::Arc;

use leptos::prelude::*;

use super::section::{Cited, Section};
use crate::dataset::{Initiative, Lang, Milestone, Phase};
use crate::ui::components::Heading;
use crate::ui::{Words, format};

/// What is not sure, and why.
#[component]
pub fn Doubts(record: Arc<Initiative>, lang: Lang, level: u8) -> impl IntoView {
    let words = Words(lang);
    let doubts = record.doubts.iter().map(|doubt| {
        let text = doubt.text.get(lang).to_owned();
        let kind = words.doubt(doubt.kind);
        view! {
            <aside class="record-doubt">
                <Heading level=level class="doubt-kind">{kind}</Heading>
                <p><Cited text=text sources=doubt.sources.clone() words=words/></p>
            </aside>
        }
    });
    doubts.collect_view()
}

/// What is known of it.
#[component]
pub fn Facts(record: Arc<Initiative>, lang: Lang, level: u8) -> impl IntoView {
    let words = Words(lang);
    let facts = record.facts.iter().map(|fact| {
        let text = fact.text.get(lang).to_owned();
        view! { <Cited text=text sources=fact.sources.clone() words=words/> }.into_any()
    });
    let facts = facts.collect();
    view! { <Section heading=words.facts() level=level class="record-facts" items=facts/> }
}

/// What happened, and apart from it what was only foreseen.
#[component]
pub fn Milestones(record: Arc<Initiative>, lang: Lang, level: u8) -> impl IntoView {
    let words = Words(lang);
    let items = |is_planned: bool| {
        let milestones = record.milestones.iter();
        let milestones = milestones.filter(|milestone| milestone.planned == is_planned);
        let items = milestones.map(|milestone| item(milestone, words));
        items.collect::<Vec<_>>()
    };
    view! {
        <Section
            heading=words.milestones() level=level class="record-milestones" is_ordered=true items=items(false)
        />
        <Section
            heading=words.planned() level=level class="record-milestones record-planned" is_ordered=true
            items=items(true)
        />
    }
}

fn item(milestone: &Milestone, words: Words) -> AnyView {
    let lang = words.0;
    let phase = milestone.phase.filter(|_| !milestone.planned);
    let phase = phase.map(|phase| match phase {
        Phase::Before => words.phase_before(),
        Phase::After => words.phase_after(),
    });
    let text = milestone.text.get(lang).to_owned();
    view! {
        <span class="milestone-date">
            {format::date(lang, milestone.date)}
            {phase.map(|phase| view! { <span class="milestone-phase">{phase}</span> })}
        </span>
        <span class="milestone-text"><Cited text=text sources=milestone.sources.clone() words=words/></span>
    }
    .into_any()
}
