//! What is pointed at, told at its mark.

use leptos::prelude::*;

use super::Chart;
use super::head::pixel;
use crate::ui::components::{StatusNote, sum_in_words};

/// How wide what is told is at most, in pixels.
const WIDTH: f64 = 320.0;

/// The name, dates, lead, sum and summary of what is pointed at; where a finger covers several, a list of them.
#[component]
pub fn Tip() -> impl IntoView {
    let chart = Chart::expect();
    let place = move || {
        let place = chart.pointed.with(|pointed| pointed.first().copied())?;
        let (bar, middle) = (chart.bar(place)?.0, chart.middle(place)?);
        let (width, thickness) = (chart.width(), chart.form.get().thickness);
        let x = bar.x0.clamp(0.0, (width - WIDTH).max(0.0));
        Some((pixel(x), pixel(middle + thickness / 2.0 + 6.0)))
    };
    let told = move || {
        let pointed = chart.pointed.get();
        match pointed.as_slice() {
            [] => None,
            [place] => Some(view! { <Told place=*place/> }.into_any()),
            _ => Some(view! { <Offered places=pointed/> }.into_any()),
        }
    };
    view! {
        {move || place().map(|(left, top)| view! {
            <div class="chart-tip" style:left=format!("{left}px") style:top=format!("{top}px")>{told}</div>
        })}
    }
}

/// What is known of one.
#[component]
fn Told(place: usize) -> impl IntoView {
    let card = Chart::expect().card_at(place);
    card.map(|card| {
        let words = card.words();
        let when = card.when();
        let sum = sum_in_words(&card);
        view! {
            <div class="chart-told" data-hue=card.hue() aria-hidden="true">
                <b>{card.name.get(words.0).to_owned()}</b>
                <span class="chart-told-when">{when} " · " <StatusNote card=card.clone()/></span>
                {card.lead_name().map(|lead| view! { <span>{lead.to_owned()}</span> })}
                {sum.map(|sum| view! { <span>{sum}</span> })}
                <span>{card.summary.clone()}</span>
            </div>
        }
    })
}

/// Several under one finger, each to be opened.
#[component]
fn Offered(places: Vec<usize>) -> impl IntoView {
    let chart = Chart::expect();
    let rows = places.into_iter().filter_map(|place| {
        let card = chart.card_at(place)?;
        let name = card.name.get(card.words().0).to_owned();
        Some(view! {
            <li>
                <button type="button" class="chart-offer" data-hue=card.hue() on:click=move |_| chart.open(place)>
                    {name}
                </button>
            </li>
        })
    });
    view! { <ul class="chart-offers" aria-label=chart.words.several_here()>{rows.collect_view()}</ul> }
}
