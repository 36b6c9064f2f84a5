//! A record in full: every fact with its sources.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::second_name;
use super::icon::Icon;
use super::marked::Marked;
use super::{Explorer, Words, browser, format, live};
use crate::dataset::{Card, Entry, Initiative, Lang, Phase, Source, Text, Vocabulary};
use crate::explore::{Facet, View, ViewState};
use crate::export::Citation;

/// The record, in the language in force.
#[component]
pub fn Record(
    /// The record.
    record: Arc<Initiative>,
) -> impl IntoView {
    let explorer = Explorer::expect();
    live(move || {
        let lang = explorer.lang.get();
        let record = record.clone();
        explorer.library.with(|library| {
            let library = library.as_ref()?;
            let ties = ties(&record, &library.bundle.cards, library.vocabulary(), lang);
            Some(body(explorer, &record, library.vocabulary(), ties, lang))
        })
    })
    .into_any()
}

/// A tie as it is drawn: the relation, the other record's id and name.
type Tie = (String, String, String);

fn ties(record: &Initiative, cards: &[Card], vocabulary: &Vocabulary, lang: Lang) -> Vec<Tie> {
    let tie = |relation: &crate::dataset::Relation| {
        let other = cards.iter().find(|card| card.id == relation.id)?;
        let kind = vocabulary.relation(&relation.relation)?;
        Some((
            kind.name.get(lang).to_owned(),
            other.id.clone(),
            other.name.get(lang).to_owned(),
        ))
    };
    record.related.iter().filter_map(tie).collect()
}

fn body(
    explorer: Explorer,
    record: &Arc<Initiative>,
    vocabulary: &Vocabulary,
    ties: Vec<Tie>,
    lang: Lang,
) -> AnyView {
    let words = Words(lang);
    let theme = record
        .themes
        .first()
        .and_then(|id| vocabulary.theme(id))
        .cloned()
        .unwrap_or_default();
    let kind =
        Entry::find(&vocabulary.kinds, &record.kind).map(|kind| kind.name.get(lang).to_owned());
    let status = vocabulary
        .status(&record.status)
        .cloned()
        .unwrap_or_default();
    let card = Card::new(record, lang);
    let (name, second) = second_name(&card, lang);
    let marked = |text: &Text| view! { <Marked text=text.get(lang).to_owned()/> }.into_any();
    let as_of = words.as_of(format::date(lang, record.status_as_of));
    let place = record
        .place
        .as_deref()
        .and_then(|id| vocabulary.place(id))
        .map(|place| place.name.get(lang).to_owned());
    let sectors: Vec<String> = record
        .sectors
        .iter()
        .filter_map(|id| Entry::find(&vocabulary.sectors, id))
        .map(|sector| sector.name.get(lang).to_owned())
        .collect();
    view! {
        <article class="record" style:--hue=theme.colour.clone()>
            <p class="card-theme">
                <Icon path=theme.icon.clone()/>
                <span class="card-theme-name">{theme.short.get(lang).to_owned()}</span>
                <span class="card-kind">{kind}</span>
            </p>
            <h2 class="record-name" id="record-name" tabindex="-1"><Marked text=name/></h2>
            {second.map(|(other, name)| view! {
                <p class="card-second" lang=other.tag()>
                    {name}
                    {record.name_translated.then(|| view! { <span class="translated" lang=lang.tag()>{words.translated()}</span> }.into_any())}
                </p>
            }.into_any())}
            <p class="record-summary">{marked(&record.summary)}</p>
            <dl class="record-data">
                <div><dt>{words.when()}</dt><dd>{span(words, record)}</dd></div>
                <div>
                    <dt>{words.facet_status()}</dt>
                    <dd>
                        <span class="status" class:status-ongoing=status.ongoing>{status.name.get(lang).to_owned()}</span>
                        <span class="record-as-of">{as_of}</span>
                    </dd>
                </div>
                {place.map(|place| view! { <div><dt>{words.place()}</dt><dd>{place}</dd></div> }.into_any())}
                {(!sectors.is_empty()).then(|| view! {
                    <div><dt>{words.facet_sector()}</dt><dd>{sectors.join(words.comma())}</dd></div>
                }.into_any())}
            </dl>
            {record.disputed.as_ref().map(|disputed| view! {
                <aside class="record-disputed">
                    <h3>{words.disputed()}</h3>
                    <p>{marked(disputed)}</p>
                </aside>
            }.into_any())}
            <h3>{words.facts()}</h3>
            <ul class="record-facts">
                {record.facts.iter().map(|fact| view! {
                    <li>{marked(&fact.text)}<Cited numbers=fact.sources.clone()/></li>
                }.into_any()).collect_view()}
            </ul>
            {(!record.milestones.is_empty()).then(|| view! {
                <h3>{words.milestones()}</h3>
                <ol class="record-milestones">
                    {record.milestones.iter().map(|milestone| view! {
                        <li class:is-outside=milestone.phase.is_some()>
                            <span class="milestone-date">
                                {format::date(lang, milestone.date)}
                                {milestone.phase.map(|phase| view! {
                                    <span class="milestone-phase">{match phase {
                                        Phase::Before => words.phase_before(),
                                        Phase::After => words.phase_after(),
                                    }}</span>
                                })}
                            </span>
                            <span class="milestone-text">{marked(&milestone.text)}<Cited numbers=milestone.sources.clone()/></span>
                        </li>
                    }.into_any()).collect_view()}
                </ol>
            }.into_any())}
            {(!record.amounts.is_empty()).then(|| view! {
                <h3>{words.amounts()}</h3>
                <ul class="record-amounts">
                    {record.amounts.iter().map(|amount| view! {
                        <li>
                            <strong title=format::money_in_full(lang, amount.hkd)>{format::money(lang, amount.hkd)}</strong>
                            <span>{marked(&amount.what)}<Cited numbers=amount.sources.clone()/></span>
                        </li>
                    }.into_any()).collect_view()}
                </ul>
            }.into_any())}
            <h3>{words.organisations()}</h3>
            <ul class="record-organisations">
                {record.organisations.iter().filter_map(|part| {
                    let body = vocabulary.organisation(&part.id)?;
                    let role = Entry::find(&vocabulary.roles, &part.role)?;
                    let mut state = ViewState { view: View::Cards, ..explorer.state.get_untracked().cleared() };
                    state.choices.insert(Facet::Org, part.id.clone());
                    Some(view! {
                        <li>
                            <a href=state.to_href()><Marked text=body.name.get(lang).to_owned()/></a>
                            <span class="role">{role.name.get(lang).to_owned()}</span>
                        </li>
                    }.into_any())
                }).collect_view()}
            </ul>
            {(!ties.is_empty()).then(|| view! {
                <h3>{words.related()}</h3>
                <ul class="record-related">
                    {ties.into_iter().map(|(relation, id, name)| view! {
                        <li>
                            <span class="role">{relation}</span>
                            <a data-replace="" href=explorer.href(|state| state.id = Some(id))>{name}</a>
                        </li>
                    }.into_any()).collect_view()}
                </ul>
            }.into_any())}
            <h3>{words.sources()}</h3>
            <ol class="record-sources">
                {record.sources.iter().enumerate().map(|(i, source)| source_item(vocabulary, words, i + 1, source)).collect_view()}
            </ol>
            <Cite record=record.clone() explorer_title=vocabulary.explorer.title.get(lang).to_owned()/>
        </article>
    }
    .into_any()
}

