//! The rows, with what lies behind them, and what the reader does on them.

use leptos::prelude::*;
use leptos::svg::Svg;

use super::Chart;
use super::arcs::Arcs;
use super::backdrop::Backdrop;
use super::head::pixel;
use super::keyboard::{self, Keyboard};
use super::lane::Lane;
use super::motion::Motion;
use super::names::Names;
use super::player::Player;
use super::pointer::Pointers;

/// The id of the plot, to which the skip link leads.
const ID: &str = "chart-plot";

/// The id of what is drawn of the rows.
pub const DRAWING: &str = "chart-drawing";

/// The plot: one stop for the keyboard, a list of options for whoever does not see it.
#[component]
pub fn Plot() -> impl IntoView {
    let (chart, motion, player) = (Chart::expect(), Motion::expect(), Player::expect());
    let svg = NodeRef::<Svg>::new();
    let pointers = Pointers::new(chart, motion, svg);
    let keyboard = Keyboard::new(chart, motion);
    let height = move || pixel(chart.sheet.with(|sheet| sheet.height).max(1.0));
    let width = move || pixel(chart.width());
    let active = move || {
        let record = chart.active.get()?;
        chart
            .timeline
            .with(|timeline| timeline.place_of(record))
            .map(|_| keyboard::option_id(record))
    };
    let lanes = move || 0..chart.lanes.with(|lanes| lanes.len());
    view! {
        <svg
            id=ID
            class="chart-plot"
            node_ref=svg
            tabindex="0"
            role="listbox"
            aria-label=chart.words.view_timeline()
            aria-describedby="chart-hint"
            aria-activedescendant=active
            viewBox=move || format!("0 0 {} {}", width(), height())
            style:height=move || format!("{}px", height())
            on:pointerdown=move |event| pointers.down(&event)
            on:pointermove=move |event| pointers.moved(&event)
            on:pointerup=move |event| pointers.up(&event)
            on:pointercancel=move |event| pointers.cancelled(&event)
            on:pointerleave=move |event| pointers.left(&event)
            on:wheel=move |event| pointers.wheel(&event)
            on:dblclick=move |event| pointers.double_click(&event)
            on:keydown=move |event| keyboard.key(&event)
            on:focus=move |_| {
                // A press gives it the focus as well, and means what lies under it.
                let is_by_key = svg.get_untracked().is_some_and(|svg| svg.matches(":focus-visible") == Ok(true));
                if is_by_key {
                    keyboard.focus();
                }
            }
            on:blur=move |_| {
                // A list of several takes the focus when one of them is pressed.
                if chart.pointed.with_untracked(|pointed| pointed.len() < 2) {
                    chart.pointed.set(Vec::new());
                }
            }
        >
            <clipPath id="played">
                <rect x="-20" y="0" width=move || player.clip_width() height=height></rect>
            </clipPath>
            <g id=DRAWING>
                <Backdrop/>
                <g clip-path=move || player.is_on().then_some("url(#played)")>
                    {move || lanes().map(|lane| view! { <Lane lane=lane/> }).collect_view()}
                </g>
                <Names/>
                <Arcs/>
            </g>
        </svg>
        {move || lanes().map(|lane| view! { <super::lane::LaneHead lane=lane/> }).collect_view()}
        <FocusFrame/>
        <p class="visually-hidden" role="status">{move || keyboard.now_kept.get().map(|(is_kept, name)| if is_kept { chart.words.now_kept(name) } else { chart.words.now_not_kept(name) })}</p>
    }
}

/// A frame around the bar that the keyboard is at, which is scrolled into sight.
#[component]
fn FocusFrame() -> impl IntoView {
    let chart = Chart::expect();
    let frame = NodeRef::<leptos::html::Div>::new();
    let place = Memo::new(move |_| {
        let place = chart.active_place.get()?;
        let (bar, _) = chart.bar(place)?;
        let middle = chart.middle(place)?;
        let (x0, x1) = (bar.x0.max(0.0), bar.end().min(chart.width()));
        let half = chart.form.get().thickness / 2.0 + 3.0;
        Some(
            [
                x0 - 3.0,
                middle - half,
                (x1 - x0).max(6.0) + 6.0,
                2.0 * half,
            ]
            .map(pixel),
        )
    });
    let length = move |side: usize| place.get().map(|sides| format!("{}px", sides[side]));
    Effect::new(move || {
        let _ = chart.active.get();
        if let Some(frame) = frame
            .get()
            .filter(|_| place.with_untracked(Option::is_some))
        {
            crate::ui::browser::bring_into_view(Some((**frame).clone()));
        }
    });
    view! {
        <div
            class="chart-focus"
            node_ref=frame
            aria-hidden="true"
            hidden=move || place.get().is_none()
            style:left=move || length(0)
            style:top=move || length(1)
            style:width=move || length(2)
            style:height=move || length(3)
        ></div>
    }
}
