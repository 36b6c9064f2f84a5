//! What is for the class, in a module of its own: the page loads it with the first lesson, the game, or to share a view.

#[path = "classroom/drag.rs"]
mod drag;

use std::cell::RefCell;
use std::rc::Rc;

use drag::Drag;
use hong_kong_ai_explorer::dataset::Lang;
use hong_kong_ai_explorer::ui::classroom::{Place, Progress, Room, Told};
use js_sys::{Date, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Clipboard, CustomEvent, CustomEventInit, Document, Element, Event, HtmlElement, KeyboardEvent,
    PointerEvent,
};

/// The classroom of a page, which lives as long as the page.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Classroom {
    room: Rc<RefCell<Room>>,
    /// Loads a file of the data, by its name.
    file: Function,
    /// Goes to a view, by its query string.
    go: Function,
    /// The card that is being dragged.
    drag: Rc<RefCell<Option<Drag>>>,
}

/// What is listened to.
const EVENTS: [&str; 7] = [
    "click",
    "submit",
    "keydown",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
];
/// How far Hong Kong's clocks are ahead of universal time, in milliseconds.
const AHEAD: f64 = 8.0 * 60.0 * 60.0 * 1000.0;

#[wasm_bindgen]
impl Classroom {
    /// Opens the classroom. `file` promises the text of a file of the data, `go` goes to a view.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Function, go: Function) -> Self {
        let room = Room::new(today(), address());
        let classroom = Self {
            room: Rc::new(RefCell::new(room)),
            file,
            go,
            drag: Rc::default(),
        };
        let listening = classroom.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| listening.on(&event));
        for name in EVENTS {
            if let Some(page) = page() {
                // Listened for as long as the page lives.
                let _ =
                    page.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
        listener.forget();
        classroom
    }

    /// Follows the reader to a view, by its query string.
    pub fn show(&self, query: &str) {
        let root = page().and_then(|page| page.document_element());
        let tag = root.and_then(|root| root.get_attribute("lang"));
        let lang = tag.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default();
        let told = self.room.borrow_mut().show(query, lang);
        self.tell(told);
    }

    /// Offers ways to hand on the view of a query string.
    pub fn share(&self, _query: &str) {}
}

