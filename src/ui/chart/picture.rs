//! The chart as a picture to take away: all rows through the present window, with title, key and source.

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, XmlSerializer};

use super::Chart;
use super::head::{pixel, year_of};
use super::lane::in_tenths;
use super::motion::date;
use super::names::names;
use super::save::{Format, Picture};
use crate::timeline::{Day, Step, plans};
use crate::ui::facets::active_filters;
use crate::ui::{browser, format};

/// The margin on all sides, in pixels.
const MARGIN: i32 = 24;
/// How high the title with the calendar is.
const HEAD: i32 = 112;
/// How high key and source are.
const FOOT: i32 = 84;

const INK: &str = "#1c1f23";
const MUTED: &str = "#59616c";
const LINE: &str = "#e2ded5";
const PAPER: &str = "#fbfaf7";
const TODAY: &str = "#1f7a43";

/// Keeps the chart as a picture. Where a browser saves nothing, it says so itself.
pub fn keep(chart: Chart, format: Format) {
    let Some(svg) = untrack(|| written(chart)) else {
        return;
    };
    let years = chart.window.axis.with_untracked(|axis| {
        [axis.viewport.from, axis.viewport.to - 1.0].map(|day| year_of(day as Day).year())
    });
    let (width, height) = untrack(|| size(chart));
    let picture = Picture {
        name: format!("timeline-{}-{}", years[0], years[1]),
        width,
        height,
        svg,
    };
    let _ = picture.save(format);
}

/// The picture as a text of SVG: components write it into an element outside the page.
fn written(chart: Chart) -> Option<String> {
    let place: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    let mounted = mount_to(place.clone(), move || view! { <PictureView chart=chart/> });
    let svg = place.query_selector("svg").ok()??;
    let text = XmlSerializer::new().ok()?.serialize_to_string(&svg).ok();
    drop(mounted);
    text
}

/// How wide and how high the picture is, in pixels.
fn size(chart: Chart) -> (i32, i32) {
    let rows = pixel(chart.sheet.with(|sheet| sheet.height));
    (pixel(chart.width()) + 2 * MARGIN, HEAD + rows + FOOT)
}

#[component]
fn PictureView(chart: Chart) -> impl IntoView {
    let (width, height) = size(chart);
    let rows = format!("translate({MARGIN} {HEAD})");
    let lang = chart.words.0.tag();
    let title = title(chart);
    view! {
        <svg
            xmlns="http://www.w3.org/2000/svg"
            width=width
            height=height
            viewBox=format!("0 0 {width} {height}")
            font-family="system-ui, sans-serif"
            font-size="12"
            lang=lang
        >
            <title>{title.clone()}</title>
            <rect width=width height=height fill=PAPER></rect>
            <text x=MARGIN y=44 font-size=22 font-weight=700 fill=INK>{title}</text>
            <text x=MARGIN y=66 fill=MUTED>{window_in_words(chart)}</text>
            <g transform=rows>
                {calendar(chart)}
                {lanes(chart)}
                <g transform=in_tenths()>{bars(chart)}</g>
                {labels(chart)}
            </g>
            {foot(chart, height)}
        </svg>
    }
}

/// What is filtered, how many there are, and of what.
fn title(chart: Chart) -> String {
    let count = chart.words.results_count(chart.app.total());
    let explorer =
        chart.with_bundle(|bundle| bundle.vocabulary.explorer.title.get(bundle.lang).to_owned());
    let filters = active_filters(chart.app).get();
    let filters = filters.into_iter().map(|filter| filter.name);
    let parts = filters.chain([count, explorer]);
    parts.collect::<Vec<String>>().join(" · ")
}

/// From which to which day the window goes.
fn window_in_words(chart: Chart) -> String {
    let lang = chart.words.0;
    let days = chart
        .window
        .axis
        .with(|axis| [axis.viewport.from.ceil(), axis.viewport.to - 1.0]);
    let [first, last] = days.map(|day| format::date(lang, date(day as Day)));
    chart.words.from_to(first, last)
}

