//! The matching records along a line of time: a chart, and the same in order as a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::status;
use super::chart::{ChartProps, Shown, Told};
use super::chips::Chips;
use super::chunks::{self, NotLoaded};
use super::facet_panel::FacetPanel;
use super::markup::{Marks, Markup};
use super::not_loaded::NotLoadedNote;
use super::paging::{PAGE, Paging};
use super::{AppState, Library, Words, derived, format, live};
use crate::dataset::Bundle;
use crate::explore::{Constraint, Sort, ViewState};
use crate::state::Entry;

/// The view of the timeline.
#[component]
pub fn TimelineView() -> impl IntoView {
    let app = AppState::expect();
    let total = move || app.results.with(|results| results.cards.len());
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <div class="results-head">
                    <h1 id="results-count" class="results-count">{app.say(move |words| words.results_count(total()))}</h1>
                    <Chips/>
                </div>
                <p class="visually-hidden" role="status">{app.say(move |words| words.results_announced(total()))}</p>
                <ChartPlace/>
                <Chronicle/>
            </section>
        </div>
    }
    .into_any()
}

/// The chart, which is loaded with the first look at it.
#[component]
fn ChartPlace() -> impl IntoView {
    let app = AppState::expect();
    let attempt = RwSignal::new(0_usize);
    let retry = move |()| attempt.update(|attempt| *attempt += 1);
    let bundle = bundle_of(app);
    let shown = shown_in_chart(app);
    view! {
        <Suspense fallback=|| view! { <div class="chart" aria-busy="true"></div> }.into_any()>
            {move || {
                attempt.track();
                let props = ChartProps { bundle, shown, told: Callback::new(move |told| follow(app, told)) };
                Suspend::new(async move {
                    match chunks::timeline_chart(props).await {
                        Ok(chart) => chart,
                        Err(NotLoaded) => view! {
                            <div class="chart"><NotLoadedNote sentence=|words| words.no_chart() retry=retry/></div>
                        }
                        .into_any(),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

/// The records of the language and data set on screen. More words to search in are no reason to draw a new chart.
fn bundle_of(app: AppState) -> Memo<Option<Arc<Bundle>>> {
    let set = derived(move || {
        app.library.with(|library| {
            let library = library.as_ref()?;
            Some((library.bundle.lang, library.data.clone()))
        })
    });
    derived(move || {
        let _ = set.read();
        app.library
            .with_untracked(|library| Some(library.as_ref()?.bundle.clone()))
    })
}

/// Which records the chart shows, and its window, lanes and open record.
fn shown_in_chart(app: AppState) -> Signal<Shown> {
    // Records as the filters leave them, whatever the years: what lies outside the window is only out of sight.
    let filters = derived(move || {
        let filters = app.narrowing.get();
        (filters.q, filters.choices)
    });
    let results = derived(move || {
        let _ = filters.read();
        app.explore_with(|state| state.without(Constraint::Years))
    });
    let state = derived(move || {
        app.view_state.with(|state| ViewState {
            from: state.from,
            to: state.to,
            days: state.days,
            lanes: state.lanes,
            id: state.id.clone(),
            ..ViewState::default()
        })
    });
    Signal::derive(move || Shown {
        cards: results.with(|results| results.cards.clone()),
        state: state.get(),
    })
}

/// Follows what the reader does on the chart.
fn follow(app: AppState, told: Told) {
    match told {
        Told::Open(id) => app.change(Entry::Push, |state| state.id = Some(id)),
        Told::Window(window) => app.change(Entry::ReplaceAtRest, |state| {
            (state.from, state.to, state.days) = (window.from, window.to, window.days);
            state.lanes = window.lanes;
        }),
        // The chart saves pictures itself.
        Told::Keep(..) => {}
    }
}

/// The matching records in order of time, as a list: the same as the chart, for whoever reads rather than looks.
#[component]
pub fn Chronicle() -> impl IntoView {
    let app = AppState::expect();
    let paging = Paging::new(app);
    let shown = paging.shown;
    let results = derived(move || {
        let _ = app.narrowing.read();
        app.explore_with(|state| ViewState {
            sort: Some(Sort::Oldest),
            ..state.clone()
        })
    });
    let more = move || {
        results
            .with(|results| results.cards.len())
            .saturating_sub(shown.get())
    };
    let items = move || {
        let state = app.view_state.get();
        app.library.with(|library| {
            let Some(library) = library else {
                return String::new();
            };
            let mut markup = Markup::default();
            app.query.with(|query| {
                let variants = library.index.variants();
                let marks = Marks { query, variants };
                results.with(|results| {
                    for place in results.cards.iter().take(shown.get()) {
                        entry(&mut markup, library, *place, &state, marks);
                    }
                });
            });
            markup.finish()
        })
    };
    view! {
        <section class="chronicle" aria-labelledby="chronicle">
            <h2 id="chronicle" class="section-title">{app.say(|words| words.chronicle())}</h2>
            <ol class="chronicle-list" inner_html=items></ol>
            {live(move || (more() > 0).then(|| view! {
                <button type="button" class="button more" on:click=move |_| paging.show_more()>
                    {app.say(move |words| words.show_more(more().min(PAGE)))}
                </button>
            }.into_any()))}
        </section>
    }
    .into_any()
}

/// Writes a record of the list.
fn entry(markup: &mut Markup, library: &Library, place: u32, state: &ViewState, marks: Marks<'_>) {
    let Some(card) = library.bundle.cards.get(place as usize) else {
        return;
    };
    let words = Words(library.bundle.lang);
    let lang = words.0;
    let vocabulary = library.vocabulary();
    let theme = card.themes.first().map(String::as_str);
    let href = ViewState {
        id: Some(card.id.clone()),
        ..state.clone()
    }
    .to_href();
    markup.hued("li", "chronicle-item", theme, vocabulary);
    let end = card.end.map(|end| (end, card.end_about));
    let when = format::span(words, (card.start, card.about), end);
    markup.leaf("span", "chronicle-when", &when);
    markup.begin("div", "chronicle-what");
    markup.open("a", &[("class", "chronicle-name"), ("href", &href)]);
    markup.marked(card.name.get(lang), marks).close();
    markup.begin("p", "chronicle-notes");
    if let Some(theme) = theme.and_then(|id| vocabulary.theme(id)) {
        markup.plain("span", theme.short.get(lang));
    }
    let lead = card.organisations.first();
    if let Some(lead) = lead.and_then(|id| vocabulary.organisation(id)) {
        markup.plain("span", lead.name.get(lang));
    }
    status(markup, card, vocabulary, words);
    markup.close().close().close();
}
