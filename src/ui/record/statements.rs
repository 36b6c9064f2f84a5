//! What a record states, each statement with its sources.

use leptos::prelude::*;

use super::ShownRecord;
use super::section::{Cited, Section};
use crate::dataset::{Milestone, Phase};
use crate::ui::components::Heading;
use crate::ui::{Words, format};

/// What is not sure, and why.
#[component]
pub fn Doubts(shown: ShownRecord) -> impl IntoView {
    let (words, lang) = (shown.words(), shown.lang());
    let level = shown.part_level();
    let doubts = shown.record.doubts.iter().map(|doubt| {
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
pub fn Facts(shown: ShownRecord) -> impl IntoView {
    let (words, lang) = (shown.words(), shown.lang());
    let facts = shown.record.facts.iter().map(|fact| {
        let text = fact.text.get(lang).to_owned();
        view! { <Cited text=text sources=fact.sources.clone() words=words/> }.into_any()
    });
    let facts = facts.collect();
    view! { <Section heading=words.facts() level=shown.part_level() class="record-facts" items=facts/> }
}

/// What happened, and apart from it what was only foreseen.
#[component]
pub fn Milestones(shown: ShownRecord) -> impl IntoView {
    let (words, level) = (shown.words(), shown.part_level());
    let items = |is_planned: bool| {
        let milestones = shown.record.milestones.iter();
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
