//! The head of the chart: the strip of all time, eras and the calendar. It stays in sight while rows scroll by.

use leptos::prelude::*;

use super::Chart;
use super::motion::date;
use super::strip::Strip;
use crate::dataset::{Era, PartialDate};
use crate::explore::Setting;
use crate::state::Entry;
use crate::timeline::{Band, Day, Extent, Fold, Step, Tick, Ticks, Viewport};
use crate::ui::format;

/// The room on either side of a label, in pixels.
const PAD_PX: f64 = 6.0;

/// The id of what is drawn of the calendar.
pub const CALENDAR: &str = "chart-dates";
/// How high the calendar is, in pixels.
pub const CALENDAR_PX: f64 = 54.0;

/// The head.
#[component]
pub fn Head() -> impl IntoView {
    let chart = Chart::expect();
    let calendar = chart.window.ticks;
    view! {
        <div class="chart-head">
            <Strip/>
            <svg class="chart-calendar" aria-hidden="true">
                <g id=CALENDAR class="chart-dates">
                    {move || eras(chart)}
                    {move || calendar.with(|ticks| bands(chart, ticks))}
                    {move || calendar.with(|ticks| labels(chart, ticks))}
                    {move || today(chart)}
                </g>
            </svg>
            {move || fold_buttons(chart)}
        </div>
    }
}

/// The names of the eras, where they have room.
fn eras(chart: Chart) -> impl IntoView {
    let eras = chart.with_bundle(|bundle| bundle.vocabulary.eras.clone());
    chart.window.axis.with(|axis| {
        let names = eras.iter().filter_map(|era| {
            let (from, to) = days_of(era, axis.viewport);
            let (x0, x1) = (axis.x(from).max(0.0), axis.x(to).min(axis.width));
            let name = era.name.get(chart.words.0);
            has_room(chart, name, x1 - x0).then(|| {
                view! { <text class="era-name" x=pixel(x0 + PAD_PX) y=12>{name.to_owned()}</text> }
            })
        });
        names.collect_view()
    })
}

/// Years above months, and months above days.
fn bands(chart: Chart, ticks: &Ticks) -> impl IntoView + use<> {
    let bands = ticks.upper.iter().filter_map(|Band { day, x0, x1 }| {
        let name = match ticks.step {
            Step::Days(_) => format::date(chart.words.0, month_of(*day)),
            _ => format::date(chart.words.0, year_of(*day)),
        };
        has_room(chart, &name, x1 - x0).then(|| {
            view! { <text class="tick-band" x=pixel(x0 + PAD_PX) y=30>{name}</text> }
        })
    });
    bands.collect_view()
}

/// The names of the ticks, each with its line.
fn labels(chart: Chart, ticks: &Ticks) -> impl IntoView + use<> {
    let lang = chart.words.0;
    let width = chart.width();
    let labels = ticks.minor.iter().map(|Tick { day, x }| {
        let (month, of_month) = (date(*day).month(), date(*day).day());
        let name = match ticks.step {
            Step::Years(_) => format::date(lang, year_of(*day)),
            Step::Months(_) => format::month(lang, month.unwrap_or(1)),
            Step::Days(_) if lang.is_chinese() => format!("{}日", of_month.unwrap_or(1)),
            Step::Days(_) => of_month.unwrap_or(1).to_string(),
        };
        let name = has_room(chart, &name, width - x).then(|| {
            view! { <text class="tick" x=pixel(x + PAD_PX) y=48>{name}</text> }
        });
        view! { <path class="tick-line" d=format!("M{0} 36V54", pixel(*x))></path> {name} }
    });
    labels.collect_view()
}

/// The mark of today, with its date where there is room.
fn today(chart: Chart) -> impl IntoView {
    let x = chart.today_x();
    let is_seen = (0.0..=chart.width()).contains(&x);
    let name = chart
        .words
        .today_is(format::date(chart.words.0, date(chart.today)));
    is_seen.then(|| {
        let is_left = x > chart.width() / 2.0;
        let anchor = if is_left { "end" } else { "start" };
        let at = if is_left { x - PAD_PX } else { x + PAD_PX };
        view! {
            <path class="today" d=format!("M{0} 16V54", pixel(x))></path>
            <text class="today-name" paint-order="stroke" x=pixel(at) y=30 text-anchor=anchor>{name}</text>
        }
    })
}

/// A button over each fold, which unfolds them.
fn fold_buttons(chart: Chart) -> impl IntoView {
    let folds: Vec<Fold> = chart.window.axis.with(|axis| axis.folds().collect());
    let buttons = folds.into_iter().map(|fold| {
        let years = folded_years(&fold);
        let name = format!("{}–{}", years[0], years[1]);
        let label = chart.words.unfold(years[0], years[1]);
        view! {
            <button
                type="button"
                class="chart-fold"
                style:left=format!("{}px", pixel(fold.x0.max(0.0)))
                style:width=format!("{}px", pixel(fold.x1 - fold.x0.max(0.0)))
                aria-label=label.clone()
                title=label
                on:click=move |_| chart.app.change(Entry::Push, |state| {
                    state.settings.set(Setting::Unfold, Some("1".to_owned()));
                })
            >
                {name}
            </button>
        }
    });
    buttons.collect_view()
}

/// The first and the last year of a fold.
pub fn folded_years(fold: &Fold) -> [u16; 2] {
    [fold.from, fold.to - 1.0].map(|day| year_of(day as Day).year())
}

/// Whether a label has so much room.
fn has_room(chart: Chart, label: &str, room: f64) -> bool {
    room >= 24.0 && chart.with_measure(|measure| measure.width(label)) + 2.0 * PAD_PX <= room
}

/// From the first day of an era to the day after its last, cut to a window where it is open.
pub fn days_of(era: &Era, viewport: Viewport) -> (f64, f64) {
    let first = |date| f64::from(Extent::of(date).first);
    let after = |date| f64::from(Extent::of(date).end);
    (
        era.start.map_or(viewport.from, first),
        era.end.map_or(viewport.to, after),
    )
}

/// The year in which a day lies.
pub fn year_of(day: Day) -> PartialDate {
    PartialDate::of(date(day).year(), None, None)
}

/// The month in which a day lies.
fn month_of(day: Day) -> PartialDate {
    PartialDate::of(date(day).year(), date(day).month(), None)
}

/// A whole pixel.
pub fn pixel(x: f64) -> i32 {
    x.round() as i32
}
