//! The values of a facet: the first of them, a way to all, and a search within a long facet.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::facet_name;
use super::facet_value::{FacetValue, Value};
use super::names::is_called;
use crate::dataset::TopicGroup;
use crate::explore::Facet;
use crate::ui::{AppState, Library, Words};

/// A facet with no more values than this shows them all.
const ALL: usize = 12;
/// How many values a longer one shows before it is asked for more, or each of its groups.
const SHORT: usize = 8;
const SHORT_GROUP: usize = 4;
/// How many values a facet, or a group of it, ever draws at once; a search within it finds the others.
const LONG: usize = 40;

/// What stands under one heading; under none in a facet that has no groups.
type Group<T> = (Option<TopicGroup>, Vec<T>);

/// The values of a facet, as far as they are asked for. Topics stand in groups.
#[component]
pub fn FacetValues(facet: Facet) -> impl IntoView {
    let app = AppState::expect();
    let is_long = Memo::new(move |_| {
        let count = |library: &Library| facet.values(library.vocabulary()).len();
        app.library.with(|library| library.as_ref().map(count)) > Some(LONG)
    });
    let sought = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let is_asked = move || all.get() || !sought.with(String::is_empty);
    let groups =
        Memo::new(move |_| grouped(app, facet, &ordered_places(app, facet, &sought.read())));
    let count = move || groups.with(|groups| size(groups));
    let shown = Memo::new(move |_| {
        let limit = match is_asked() || count() <= ALL {
            true => LONG,
            false if groups.with(Vec::len) > 1 => SHORT_GROUP,
            false => SHORT,
        };
        groups.with(|groups| shown_values(app, facet, groups, limit))
    });
    let hidden = move || count().saturating_sub(shown.with(|shown| size(shown)));
    let is_none = Memo::new(move |_| count() == 0 && !sought.with(String::is_empty));
    let is_short = Memo::new(move |_| hidden() != 0 && !is_asked());
    let is_cut = Memo::new(move |_| hidden() != 0 && is_asked());
    let more = move |words: Words| {
        let most = groups.with(|groups| {
            groups
                .iter()
                .map(|(_, places)| places.len().min(LONG))
                .sum()
        });
        match count() {
            count if count > most => words.show_more_values(most - (count - hidden()), count),
            count => words.show_all(count),
        }
    };
    let headings = Memo::new(move |_| {
        shown.with(|shown| shown.iter().map(|(group, _)| *group).collect::<Vec<_>>())
    });
    view! {
        {move || is_long.get().then(|| view! { <SoughtField facet=facet sought=sought/> })}
        <For
            each=move || headings.get()
            key=Clone::clone
            children=move |group| view! { <ValueList facet=facet group=group shown=shown/> }
        />
        {move || is_none.get().then(|| view! { <p class="facet-none">{app.say(|words| words.no_value())}</p> })}
        {move || is_short.get().then(|| view! {
            <button type="button" class="facet-more" on:click=move |_| all.set(true)>{app.say(more)}</button>
        })}
        {move || is_cut.get().then(|| view! {
            <p class="facet-none">{app.say(move |words| words.more_values(hidden()))}</p>
        })}
    }
}

/// The values of a group below its heading.
#[component]
fn ValueList(
    facet: Facet,
    group: Option<TopicGroup>,
    shown: Memo<Vec<Group<Value>>>,
) -> impl IntoView {
    let app = AppState::expect();
    let heading = move || group.map(|group| app.words().topic_group(group));
    let values = move || {
        shown.with(|shown| {
            let own = shown.iter().find(|(other, _)| *other == group);
            own.map(|(_, values)| values.clone()).unwrap_or_default()
        })
    };
    view! {
        {move || heading().map(|heading| view! { <p class="facet-group" aria-hidden="true">{heading}</p> })}
        <ul class="facet-values" aria-label=heading>
            <For each=values key=Value::clone children=move |value| view! { <FacetValue facet=facet value=value/> }/>
        </ul>
    }
}

/// The field for a search within a facet.
#[component]
fn SoughtField(facet: Facet, sought: RwSignal<String>) -> impl IntoView {
    let app = AppState::expect();
    let label = app.say(move |words| words.search_within(facet_name(words, facet)));
    view! {
        <input
            class="facet-search"
            type="search"
            aria-label=label.clone()
            placeholder=label
            prop:value=sought
            on:input=move |event| {
                app.prepare_search();
                sought.set(event_target_value(&event));
            }
        />
    }
}

/// The places in the vocabulary of the values that are called as sought: those of a facet with many, of no order of
/// their own, by how many records have them, others as the vocabulary has them.
fn ordered_places(app: AppState, facet: Facet, sought: &str) -> Vec<usize> {
    app.library.with(|library| {
        let Some(library) = library else {
            return Vec::new();
        };
        let ids = facet.values(library.vocabulary());
        let is_sought =
            |id: &str| sought.trim().is_empty() || is_called(library, facet, id, sought);
        let mut places: Vec<usize> = (0..ids.len())
            .filter(|place| is_sought(ids[*place]))
            .collect();
        if matches!(facet, Facet::Topic | Facet::Org | Facet::Place) {
            // Values that change places under each letter cannot be read.
            app.rested_results.with(|results| {
                let counts = results.counts.of(facet);
                places.sort_by_key(|place| Reverse(counts.get(*place)));
            });
        }
        places
    })
}

/// Some values by their groups, in the order of these; those with no value are left out.
fn grouped(app: AppState, facet: Facet, places: &[usize]) -> Vec<Group<usize>> {
    if facet != Facet::Topic {
        return vec![(None, places.to_vec())];
    }
    app.library.with(|library| {
        let topics = library.as_ref().map(|library| &library.vocabulary().topics);
        let of_group = |group: &TopicGroup| {
            let is_of = |place: &usize| topics.is_some_and(|topics| topics[*place].group == *group);
            (Some(*group), places.iter().copied().filter(is_of).collect())
        };
        let groups = TopicGroup::ALL.iter().map(of_group);
        groups
            .filter(|(_, places): &Group<usize>| !places.is_empty())
            .collect()
    })
}

/// How many values there are in groups.
fn size<T>(groups: &[Group<T>]) -> usize {
    groups.iter().map(|(_, values)| values.len()).sum()
}

/// The first of the values of each group, and those further on that are chosen: they stay in sight.
fn shown_values(
    app: AppState,
    facet: Facet,
    groups: &[Group<usize>],
    limit: usize,
) -> Vec<Group<Value>> {
    app.library.with(|library| {
        let Some(library) = library else {
            return Vec::new();
        };
        let ids = facet.values(library.vocabulary());
        app.choices.with(|choices| {
            let is_chosen = |place: &&usize| choices.contains(facet, ids[**place]);
            let of_group = |(group, places): &Group<usize>| {
                let (first, rest) = places.split_at(limit.min(places.len()));
                let shown = first.iter().chain(rest.iter().filter(is_chosen));
                let values = shown.filter_map(|place| Value::at(library, facet, *place));
                (*group, values.collect())
            };
            groups.iter().map(of_group).collect()
        })
    })
}
