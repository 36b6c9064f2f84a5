//! The chart in the page: its element, the events it listens to, and what it saves to files.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    AddEventListenerOptions, Blob, BlobPropertyBag, CanvasRenderingContext2d, Event,
    HtmlAnchorElement, HtmlCanvasElement, HtmlElement, HtmlImageElement, ResizeObserver, Url,
};

use super::svg::{Format, Picture};
use super::widget::{Chart, Shown, Told};
use crate::dataset::Bundle;
use crate::timeline::day_of;

/// How long a year plays, in milliseconds.
const YEAR_MS: i32 = 900;

/// The DOM events the chart handles.
const EVENTS: [&str; 11] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerover",
    "wheel",
    "click",
    "dblclick",
    "keydown",
    "change",
    "focusin",
];

/// What the page gives the chart.
pub struct ChartProps {
    /// The records; another data set or language gets a chart of its own.
    pub bundle: Memo<Option<Arc<Bundle>>>,
    /// What is shown of them.
    pub shown: Signal<Shown>,
    /// What the reader does on the chart; pictures are saved here.
    pub told: Callback<Told>,
}

/// The chart's element, drawn and kept up to date.
pub fn view(props: ChartProps) -> AnyView {
    let ChartProps {
        bundle,
        shown,
        told,
    } = props;
    let place = NodeRef::<Div>::new();
    let chart = StoredValue::new_local(None::<MountedChart>);
    Effect::new(move |drawn: Option<Option<Arc<Bundle>>>| {
        let (place, bundle, shown) = (place.get()?, bundle.get()?, shown.get());
        let is_drawn = drawn
            .flatten()
            .is_some_and(|drawn| Arc::ptr_eq(&drawn, &bundle));
        if !is_drawn {
            // The chart before lets go of the element first.
            chart.set_value(None);
            let place: HtmlElement = (*place).clone().unchecked_into();
            chart.set_value(MountedChart::new(place, bundle.clone(), told).ok());
        }
        chart.with_value(|chart| {
            if let Some(chart) = chart {
                chart.show(shown);
            }
        });
        Some(bundle)
    });
    view! { <div class="chart" node_ref=place></div> }.into_any()
}

/// A chart in an element, which it lets go of when it is dropped.
struct MountedChart {
    root: HtmlElement,
    chart: Rc<RefCell<Chart>>,
    resize: ResizeObserver,
    interval: i32,
    // The element calls them as long as the chart lives.
    listeners: Vec<Closure<dyn FnMut(Event)>>,
    _timers: [Closure<dyn FnMut()>; 2],
}

impl MountedChart {
    fn new(root: HtmlElement, bundle: Arc<Bundle>, told: Callback<Told>) -> Result<Self, JsValue> {
        let now = js_sys::Date::new_0();
        let part = |part: u32| u8::try_from(part).unwrap_or(1);
        let year = u16::try_from(now.get_full_year()).unwrap_or(1);
        let today = day_of(year, part(now.get_month() + 1), part(now.get_date()));
        let chart = Rc::new(RefCell::new(Chart::new(root.clone(), bundle, today)));
        let mut listeners = Vec::new();
        for name in EVENTS {
            let chart = chart.clone();
            let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                // Events that the chart causes while it draws are not the reader's.
                let answers = chart.try_borrow_mut().map(|mut chart| chart.on(&event));
                tell(told, answers.unwrap_or_default());
            });
            let options = AddEventListenerOptions::new();
            options.set_passive(false);
            root.add_event_listener_with_callback_and_add_event_listener_options(
                name,
                listener.as_ref().unchecked_ref(),
                &options,
            )?;
            listeners.push(listener);
        }
        let played = {
            let chart = chart.clone();
            Closure::<dyn FnMut()>::new(move || {
                let answers = chart.try_borrow_mut().map(|mut chart| {
                    if chart.is_playing() {
                        chart.tick()
                    } else {
                        Vec::new()
                    }
                });
                tell(told, answers.unwrap_or_default());
            })
        };
        let interval = window().set_interval_with_callback_and_timeout_and_arguments_0(
            played.as_ref().unchecked_ref(),
            YEAR_MS,
        )?;
        let resized = {
            let chart = chart.clone();
            Closure::<dyn FnMut()>::new(move || {
                if let Ok(mut chart) = chart.try_borrow_mut() {
                    chart.resize();
                }
            })
        };
        let resize = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        resize.observe(&root);
        Ok(Self {
            root,
            chart,
            resize,
            interval,
            listeners,
            _timers: [played, resized],
        })
    }

    fn show(&self, shown: Shown) {
        if let Ok(mut chart) = self.chart.try_borrow_mut() {
            chart.resize();
            chart.show(shown);
        }
    }
}

impl Drop for MountedChart {
    fn drop(&mut self) {
        for (name, listener) in EVENTS.iter().zip(&self.listeners) {
            let listener = listener.as_ref().unchecked_ref();
            let _ = self
                .root
                .remove_event_listener_with_callback(name, listener);
        }
        self.resize.disconnect();
        window().clear_interval_with_handle(self.interval);
    }
}

fn tell(told: Callback<Told>, answers: Vec<Told>) {
    for answer in answers {
        if let Told::Keep(picture, format) = &answer {
            // Where a browser saves nothing, it says so itself.
            let _ = keep(picture, *format);
        } else {
            told.run(answer);
        }
    }
}

/// Hands a picture to the browser to be saved.
fn keep(picture: &Picture, format: Format) -> Result<(), JsValue> {
    let svg = js_sys::Array::of1(&picture.svg.as_str().into());
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let svg = Blob::new_with_str_sequence_and_options(&svg, &kind)?;
    if format == Format::Svg {
        return save(&svg, &format!("{}.svg", picture.name));
    }
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    // Two dots for each pixel, so that it is sharp on paper and in slides.
    canvas.set_width(u32::try_from(picture.width * 2).unwrap_or(u32::MAX));
    canvas.set_height(u32::try_from(picture.height * 2).unwrap_or(u32::MAX));
    let image = HtmlImageElement::new()?;
    let address = Url::create_object_url_with_blob(&svg)?;
    let name = format!("{}.png", picture.name);
    let (drawn, from) = (image.clone(), address.clone());
    let ready = Closure::once_into_js(move || -> Result<(), JsValue> {
        let pen: CanvasRenderingContext2d =
            canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into()?;
        pen.scale(2.0, 2.0)?;
        pen.draw_image_with_html_image_element(&drawn, 0.0, 0.0)?;
        Url::revoke_object_url(&from)?;
        let dots = Closure::once_into_js(move |dots: Option<Blob>| {
            dots.map_or(Ok(()), |dots| save(&dots, &name))
        });
        canvas.to_blob(dots.unchecked_ref())
    });
    image.set_onload(Some(ready.unchecked_ref()));
    image.set_src(&address);
    Ok(())
}

fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
