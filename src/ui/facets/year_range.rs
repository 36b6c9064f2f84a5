//! The window of years: a histogram to drag over, and two fields to type into.

use leptos::ev::{Event, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::histogram::Histogram;
use crate::explore::{Dated, ViewState};
use crate::state::Entry;
use crate::ui::{AppState, Words};

/// The years facet.
#[component]
pub fn YearRange() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <details class="facet" open=true>
            <summary class="facet-name">{app.say(|words| words.facet_years())}</summary>
            <YearDrag/>
            <div class="year-fields">
                <YearField
                    name="from"
                    label=|words| words.year_from()
                    widest=|(first, _)| first
                    chosen=|state| state.from
                    choose=|state, year| state.show_years(year, state.to)
                />
                <YearField
                    name="to"
                    label=|words| words.year_to()
                    widest=|(_, last)| last
                    chosen=|state| state.to
                    choose=|state, year| state.show_years(state.from, year)
                />
            </div>
            <DatedChoice/>
        </details>
    }
    .into_any()
}

/// The choice of what has to have happened in these years.
#[component]
fn DatedChoice() -> impl IntoView {
    let app = AppState::expect();
    let choose = move |dated: Dated| app.change(Entry::Push, |state| state.dated = dated);
    let chosen = Memo::new(move |_| app.view_state.with(|state| state.dated));
    view! {
        <fieldset class="dated">
            <legend class="visually-hidden">{app.say(|words| words.dated())}</legend>
            {Dated::ALL.into_iter().map(|dated| {
                let is_chosen = move || chosen.get() == dated;
                view! {
                    <label class="dated-choice">
                        <input
                            type="radio" name="years" value=dated.key()
                            prop:checked=is_chosen
                            on:change=move |_| choose(dated)
                        />
                        <span>{app.say(move |words| match dated {
                            Dated::Any => words.dated_any(),
                            Dated::Began => words.dated_began(),
                        })}</span>
                    </label>
                }
            }).collect_view()}
        </fieldset>
    }
}

/// The first and the last year that the facet offers, if it offers any.
fn span(app: AppState) -> Option<(u16, u16)> {
    app.results.with(|results| {
        let years = &results.counts.years;
        Some((years.first()?.0, years.last()?.0))
    })
}

/// The histogram, on which a drag chooses years.
#[component]
fn YearDrag() -> impl IntoView {
    let app = AppState::expect();
    let histogram = NodeRef::<Div>::new();
    // While a drag goes on: the year in which it began.
    let anchor = StoredValue::new(None::<u16>);
    let year_at = move |event: &PointerEvent| {
        let (first, last) = span(app)?;
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
    view! {
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
    }
}

/// A field for one end of the years.
#[component]
fn YearField(
    /// The name of the field.
    name: &'static str,
    /// What stands beside it.
    label: fn(Words) -> &'static str,
    /// Which of the first and the last year leaves nothing out.
    widest: fn((u16, u16)) -> u16,
    /// The year that is chosen.
    chosen: fn(&ViewState) -> Option<u16>,
    /// Chooses a year, or none.
    choose: fn(&mut ViewState, Option<u16>),
) -> impl IntoView {
    let app = AppState::expect();
    let text = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    let typed = move |event: Event| {
        let field = event_target::<HtmlInputElement>(&event);
        let year = field.value().trim().parse::<u16>();
        let year = year.ok().filter(|year| (1..=9999).contains(year));
        app.change(Entry::Push, |state| choose(state, year));
        // Where the year stays as it was, nothing else puts it back into the field.
        field.set_value(&text(app.view_state.with_untracked(chosen)));
    };
    let year = Memo::new(move |_| app.view_state.with(chosen));
    let offered = Memo::new(move |_| span(app).map(widest));
    view! {
        <label class="year-field">
            <span>{app.say(label)}</span>
            <input
                type="number" inputmode="numeric" min="1" max="9999" name=name
                placeholder=move || text(offered.get())
                prop:value=move || text(year.get())
                on:change=typed
            />
        </label>
    }
}
