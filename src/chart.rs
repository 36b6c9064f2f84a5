//! The timeline as one sees it, in a module of its own: the page loads it with the first look at the timeline.

use std::cell::RefCell;
use std::rc::Rc;

use hong_kong_ai_explorer::address::Address;
use hong_kong_ai_explorer::dataset::Bundle;
use hong_kong_ai_explorer::timeline::day_of;
use hong_kong_ai_explorer::ui::chart::{Chart, Shown, Told};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Event, HtmlElement, ResizeObserver};

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
    chart: Rc<RefCell<Chart>>,
    resize: ResizeObserver,
    // Kept as long as the chart: the element calls them.
    _listeners: Vec<Closure<dyn FnMut(Event)>>,
    _resized: Closure<dyn FnMut()>,
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
                for answer in answers.unwrap_or_default() {
                    let (what, value) = match answer {
                        Told::Window(state) => ("window", state.to_query()),
                        Told::Open(id) => ("open", id),
                    };
                    let _ = told.call2(&JsValue::NULL, &what.into(), &value.into());
                }
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
            chart,
            resize,
            _listeners: listeners,
            _resized: resized,
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

    /// Lets go of the page.
    pub fn close(&self) {
        self.resize.disconnect();
    }
}

fn main() {}
