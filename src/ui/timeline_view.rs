//! The matching records along a line of time: a chart, and the same in order as a list.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::browser::Step;
use super::card::status;
use super::chart_host::{ChartHandle, open_chart};
use super::chips::Chips;
use super::facet_panel::FacetPanel;
use super::markup::{Marks, Markup};
use super::paging::{PAGE, show_more, shown_items};
use super::{Explorer, Library, Words, derived, format, library, live, whenever};
use crate::address::Address;
use crate::explore::{Constraint, Lanes, Results, Sort, ViewState};

/// The view of the timeline.
#[component]
pub fn TimelineView() -> impl IntoView {
    let explorer = Explorer::expect();
    let total = move || explorer.results.with(|results| results.cards.len());
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <div class="results-head">
                    <h1 id="results-count" class="results-count">{explorer.say(move |words| words.results_count(total()))}</h1>
                    <Chips/>
                </div>
                <p class="visually-hidden" role="status">{explorer.say(move |words| words.results_announced(total()))}</p>
                <ChartPlace/>
                <Chronicle/>
            </section>
        </div>
    }
    .into_any()
}

/// The element in which the chart draws itself.
#[component]
fn ChartPlace() -> impl IntoView {
    let explorer = Explorer::expect();
    let place = NodeRef::<Div>::new();
    let chart: Rc<RefCell<Option<ChartHandle>>> = Rc::default();
    let chart = StoredValue::new_local(chart);
    let opened = RwSignal::new(0_usize);
    // Records as the filters leave them, whatever the years: what lies outside the window is only out of sight.
    let narrowing = derived(move || {
        let state = explorer
            .narrowing
            .with(|state| state.without(Constraint::Years));
        ViewState {
            lanes: Lanes::default(),
            sort: None,
            ..state
        }
    });
    let shown = results_of(explorer, move || narrowing.get());
    // The chart reads the same file as the page, once for each language and data set.
    let wanted = derived(move || {
        explorer.library.with(|library| {
            library
                .as_ref()
                .map_or_else(ViewState::default, |library| ViewState {
                    lang: Some(library.bundle.lang),
                    data: library.data.clone(),
                    ..ViewState::default()
                })
        })
    });
    let told = Closure::<dyn Fn(String, String)>::new(move |what: String, value: String| {
        if what == "open" {
            explorer.change(Step::Push, |state| state.id = Some(value));
        } else {
            let window = Address::read(&value).state;
            explorer.change(Step::Replace, |state| {
                (state.from, state.to, state.days) = (window.from, window.to, window.days);
                state.lanes = window.lanes;
            });
        }
    });
    let told = told.into_js_value().unchecked_into::<js_sys::Function>();
    let told = StoredValue::new_local(told);
    whenever(move || {
        let file = wanted.get();
        let (Some(element), Some(lang)) = (place.get(), file.lang) else {
            return;
        };
        let told = told.get_value();
        leptos::task::spawn_local(async move {
            let name = format!("cards.{}.json", lang.tag());
            let cards = library::file(file.data.as_deref(), &name).await;
            // The reader may have gone on meanwhile, to another language or another view.
            if wanted.try_get_untracked().as_ref() != Some(&file) {
                return;
            }
            if let Some(before) = chart.with_value(|chart| chart.take()) {
                before.close();
            }
            let handle = match cards {
                Ok(cards) => open_chart(&element, &cards, &told).await.ok(),
                Err(_) => None,
            };
            let handle = handle.map(JsCast::unchecked_into::<ChartHandle>);
            match (handle, wanted.try_get_untracked()) {
                (Some(handle), Some(_)) => chart.with_value(|chart| {
                    chart.replace(Some(handle));
                }),
                (Some(handle), None) => handle.close(),
                (None, _) => element.set_text_content(Some(explorer.words().no_chart())),
            }
            opened.try_update(|opened| *opened += 1);
        });
    });
    let state = derived(move || {
        let (from, to, days, lanes, id) = explorer.state.with(|state| {
            (
                state.from,
                state.to,
                state.days,
                state.lanes,
                state.id.clone(),
            )
        });
        ViewState {
            from,
            to,
            days,
            lanes,
            id,
            ..ViewState::default()
        }
    });
    whenever(move || {
        opened.track();
        let (cards, query) = (shown.get().cards.clone(), state.get().to_query());
        chart.with_value(|chart| {
            if let Some(chart) = chart.borrow().as_ref() {
                chart.show(cards, &query);
            }
        });
    });
    on_cleanup(move || {
        if let Some(chart) = chart.try_with_value(|chart| chart.take()).flatten() {
            chart.close();
        }
    });
    view! { <div class="chart" node_ref=place aria-busy=move || (opened.get() == 0).then_some("true")></div> }.into_any()
}

/// The matching records in order of time, as a list: the same as the chart, for whoever reads rather than looks.
#[component]
pub fn Chronicle() -> impl IntoView {
    let explorer = Explorer::expect();
    let shown = shown_items(explorer);
    let results = results_of(explorer, move || ViewState {
        sort: Some(Sort::Oldest),
        ..explorer.narrowing.get()
    });
    let more = move || {
        results
            .with(|results| results.cards.len())
            .saturating_sub(shown.get())
    };
    let items = move || {
        let state = explorer.state.get();
        explorer.library.with(|library| {
            let Some(library) = library else {
                return String::new();
            };
            let mut markup = Markup::default();
            explorer.search.with(|query| {
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
            <h2 id="chronicle" class="section-title">{explorer.say(|words| words.chronicle())}</h2>
            <ol class="chronicle-list" inner_html=items></ol>
            {live(move || (more() > 0).then(|| view! {
                <button type="button" class="button more" on:click=move |_| show_more(shown)>
                    {explorer.say(move |words| words.show_more(more().min(PAGE)))}
                </button>
            }.into_any()))}
        </section>
    }
    .into_any()
}

/// What a state of its own would show.
fn results_of(
    explorer: Explorer,
    state: impl Fn() -> ViewState + Send + Sync + 'static,
) -> Memo<Arc<Results>> {
    derived(move || {
        explorer.library.with(|library| {
            let results = library
                .as_ref()
                .map(|library| library.index.explore(&state()));
            Arc::new(results.unwrap_or_default())
        })
    })
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
    if let Some(lead) = lead.and_then(|part| vocabulary.organisation(&part.id)) {
        markup.plain("span", lead.name.get(lang));
    }
    status(markup, &card.status, vocabulary, lang);
    markup.close().close().close();
}
