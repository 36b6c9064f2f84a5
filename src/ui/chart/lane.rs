//! A lane: its head, and the bars of its rows.

use leptos::prelude::*;

use super::Chart;
use super::dense::Dense;
use super::head::pixel;
use super::keyboard::option_id;
use super::player::Player;
use crate::state::BundleCard;
use crate::timeline::{LanePlace, PATH_SCALE, plans};
use crate::ui::components::status_note;

/// What keeps strokes as wide as the style sheet says, in paths that are scaled.
const STROKE: &str = "non-scaling-stroke";

/// The name of a lane with its count, which folds it.
#[component]
pub fn LaneHead(lane: usize) -> impl IntoView {
    let (chart, player) = (Chart::expect(), Player::expect());
    let place = place_of(chart, lane);
    let is_here =
        move || place.with(|place| place.as_ref().is_some_and(|place| place.body > place.top));
    let named = move || chart.lanes.with(|lanes| lanes.get(lane).cloned());
    let count = move || {
        let all = chart.timeline.with(|timeline| timeline.lane(lane).len());
        let begun = player.day().map(|day| {
            chart
                .timeline
                .with(|timeline| timeline.begun_before(lane, day))
        });
        begun.map_or_else(|| all.to_string(), |begun| chart.words.of_all(begun, all))
    };
    let is_open = move || !chart.closed.with(|closed| closed.contains(&lane));
    view! {
        <Show when=is_here>
            <button
                type="button"
                class="lane-head"
                data-hue=move || named().and_then(|lane| lane.hue).map(|hue| hue.to_string())
                style:top=move || format!("{}px", pixel(place.with(|place| place.as_ref().map_or(0.0, |place| place.top))))
                aria-expanded=move || is_open().to_string()
                on:click=move |_| chart.closed.update(|closed| if !closed.remove(&lane) { closed.insert(lane); })
            >
                <span class="lane-name">{move || named().map(|lane| lane.name)}</span>
                <span class="lane-count">{count}</span>
            </button>
        </Show>
    }
}

/// The bars of a lane, or its density.
#[component]
pub fn Lane(lane: usize) -> impl IntoView {
    let chart = Chart::expect();
    let place = place_of(chart, lane);
    let hue = move || {
        chart
            .lanes
            .with(|lanes| lanes.get(lane)?.hue)
            .map(|hue| hue.to_string())
    };
    let name = move || {
        chart
            .lanes
            .with(|lanes| lanes.get(lane).map(|lane| lane.name.clone()))
    };
    let is_dense =
        Memo::new(move |_| place.with(|place| place.as_ref().is_some_and(|place| place.is_dense)));
    // Of a lane, those near what is in sight.
    let seen = Memo::new(move |_| {
        let rows = place.with(|place| place.as_ref().map_or(0..0, |place| place.rows.clone()));
        let (top, bottom) = chart.band.get();
        chart.sheet.with(|sheet| {
            let between = sheet.rows_between(top, bottom);
            let rows = rows.start.max(between.start)..rows.end.min(between.end);
            let rows = rows.filter_map(|row| sheet.rows().get(row).copied());
            rows.collect::<Vec<usize>>()
        })
    });
    // A group without options would be one that says nothing.
    let role = move || (!seen.with(Vec::is_empty)).then_some("group");
    view! {
        <g class="lane" data-hue=hue>
            <g transform=in_tenths() role=role aria-label=move || role().and_then(|_| name())>
                <path class="hairlines" vector-effect=STROKE aria-hidden="true" d=move || hairlines(chart, &seen.read())></path>
                <For each=move || keyed(chart, &seen.read()) key=|keyed| *keyed children=|(place, record)| view! {
                    <Row place=place record=record/>
                }/>
                <path class="plans" vector-effect=STROKE aria-hidden="true" d=move || all_plans(chart, &seen.read())></path>
            </g>
            <Show when=move || is_dense.get()><Dense lane=lane/></Show>
        </g>
    }
}

/// A row: the bar of an initiative.
#[component]
fn Row(place: usize, record: u32) -> impl IntoView {
    let chart = Chart::expect();
    let card = chart.card(record);
    let label = card.as_ref().map(|card| {
        let name = card.name.get(card.words().0).to_owned();
        let status = status_note(card).map(|(_, note)| note).unwrap_or_default();
        [name, card.when(), status].join(", ")
    });
    // Where the lane is that of a theme, all in it has its hue.
    let hue = move || {
        let lane = chart
            .timeline
            .with(|timeline| Some(timeline.entries().get(place)?.lane))?;
        let lane = chart
            .lanes
            .with(|lanes| lanes.get(usize::from(lane)).cloned());
        let is_theme = lane.is_some_and(|lane| lane.hue.is_some());
        card.as_ref()
            .filter(|_| !is_theme)
            .and_then(BundleCard::hue)
    };
    let is_announced = chart.timeline.with_untracked(|timeline| {
        timeline
            .entries()
            .get(place)
            .is_some_and(|entry| entry.life.is_announced)
    });
    let outline = move || {
        let _ = chart.layout_version.get();
        untrack(|| {
            let (bar, life) = chart.bar(place)?;
            let middle = chart.middle(place)?;
            let thickness = chart.form.get().thickness;
            let axis = chart.window.axis;
            Some(axis.with(|axis| bar.outline(&life, axis, middle, thickness)))
        })
    };
    let posinset = move || {
        chart
            .sheet
            .with(|sheet| sheet.row_of(place).map(|row| row + 1))
    };
    view! {
        <path
            id=option_id(record)
            class="row-bar"
            vector-effect=STROKE
            class:is-announced=is_announced
            class:is-open=move || chart.open_place.get() == Some(place)
            data-hue=hue
            role="option"
            aria-label=label
            aria-selected=move || (chart.active_place.get() == Some(place)).to_string()
            aria-setsize=move || chart.sheet.with(|sheet| sheet.rows().len())
            aria-posinset=posinset
            d=outline
        ></path>
    }
}

/// What makes tenths of a pixel, in which paths are written, pixels.
pub fn in_tenths() -> String {
    format!("scale({})", 1.0 / PATH_SCALE)
}

/// Where a lane lies.
fn place_of(chart: Chart, lane: usize) -> Memo<Option<LanePlace>> {
    Memo::new(move |_| chart.sheet.with(|sheet| sheet.lanes().get(lane).cloned()))
}

/// Places with their records.
fn keyed(chart: Chart, places: &[usize]) -> Vec<(usize, u32)> {
    chart.timeline.with(|timeline| {
        let entries = places
            .iter()
            .filter_map(|place| Some((*place, timeline.entries().get(*place)?.record)));
        entries.collect()
    })
}

/// The hairlines of rows, as one path.
fn hairlines(chart: Chart, places: &[usize]) -> String {
    let mut path = String::new();
    for place in places {
        if let (Some((bar, _)), Some(middle)) = (chart.bar(*place), chart.middle(*place)) {
            chart
                .window
                .axis
                .with(|axis| bar.line(axis, middle, &mut path));
        }
    }
    path
}

/// The plans of rows, as one path.
fn all_plans(chart: Chart, places: &[usize]) -> String {
    let mut path = String::new();
    let size = chart.form.get().thickness + 3.0;
    for place in places {
        if let (Some((_, life)), Some(middle)) = (chart.bar(*place), chart.middle(*place)) {
            chart
                .window
                .axis
                .with(|axis| plans(&life, axis, middle, size, &mut path));
        }
    }
    path
}