impl Classroom {
    fn on(&self, event: &Event) {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>()
            && event.type_() != "click"
        {
            return self.on_pointer(pointer);
        }
        match &*event.type_() {
            "click" => {
                if let Some(pressed) = closest(event, "#class [data-act], #lesson [data-act]") {
                    self.press(&pressed);
                }
            }
            "submit" => {
                if let Some(form) = closest(event, "#class [data-form]") {
                    event.prevent_default();
                    let act = form.get_attribute("data-form").unwrap_or_default();
                    self.act(&format!("{act} {}", value_in(&form)));
                }
            }
            _ => {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    self.on_key(event);
                }
            }
        }
    }

    /// Does what an element is for.
    fn press(&self, pressed: &Element) {
        self.act(&pressed.get_attribute("data-act").unwrap_or_default());
    }

    fn act(&self, act: &str) {
        let told = self.room.borrow_mut().act(act);
        self.tell(told);
    }

    /// Arrow keys go from one button of a row to the next, and Escape lets a dragged card go.
    fn on_key(&self, event: &KeyboardEvent) {
        let key = event.key();
        if key == "Escape" {
            drop(self.drag.take().map(Drag::end));
        }
        let (Some(row), Some(at)) = (
            closest(event, "#class [data-arrows]"),
            closest(event, "#class button"),
        ) else {
            return;
        };
        let Ok(buttons) = row.query_selector_all("button") else {
            return;
        };
        let buttons: Vec<HtmlElement> = (0..buttons.length())
            .filter_map(|i| buttons.get(i)?.dyn_into().ok())
            .collect();
        let Some(place) = buttons.iter().position(|button| **button == at) else {
            return;
        };
        let to = match &*key {
            "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
            "ArrowRight" | "ArrowDown" => place + 1,
            "Home" => 0,
            "End" => buttons.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(button) = buttons.get(to) {
            let _ = button.focus();
        }
    }

    fn on_pointer(&self, event: &PointerEvent) {
        let mut drag = self.drag.borrow_mut();
        match (&*event.type_(), &mut *drag) {
            ("pointerdown", None) => *drag = Drag::begin(event),
            ("pointermove", Some(card)) if card.is_of(event) => {
                if let Some(page) = page() {
                    card.follow(event, &page);
                }
            }
            ("pointerup" | "pointercancel", Some(card)) if card.is_of(event) => {
                let slot = drag.take().and_then(Drag::end);
                drop(drag);
                if let Some(slot) = slot.filter(|_| event.type_() == "pointerup") {
                    self.press(&slot);
                }
            }
            _ => {}
        }
    }

    fn tell(&self, told: Vec<Told>) {
        for told in told {
            match told {
                Told::Draw(place, markup) => draw(place, &markup),
                Told::Focus(id) => focus(&id),
                Told::Go(query) => drop(self.go.call1(&JsValue::NULL, &query.into())),
                Told::Progress(progress) => report(&progress),
                Told::Load(name) => self.load(name),
                Told::Copy(text, act) => self.copy(text, act),
            }
        }
    }

    fn load(&self, name: String) {
        let promise = self.file.call1(&JsValue::NULL, &name.as_str().into());
        let this = self.clone();
        spawn_local(async move {
            let text = match promise {
                Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await.ok(),
                Err(_) => None,
            };
            let text = text.and_then(|text| text.as_string());
            let told = this.room.borrow_mut().take(&name, text.as_deref());
            this.tell(told);
        });
    }

    fn copy(&self, text: String, act: &'static str) {
        let this = self.clone();
        spawn_local(async move {
            // Missing outside secure contexts, so it is looked up rather than assumed.
            let navigator = web_sys::window().map(|window| window.navigator());
            let clipboard = navigator
                .and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok())
                .and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok());
            let copied = match clipboard {
                Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
                None => false,
            };
            this.act(&format!("{act} {copied}"));
        });
    }
}

/// The element around an event's target that matches.
fn closest(event: &Event, css: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(css).ok().flatten()
}

/// What was typed into a form's first field.
fn value_in(form: &Element) -> String {
    let field = form.query_selector("input, textarea").ok().flatten();
    let value = field.and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// The day in Hong Kong, so that everybody has the same.
fn today() -> String {
    let there = Date::new(&JsValue::from(Date::now() + AHEAD));
    String::from(there.to_iso_string())
        .chars()
        .take(10)
        .collect()
}

/// The page's own address, without a query.
fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn page() -> Option<Document> {
    web_sys::window()?.document()
}

fn draw(place: Place, markup: &str) {
    let id = match place {
        Place::Class => "class",
        Place::Lesson => "lesson",
        Place::Why => "game-why",
    };
    let Some(page) = page() else { return };
    let Some(element) = page.get_element_by_id(id) else {
        return;
    };
    let focused = page.active_element().map(|element| element.id());
    element.set_inner_html(markup);
    if !markup.is_empty() {
        let _ = element.remove_attribute("aria-busy");
    }
    if let Some(id) = focused.filter(|id| !id.is_empty()) {
        focus(&id);
    }
}

fn focus(id: &str) {
    let element = page().and_then(|page| page.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Tells the page's window, where a learning platform's adapter may listen.
fn report(progress: &Progress) {
    let detail = Object::new();
    let score = match progress.done {
        0 => JsValue::NULL,
        _ => JsValue::from(progress.right as f64 / progress.of.max(1) as f64),
    };
    let address = format!("?{}", progress.query);
    for (key, value) in [
        ("done", JsValue::from(progress.done as f64)),
        ("of", JsValue::from(progress.of as f64)),
        ("score", score),
        ("complete", JsValue::from(progress.complete)),
        ("address", JsValue::from(address)),
    ] {
        let _ = Reflect::set(&detail, &key.into(), &value);
    }
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    let event = CustomEvent::new_with_event_init_dict("explorer-progress", &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

fn main() {}
