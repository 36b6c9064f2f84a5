//! The window of years: a histogram to drag over, and two fields to type into.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::histogram::Histogram;
use crate::state::Entry;
use crate::ui::AppState;

/// The years facet.
#[component]
pub fn YearRange() -> impl IntoView {
    let app = AppState::expect();
    let span = move || {
        app.results.with(|results| {
            let years = &results.counts.years;
            Some((years.first()?.0, years.last()?.0))
        })
    };
    let histogram = NodeRef::<Div>::new();
    // While a drag goes on: the year in which it began.
    let anchor = StoredValue::new(None::<u16>);

    let year_at = move |event: &PointerEvent| {
        let (first, last) = span()?;
        let bounds = histogram.get_untracked()?.get_bounding_client_rect();
        let part = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
        let count = f64::from(last - first + 1);
        Some(first + (part * count).max(0.0).min(count - 1.0) as u16)
    };
    let choose = move |a: u16, b: u16, entry: Entry| {
        app.change(entry, |state| state.show_years(Some(a), Some(b)));
    };
    let begin = move |event: PointerEvent| {
        if let Some(year) = year_at(&event) {
            if let Some(element) = histogram.get_untracked() {
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            anchor.set_value(Some(year));
            choose(year, year, Entry::Push);
        }
    };
    let drag = move |event: PointerEvent| {
        if let (Some(anchor), Some(year)) = (anchor.get_value(), year_at(&event)) {
            choose(anchor, year, Entry::ReplaceAtRest);
        }
    };
    let typed = move |value: String, is_from: bool| {
        let year = value
            .trim()
            .parse::<u16>()
            .ok()
            .filter(|year| (1..=9999).contains(year));
        app.change(Entry::Push, |state| {
            if is_from {
                state.show_years(year, state.to);
            } else {
                state.show_years(state.from, year);
            }
        });
    };
    let text = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    view! {
        <details class="facet" open=true>
            <summary class="facet-name">{app.say(|words| words.facet_years())}</summary>
            <div
                class="histogram"
                node_ref=histogram
                aria-hidden="true"
                on:pointerdown=begin
                on:pointermove=drag
                on:pointerup=move |_| anchor.set_value(None)
                on:pointercancel=move |_| anchor.set_value(None)
            >
                <Histogram/>
            </div>
            <div class="year-fields">
                <label class="year-field">
                    <span>{app.say(|words| words.year_from())}</span>
                    <input
                        type="number" inputmode="numeric" min="1" max="9999" name="from"
                        placeholder=move || text(span().map(|(first, _)| first))
                        prop:value=move || app.view_state.with(|state| text(state.from))
                        on:change=move |event| typed(event_target_value(&event), true)
                    />
                </label>
                <label class="year-field">
                    <span>{app.say(|words| words.year_to())}</span>
                    <input
                        type="number" inputmode="numeric" min="1" max="9999" name="to"
                        placeholder=move || text(span().map(|(_, last)| last))
                        prop:value=move || app.view_state.with(|state| text(state.to))
                        on:change=move |event| typed(event_target_value(&event), false)
                    />
                </label>
            </div>
            <p class="facet-hint">{app.say(|words| words.years_hint())}</p>
        </details>
    }
    .into_any()
}
