//! What is pointed at, told at its mark.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::Chart;
use super::head::pixel;
use crate::ui::collection::Star;
use crate::ui::components::{StatusNote, sum_in_words};

/// How wide what is told is at most, in pixels.
const WIDTH: f64 = 320.0;
/// How much room its star takes, in pixels.
const STAR: f64 = 44.0;

/// The name, dates, lead, sum and summary of what is pointed at, with its star; where a finger covers several, a list of them.
#[component]
pub fn Tip() -> impl IntoView {
    let chart = Chart::expect();
    let place = move || {
        let place = chart.pointed.with(|pointed| pointed.first().copied())?;
        let (bar, middle) = (chart.bar(place)?.0, chart.middle(place)?);
        let (width, thickness) = (chart.width(), chart.form.get().thickness);
        let x = bar.x0.clamp(0.0, (width - WIDTH).max(0.0));
        // A mouse comes to the star from where the bar begins, and meets no other bar on the way.
        let star = bar.x0.clamp(x, (width - STAR).max(x)) - x;
        Some([x, middle + thickness / 2.0 + 1.0, star].map(pixel))
    };
    let leave = move |event: PointerEvent| {
        // A finger leaves with every press.
        if event.pointer_type() != "touch"
            && chart.pointed.with_untracked(|pointed| pointed.len() == 1)
        {
            chart.pointed.set(Vec::new());
        }
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
        {move || place().map(|[left, top, star]| view! {
            <div
                class="chart-tip"
                style:left=format!("{left}px")
                style:top=format!("{top}px")
                style=("--star", format!("{star}px"))
                on:pointerleave=leave
            >{told}</div>
        })}
    }
}

/// What is known of one. Its star takes no focus from the plot, where a key does the same.
#[component]
fn Told(place: usize) -> impl IntoView {
    let card = Chart::expect().card_at(place);
    card.map(|card| {
        let words = card.words();
        let when = card.when();
        let sum = sum_in_words(&card);
        view! {
            <div class="chart-star" data-hue=card.hue() on:mousedown=|event| event.prevent_default()>
                <Star card=card.clone() tabindex="-1"/>
            </div>
            <div class="chart-told" aria-hidden="true">
                <b>{card.name.get(words.0).to_owned()}</b>
                <span class="chart-told-when">{when} " · " <StatusNote card=card.clone()/></span>
                {card.lead_name().map(|lead| view! { <span>{lead.to_owned()}</span> })}
                {sum.map(|sum| view! { <span>{sum}</span> })}
                <span>{card.summary.clone()}</span>
            </div>
        }
    })
}

/// Several under one finger, each to be opened or kept.
#[component]
fn Offered(places: Vec<usize>) -> impl IntoView {
    let chart = Chart::expect();
    let rows = places.into_iter().filter_map(|place| {
        let card = chart.card_at(place)?;
        let (name, hue) = (card.name.get(card.words().0).to_owned(), card.hue());
        Some(view! {
            <li class="chart-offered" data-hue=hue>
                <button type="button" class="chart-offer" on:click=move |_| chart.open(place)>
                    {name}
                </button>
                <Star card=card/>
            </li>
        })
    });
    view! { <ul class="chart-offers" aria-label=chart.words.several_here()>{rows.collect_view()}</ul> }
}