fn calendar(chart: Chart) -> impl IntoView {
    let height = pixel(chart.sheet.with(|sheet| sheet.height));
    let lang = chart.words.0;
    let calendar = chart.window.ticks.get();
    let step = calendar.step;
    let lines = calendar.minor.into_iter().map(move |tick| {
        let x = pixel(tick.x);
        let name = match step {
            Step::Years(_) => format::date(lang, year_of(tick.day)),
            _ => format::date(lang, date(tick.day)),
        };
        // Only a year has room for its whole name at each tick.
        let name = matches!(step, Step::Years(_)).then_some(name);
        view! {
            <path d=format!("M{x} -20V{height}") stroke=LINE></path>
            {name.map(|name| view! { <text x={x + 4} y=-8 fill=MUTED>{name}</text> })}
        }
    });
    let today = pixel(chart.today_x());
    let is_seen = (0..=pixel(chart.width())).contains(&today);
    view! {
        {lines.collect_view()}
        {is_seen.then(|| view! { <path d=format!("M{today} -20V{height}") stroke=TODAY stroke-width=2></path> })}
    }
}

fn lanes(chart: Chart) -> impl IntoView {
    let names = chart.lanes.get();
    let lanes = chart.sheet.with(|sheet| sheet.lanes().to_vec());
    let lanes = lanes
        .into_iter()
        .enumerate()
        .filter(|(_, lane)| lane.body > lane.top);
    let heads = lanes.map(|(at, lane)| {
        let name = names.get(at);
        let colour = name.and_then(|lane| lane.hue).and_then(|hue| colour(chart, hue));
        let count = chart.timeline.with(|timeline| timeline.lane(at).len());
        view! {
            <text x=0 y={pixel(lane.top) + 22} font-weight=700 fill=colour.unwrap_or_else(|| INK.to_owned())>
                {name.map(|lane| format!("{} · {count}", lane.name))}
            </text>
        }
    });
    heads.collect_view()
}

fn bars(chart: Chart) -> impl IntoView {
    let form = chart.form.get();
    let places = chart.sheet.with(|sheet| sheet.rows().to_vec());
    let bars = places.into_iter().filter_map(|place| {
        let ((bar, life), middle) = (chart.bar(place)?, chart.middle(place)?);
        let theme = chart
            .card_at(place)?
            .main_theme()
            .map(|theme| theme.colour.clone());
        let colour = theme.unwrap_or_else(|| MUTED.to_owned());
        let (outline, line, planned) = chart.window.axis.with(|axis| {
            let (mut line, mut planned) = (String::new(), String::new());
            bar.line(axis, middle, &mut line);
            plans(&life, axis, middle, form.thickness + 3.0, &mut planned);
            (
                bar.outline(&life, axis, middle, form.thickness),
                line,
                planned,
            )
        });
        let fill = if life.is_announced {
            PAPER
        } else {
            colour.as_str()
        }
        .to_owned();
        Some(view! {
            <path d=line stroke=colour.clone() stroke-width=10 fill="none"></path>
            <path d=outline fill=fill stroke=colour.clone() stroke-width=8></path>
            <path d=planned fill=PAPER stroke=colour stroke-width=10></path>
        })
    });
    bars.collect_view()
}

fn labels(chart: Chart) -> impl IntoView {
    let form = chart.form.get();
    let width = chart.width();
    let labels = names(chart).into_iter().filter_map(|name| {
        let card = chart.card_at(name.place)?;
        let text = card.name.get(card.words().0).to_owned();
        let room = form.name_room(width);
        let lines = chart.with_measure(|measure| measure.lines(&text, room));
        let lines = lines.into_iter().enumerate().map(|(nth, line)| {
            let y = pixel(name.top + form.line * nth as f64) + 11;
            view! { <text x=pixel(name.x) y=y fill=INK>{line}</text> }
        });
        Some(lines.collect_view())
    });
    labels.collect_view()
}

/// The key of what is in the picture, the day of the data, and where it comes from.
fn foot(chart: Chart, height: i32) -> impl IntoView {
    let words = chart.words;
    let key = [
        words.key_confirmed(),
        words.key_goes_on(),
        words.key_milestone(),
        words.key_ended(),
        words.key_vague(),
        words.key_planned(),
    ];
    let updated = chart.with_bundle(|bundle| bundle.updated);
    let updated = updated.map(|day| words.updated(format::date(words.0, day)));
    let source = updated
        .into_iter()
        .chain([browser::href()])
        .collect::<Vec<String>>()
        .join(" · ");
    view! {
        <text x=MARGIN y={height - 48} fill=MUTED>{key.join(" · ")}</text>
        <text x=MARGIN y={height - 26} fill=MUTED>{source}</text>
    }
}

/// The colour of the theme at a place of the vocabulary.
fn colour(chart: Chart, hue: usize) -> Option<String> {
    chart.with_bundle(|bundle| Some(bundle.vocabulary.themes.get(hue)?.colour.clone()))
}
