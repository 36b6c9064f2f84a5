//! The names that are shown: whole, or not at all.

use leptos::prelude::*;

use super::Chart;
use super::head::pixel;
use super::player::Player;
use crate::timeline::{MOST_ROWS, Mark, Name, Named, names_above, names_beside};

/// How high a name beside a bar is, in pixels: what its letters take above and below.
pub const BESIDE_PX: f64 = 13.0;

/// All names of a chart that have a place.
#[derive(Clone, Copy)]
pub struct PlacedNames(pub Memo<Vec<Name>>);

impl PlacedNames {
    /// Those of a chart.
    pub fn new(chart: Chart) -> Self {
        Self(Memo::new(move |_| names(chart)))
    }

    /// Those of the chart around a component.
    ///
    /// # Panics
    /// Outside the chart.
    pub fn expect() -> Self {
        expect_context()
    }
}

/// The names near what is in sight.
#[component]
pub fn Names() -> impl IntoView {
    let (chart, player) = (Chart::expect(), Player::expect());
    let PlacedNames(placed) = PlacedNames::expect();
    let seen = move || {
        let (top, bottom) = chart.band.get();
        let played = player.day();
        placed.with(|names| {
            let names = names
                .iter()
                .filter(|name| (top..bottom).contains(&name.top));
            let names =
                names.filter(|name| played.is_none_or(|day| has_begun(chart, name.place, day)));
            names.map(|name| name.place).collect::<Vec<usize>>()
        })
    };
    let at = move |place: usize| {
        placed.with(|names| names.iter().find(|name| name.place == place).copied())
    };
    view! {
        <g class="names" aria-hidden="true">
            <For each=seen key=|place| *place children=move |place| view! { <NameText place=place at=move || at(place)/> }/>
        </g>
    }
}

/// A name in one line or more.
#[component]
fn NameText(
    place: usize,
    at: impl Fn() -> Option<Name> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let chart = Chart::expect();
    let name = chart
        .card_at(place)
        .map(|card| card.name.get(card.words().0).to_owned());
    let name = name.unwrap_or_default();
    let x = move || at().map(|name| pixel(name.x));
    let y = move || at().map(|name| pixel(name.top) + 11);
    let lines = {
        let name = name.clone();
        move || {
            let form = chart.form.get();
            let room = form.name_room(chart.width());
            let lines = chart.with_measure(|measure| measure.lines(&name, room));
            let rise = pixel(form.line);
            let lines = lines.into_iter().enumerate().map(|(nth, line)| {
                let fall = if nth == 0 { 0 } else { rise };
                view! { <tspan x=x dy=fall>{line}</tspan> }
            });
            lines.collect_view()
        }
    };
    view! { <text class="name" paint-order="stroke" x=x y=y>{lines}</text> }
}

/// All names that have a place.
pub fn names(chart: Chart) -> Vec<Name> {
    let form = chart.form.get();
    let (width, today) = (chart.width(), chart.today_x());
    let rows = named(chart);
    if form.is_above {
        return names_above(&rows, width, today);
    }
    chart.sheet.with(|sheet| {
        let bottom = |lane: u16| {
            sheet
                .lanes()
                .get(usize::from(lane))
                .map_or(0.0, |lane| lane.bottom)
        };
        names_beside(&rows, BESIDE_PX, width, today, bottom)
    })
}

/// The rows with the widths of their names: all, or where there are very many those near what is in sight.
fn named(chart: Chart) -> Vec<Named> {
    let rows = chart.sheet.with(|sheet| {
        let all = sheet.rows();
        let seen = if all.len() > MOST_ROWS {
            let (top, bottom) = chart.band.get();
            sheet.rows_between(top, bottom)
        } else {
            0..all.len()
        };
        seen.filter_map(|row| Some((row, *all.get(row)?)))
            .collect::<Vec<(usize, usize)>>()
    });
    let form = chart.form.get();
    let room = form.name_room(chart.width()).ceil();
    let named = rows.into_iter().filter_map(|(row, place)| {
        let (bar, _) = chart.bar(place)?;
        let card = chart.card_at(place)?;
        let name = card.name.get(card.words().0);
        let wide = chart.with_measure(|measure| measure.width(name)).ceil();
        let (lane, weight) = chart.timeline.with(|timeline| {
            let entry = &timeline.entries()[place];
            (entry.lane, entry.weight)
        });
        let (top, height) = chart
            .sheet
            .with(|sheet| (sheet.top(row), sheet.row_height(row)));
        Some(Named {
            place,
            lane,
            weight,
            x0: bar.x0,
            x1: bar.end(),
            top: top + form.name_top(height),
            width: wide.min(room),
        })
    });
    named.collect()
}

fn has_begun(chart: Chart, place: usize, day: f64) -> bool {
    chart.timeline.with(|timeline| {
        let entry = timeline.entries().get(place);
        entry.is_some_and(|entry| f64::from(entry.life.begin.start) < day)
    })
}

/// The marks near a height: bars with their hairlines, and names.
pub fn marks(chart: Chart, placed: PlacedNames, y: f64, reach: f64) -> Vec<Mark> {
    let half = chart.form.get_untracked().thickness / 2.0;
    let (top, bottom) = (y - reach, y + reach);
    untrack(|| {
        let rows = chart.sheet.with(|sheet| {
            let rows = sheet.rows_between(top, bottom);
            sheet
                .rows()
                .get(rows)
                .map(<[usize]>::to_vec)
                .unwrap_or_default()
        });
        let bars = rows.into_iter().filter_map(|place| {
            let (bar, middle) = (chart.bar(place)?.0, chart.middle(place)?);
            Some(Mark {
                place,
                x: bar.x0..bar.end(),
                y: middle - half..middle + half,
            })
        });
        let names = placed.0.get().into_iter().map(|name| Mark {
            place: name.place,
            x: name.x..name.x + name.width,
            y: name.top..name.top + BESIDE_PX,
        });
        bars.chain(names).collect()
    })
}