/// From when to when, each as precise as it is known.
fn span(words: Words, record: &Initiative) -> String {
    let lang = words.0;
    let date = |date, about: bool| {
        let date = format::date(lang, date);
        if about { words.about(date) } else { date }
    };
    let start = date(record.start, record.is_about("start"));
    match record.end {
        Some(end) if end == record.start => start,
        Some(end) => words.from_to(start, date(end, record.is_about("end"))),
        None => words.since(start),
    }
}

/// The numbers of a statement's sources, each leading to its source.
#[component]
fn Cited(numbers: Vec<usize>) -> impl IntoView {
    let explorer = Explorer::expect();
    let words = explorer.words();
    numbers
        .into_iter()
        .map(|number| {
            view! {
                <a class="cited" href=format!("#source-{number}") on:click=move |event| {
                    // Not a step in the history, so that Back still closes the record.
                    event.prevent_default();
                    browser::focus(&format!("source-{number}"));
                }>
                    "["<span class="visually-hidden">{words.source()}</span>{number}"]"
                </a>
            }
            .into_any()
        })
        .collect_view()
        .into_any()
}

fn source_item(vocabulary: &Vocabulary, words: Words, number: usize, source: &Source) -> AnyView {
    let kind = Entry::find(&vocabulary.source_kinds, &source.kind)
        .map(|kind| kind.name.get(words.0).to_owned());
    let published = source.published.map(|date| format::date(words.0, date));
    let notes = [Some(source.publisher.clone()), published, kind]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let title = match source.link() {
        Some(url) => view! { <a href=url.to_owned() rel="external noopener noreferrer" target="_blank">{source.title.clone()}</a> }.into_any(),
        None => view! { <span>{source.title.clone()}</span>" "<span class="role">{words.no_link()}</span> }.into_any(),
    };
    view! {
        <li id=format!("source-{number}") tabindex="-1">
            <span class="source-title">{title}</span>
            <span class="source-notes">{notes}</span>
        </li>
    }
    .into_any()
}

/// The record's address and its citations, to copy.
#[component]
fn Cite(record: Arc<Initiative>, explorer_title: String) -> impl IntoView {
    let explorer = Explorer::expect();
    let lang = explorer.lang.get_untracked();
    let words = Words(lang);
    let state = explorer.state.get_untracked();
    let own = ViewState {
        id: Some(record.id.clone()),
        lang: Some(lang),
        data: state.data,
        ..ViewState::default()
    };
    let citation = Citation {
        id: record.id.clone(),
        title: record.name.get(lang).to_owned(),
        explorer: explorer_title,
        date: record.status_as_of,
        url: format!("{}{}", browser::page(), own.to_href()),
    };
    view! {
        <h3>{words.cite()}</h3>
        <p class="cite-text">{citation.apa()}</p>
        <p class="cite-ways">
            <CopyButton label=words.copy_link() text=citation.url.clone()/>
            <CopyButton label=words.copy_apa() text=citation.apa()/>
            <CopyButton label=words.copy_bibtex() text=citation.bibtex()/>
        </p>
    }
    .into_any()
}

/// A button that puts a text on the clipboard and says whether it did.
#[component]
fn CopyButton(label: &'static str, text: String) -> impl IntoView {
    let explorer = Explorer::expect();
    let done = RwSignal::new(None::<bool>);
    view! {
        <button
            type="button"
            class="button"
            on:click=move |_| browser::copy(text.clone(), move |copied| done.set(Some(copied)))
        >
            {label}
        </button>
        <span class="copied" role="status">
            {explorer.say(move |words| match done.get() {
                None => "",
                Some(true) => words.copied(),
                Some(false) => words.not_copied(),
            })}
        </span>
    }
    .into_any()
}
