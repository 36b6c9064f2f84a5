//! What moves the chart, changes how it is drawn, and takes it away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Chart;
use super::motion::{Motion, STEP, date};
use super::player::Player;
use super::save::Format;
use crate::explore::{Lanes, Setting};
use crate::state::Entry;
use crate::timeline::Day;
use crate::ui::{Words, chunks};

/// The tools above the chart.
#[component]
pub fn Tools() -> impl IntoView {
    let chart = Chart::expect();
    let (words, motion, player) = (chart.words, Motion::expect(), Player::expect());
    view! {
        <div class="chart-tools" role="group" aria-label=words.chart_tools()>
            <Sign name="earlier" sign="←" label=words.earlier() press=move || motion.step(-1.0)/>
            <Sign name="later" sign="→" label=words.later() press=move || motion.step(1.0)/>
            <Sign name="out" sign="−" label=words.zoom_out() press=move || motion.zoom(1.0 / STEP)/>
            <Sign name="in" sign="+" label=words.zoom_in() press=move || motion.zoom(STEP)/>
            <Tool name="all" label=words.fit_results() press=move || motion.show_all()/>
            <Tool name="filter" label=words.filter_to_window() press=move || filter(chart)/>
            <button type="button" class="button" data-tool="play" on:click=move |_| player.press()>
                {move || if player.is_playing() { words.pause() } else { words.play() }}
            </button>
            <Sign name="back" sign="◂" label=words.year_back() press=move || player.step(-1)/>
            <Sign name="on" sign="▸" label=words.year_on() press=move || player.step(1)/>
            <Choice name="lanes" label=words.lanes() options=lane_options(words)
                chosen=move || chart.app.view_state.with(|state| state.lanes.key().to_owned())
                choose=move |key: String| {
                    let lanes = Lanes::from_key(&key).unwrap_or_default();
                    chart.app.change(Entry::Replace, |state| state.lanes = lanes);
                }/>
            <Choice name="zoom" label=words.row_height() options=zoom_options(words)
                chosen=move || {
                    let height = chart.app.settings.with(|settings| settings.of(Setting::Zoom).map(str::to_owned));
                    height.unwrap_or_default()
                }
                choose=move |key: String| {
                    let key = (!key.is_empty()).then_some(key);
                    chart.app.change(Entry::Replace, |state| state.settings.set(Setting::Zoom, key));
                }/>
            <Keep/>
        </div>
    }
}

/// What takes the chart away as a picture. What draws it comes when it is asked for.
#[component]
fn Keep() -> impl IntoView {
    let chart = Chart::expect();
    let words = chart.words;
    let is_missing = RwSignal::new(false);
    let keep = move |format| {
        spawn_local(async move {
            let picture = chunks::chart_picture().await;
            // The chart may be gone by now; then the value comes back.
            if is_missing.try_set(picture.is_err()).is_some() {
                return;
            }
            if let Ok(keep) = picture {
                keep(chart, format);
            }
        });
    };
    view! {
        <span class="chart-keep">
            <Tool name="svg" label=words.keep_svg() title=words.keep() press=move || keep(Format::Svg)/>
            <Tool name="png" label=words.keep_png() title=words.keep() press=move || keep(Format::Png)/>
        </span>
        <span role="status">{move || is_missing.get().then(|| words.not_loaded())}</span>
    }
}

/// A button with a word.
#[component]
fn Tool(
    /// What tests and style sheets call it.
    name: &'static str,
    /// What it says.
    label: &'static str,
    /// What comes before that for whoever does not see where it stands.
    #[prop(optional)]
    title: &'static str,
    /// What a press does.
    press: impl Fn() + 'static,
) -> impl IntoView {
    let full = (!title.is_empty()).then(|| [title, label].join(" "));
    view! {
        <button type="button" class="button" data-tool=name aria-label=full.clone() title=full on:click=move |_| press()>
            {label}
        </button>
    }
}

/// A button with a sign.
#[component]
fn Sign(
    name: &'static str,
    sign: &'static str,
    label: &'static str,
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class="button chart-tool" data-tool=name aria-label=label title=label on:click=move |_| press()>
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}

/// A choice of one of several.
#[component]
fn Choice(
    name: &'static str,
    label: &'static str,
    /// Keys with what they are called.
    options: Vec<(&'static str, &'static str)>,
    /// The key that is in force.
    chosen: impl Fn() -> String + Send + Sync + 'static,
    /// Chooses another.
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(key, name)| view! { <option value=key>{name}</option> });
    view! {
        <label class="order">
            <span class="order-label">{label}</span>
            <select class="order-field" name=name prop:value=chosen on:change=move |event| choose(event_target_value(&event))>
                {options.collect_view()}
            </select>
        </label>
    }
}

fn lane_options(words: Words) -> Vec<(&'static str, &'static str)> {
    let name = |lanes| match lanes {
        Lanes::Theme => words.facet_theme(),
        Lanes::Sector => words.facet_sector(),
        Lanes::Body => words.lanes_body(),
        Lanes::One => words.lanes_none(),
    };
    Lanes::ALL.map(|lanes| (lanes.key(), name(lanes))).to_vec()
}

fn zoom_options(words: Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("", words.rows_thin()),
        ("medium", words.rows_medium()),
        ("tall", words.rows_tall()),
    ]
}

/// Shows nothing but what is dated in the years that are in sight.
fn filter(chart: Chart) {
    let viewport = chart.window.axis.with_untracked(|axis| axis.viewport);
    let year = |day: f64| date(day as Day).year();
    let (from, to) = (year(viewport.from.ceil()), year(viewport.to - 1.0));
    chart
        .app
        .change(Entry::Push, |state| state.show_years(Some(from), Some(to)));
}
