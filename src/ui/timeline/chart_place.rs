//! The place of the chart, which is loaded with the first look at it.

use leptos::prelude::*;

use crate::explore::{Constraint, ViewState};
use crate::state::Entry;
use crate::ui::AppState;
use crate::ui::chart::{ChartProps, Shown, Told};
use crate::ui::chunks::{self, ShowChart};
use crate::ui::components::{Chunk, ChunkView, NotLoadedNote};

/// The chart, or a sentence and another try where it did not arrive.
#[component]
pub fn ChartPlace() -> impl IntoView {
    let app = AppState::expect();
    let chunk = Chunk::new(chunks::timeline_chart);
    let (bundle, shown) = (app.bundle, shown_in_chart(app));
    let told = Callback::new(move |told| follow(app, told));
    let show = move |show: ShowChart| {
        show(ChartProps {
            bundle,
            shown,
            told,
        })
    };
    view! {
        <ChunkView chunk=chunk show=show>
            <Show
                when=move || chunk.is_missing()
                fallback=|| view! { <div class="chart" aria-busy="true"></div> }
            >
                <div class="chart"><NotLoadedNote chunk=chunk sentence=|words| words.no_chart()/></div>
            </Show>
        </ChunkView>
    }
}

/// Which records the chart shows, and its window, lanes and open record.
fn shown_in_chart(app: AppState) -> Signal<Shown> {
    // Records as the filters leave them, whatever the years: what lies outside the window is only out of sight.
    let filters = Memo::new(move |_| {
        let filters = app.narrowing.get();
        (filters.q, filters.choices)
    });
    let results = Memo::new(move |_| {
        let _ = filters.read();
        app.explore_with(|state| state.without(Constraint::Years))
    });
    let state = Memo::new(move |_| {
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
