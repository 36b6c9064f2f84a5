//! What is for the class, in a module of its own: the page loads it with the first lesson, the game, or to share a view.

use std::cell::RefCell;
use std::rc::Rc;

use hong_kong_ai_explorer::dataset::Lang;
use hong_kong_ai_explorer::ui::classroom::{Place, Progress, Room, Told};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, CustomEventInit, Document, Element, Event, HtmlElement};

/// The classroom of a page, which lives as long as the page.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Classroom {
    room: Rc<RefCell<Room>>,
    /// Loads a file of the data, by its name.
    file: Function,
    /// Goes to a view, by its query string.
    go: Function,
}

#[wasm_bindgen]
impl Classroom {
    /// Opens the classroom. `file` promises the text of a file of the data, `go` goes to a view.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Function, go: Function) -> Self {
        let classroom = Self {
            room: Rc::default(),
            file,
            go,
        };
        let listening = classroom.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| listening.on(&event));
        if let Some(page) = page() {
            // Listened for as long as the page lives.
            let _ =
                page.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
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
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let within = "#class [data-act], #lesson [data-act]";
        let Some(pressed) = target.and_then(|target| target.closest(within).ok().flatten()) else {
            return;
        };
        let act = pressed.get_attribute("data-act").unwrap_or_default();
        let told = self.room.borrow_mut().act(&act);
        self.tell(told);
    }

    fn tell(&self, told: Vec<Told>) {
        for told in told {
            match told {
                Told::Draw(place, markup) => draw(place, &markup),
                Told::Focus(id) => focus(&id),
                Told::Go(query) => drop(self.go.call1(&JsValue::NULL, &query.into())),
                Told::Progress(progress) => report(&progress),
                Told::Load(name) => self.load(name),
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
}

fn page() -> Option<Document> {
    web_sys::window()?.document()
}

fn draw(place: Place, markup: &str) {
    let id = match place {
        Place::Class => "class",
        Place::Lesson => "lesson",
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
