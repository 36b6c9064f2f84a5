//! The timeline as one sees it, in a module of its own: the page loads it with the first look at the timeline.

use std::cell::RefCell;
use std::rc::Rc;

use explorer_core::address::Address;
use explorer_core::dataset::Bundle;
use explorer_core::timeline::day_of;
use hong_kong_ai_explorer::ui::chart::{Chart, Format, Picture, Shown, Told};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{
    AddEventListenerOptions, Blob, BlobPropertyBag, CanvasRenderingContext2d, Event,
    HtmlAnchorElement, HtmlCanvasElement, HtmlElement, HtmlImageElement, ResizeObserver, Url,
};

/// How long a year plays, in milliseconds.
const YEAR_MS: i32 = 900;

/// What happens on a chart that it answers to.
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

/// A chart on the page, which lives until it is dropped.
#[wasm_bindgen]
pub struct ChartHandle {
    root: HtmlElement,
    chart: Rc<RefCell<Chart>>,
    resize: ResizeObserver,
    interval: i32,
    // Kept as long as the chart: the element calls them.
    listeners: Vec<Closure<dyn FnMut(Event)>>,
    _timers: [Closure<dyn FnMut()>; 2],
}

#[wasm_bindgen]
impl ChartHandle {
    /// Draws the records of a bundle, a JSON text, in an element. What the reader does is told to a function: `window`
    /// with a query string, or `open` with the id of a record.
    ///
    /// # Errors
    /// A sentence on why the bundle could not be read.
    #[wasm_bindgen(constructor)]
    pub fn new(root: HtmlElement, cards: &str, told: Function) -> Result<Self, JsValue> {
        let bundle = Bundle::read("cards", cards).map_err(|error| error.to_string())?;
        let now = js_sys::Date::new_0();
        let part = |part: u32| u8::try_from(part).unwrap_or(1);
        let year = u16::try_from(now.get_full_year()).unwrap_or(1);
        let today = day_of(year, part(now.get_month() + 1), part(now.get_date()));
        let chart = Rc::new(RefCell::new(Chart::new(root.clone(), bundle, today)));
        let mut listeners = Vec::new();
        for name in EVENTS {
            let (chart, told) = (chart.clone(), told.clone());
            let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                // While the chart draws, what that itself sets off is none of the reader's doing.
                let answers = chart.try_borrow_mut().map(|mut chart| chart.on(&event));
                tell(&told, answers.unwrap_or_default());
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
            let (chart, told) = (chart.clone(), told.clone());
            Closure::<dyn FnMut()>::new(move || {
                let answers = chart.try_borrow_mut().map(|mut chart| {
                    if chart.is_playing() {
                        chart.tick()
                    } else {
                        Vec::new()
                    }
                });
                tell(&told, answers.unwrap_or_default());
            })
        };
        let window = web_sys::window().ok_or("no window")?;
        let interval = window.set_interval_with_callback_and_timeout_and_arguments_0(
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

    /// Shows these records, by their places in the bundle, and the window, lanes and open record of an address.
    pub fn show(&self, cards: Vec<u32>, query: &str) {
        let state = Address::read(query).state;
        if let Ok(mut chart) = self.chart.try_borrow_mut() {
            chart.resize();
            chart.show(Shown { cards, state });
        }
    }

    /// Lets go of the page: another chart may take the element.
    pub fn close(&self) {
        for (name, listener) in EVENTS.iter().zip(&self.listeners) {
            let listener = listener.as_ref().unchecked_ref();
            let _ = self
                .root
                .remove_event_listener_with_callback(name, listener);
        }
        self.resize.disconnect();
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.interval);
        }
    }
}

fn tell(told: &Function, answers: Vec<Told>) {
    for answer in answers {
        let (what, value) = match answer {
            Told::Window(state) => ("window", state.to_query()),
            Told::Open(id) => ("open", id),
            Told::Keep(picture, format) => {
                // A browser that keeps nothing says so itself.
                let _ = keep(&picture, format);
                continue;
            }
        };
        let _ = told.call2(&JsValue::NULL, &what.into(), &value.into());
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
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no page")?;
    let canvas: HtmlCanvasElement = page.create_element("canvas")?.dyn_into()?;
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
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no page")?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = page.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

fn main() {}
