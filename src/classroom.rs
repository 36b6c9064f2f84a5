//! What is for the class, in a module of its own: the page loads it with the first lesson, the game, or to share a view.

use std::cell::RefCell;
use std::rc::Rc;

use hong_kong_ai_explorer::dataset::Lang;
use hong_kong_ai_explorer::ui::classroom::{Place, Progress, Room, Told};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, Event, HtmlElement};

/// Under which name the lesson is remembered that is being made.
const DRAFT: &str = "explorer-lesson";

#[wasm_bindgen(module = "/src/ui/classroom/room.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn pack(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch)]
    async fn unpack(letters: &str) -> Result<JsValue, JsValue>;

    async fn copy(text: &str) -> JsValue;

    fn save(name: &str, text: &str, kind: &str);

    #[wasm_bindgen(catch)]
    async fn chosen(field: &Element) -> Result<JsValue, JsValue>;

    fn report(detail: &Object);

    fn remember(name: &str, value: Option<&str>) -> Option<String>;
}

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
        let draft = remember(DRAFT, None);
        let classroom = Self {
            room: Rc::new(RefCell::new(Room::new(draft.as_deref()))),
            file,
            go,
        };
        let listening = classroom.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| listening.on(&event));
        if let Some(page) = page() {
            for name in ["click", "input", "change"] {
                let listener = listener.as_ref().unchecked_ref();
                let _ = page.add_event_listener_with_callback(name, listener);
            }
        }
        // Listened for as long as the page lives.
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
        let within = |css: &str| {
            let found = target
                .as_ref()
                .and_then(|target| target.closest(css).ok().flatten());
            found.filter(|found| found.closest("#class, #lesson").ok().flatten().is_some())
        };
        let value = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
        let told = match event.type_().as_str() {
            "click" => within("[data-act]").map(|pressed| {
                let act = value(&pressed, "data-act");
                self.room.borrow_mut().act(&act)
            }),
            "input" => within("[data-field]").map(|field| {
                let typed = Reflect::get(&field, &"value".into()).unwrap_or_default();
                let typed = typed.as_string().unwrap_or_default();
                self.room
                    .borrow_mut()
                    .write(&value(&field, "data-field"), &typed)
            }),
            _ => {
                if let Some(field) = within("[data-open]") {
                    self.open(field);
                }
                None
            }
        };
        self.tell(told.unwrap_or_default());
    }

    fn tell(&self, told: Vec<Told>) {
        for told in told {
            match told {
                Told::Draw(place, markup) => draw(place, &markup),
                Told::Focus(id) => focus(id),
                Told::Go(query) => self.go(&query, true),
                Told::Progress(progress) => tell_progress(&progress),
                Told::Load(name) => self.load(name),
                Told::Unpack(code) => self.unpack(code),
                Told::Try(json) => self.packed(json, |this, query| this.go(&query, false)),
                Told::CopyLink(json) => self.packed(json, |this, query| this.copy(&query)),
                Told::Save(name, text) => save(&name, &text, "application/json"),
                Told::Remember(json) => drop(remember(DRAFT, Some(&json))),
                Told::Print => drop(web_sys::window().map(|window| window.print())),
            }
        }
    }

    fn go(&self, query: &str, replaces: bool) {
        let _ = self
            .go
            .call2(&JsValue::NULL, &query.into(), &replaces.into());
    }

    fn load(&self, name: String) {
        let promise = self.file.call1(&JsValue::NULL, &name.as_str().into());
        let this = self.clone();
        spawn_local(async move {
            let text = match promise {
                Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await.ok(),
                Err(_) => None,
            };
            this.take(&name, text);
        });
    }

    fn unpack(&self, code: String) {
        let this = self.clone();
        spawn_local(async move {
            // A sign stands before the letters.
            let text = unpack(code.get(1..).unwrap_or_default()).await.ok();
            this.take(&code, text);
        });
    }

    fn take(&self, name: &str, text: Option<JsValue>) {
        let text = text.and_then(|text| text.as_string());
        let told = self.room.borrow_mut().take(name, text.as_deref());
        self.tell(told);
    }

    /// Packs a lesson, and goes on with the query string of its page.
    fn packed(&self, json: String, then: impl FnOnce(&Self, String) + 'static) {
        let this = self.clone();
        spawn_local(async move {
            let letters = pack(&json)
                .await
                .ok()
                .and_then(|letters| letters.as_string());
            if let Some(letters) = letters {
                then(&this, format!("view=class&lesson=~{letters}"));
            }
        });
    }

    fn copy(&self, query: &str) {
        let href = web_sys::window().and_then(|window| window.location().href().ok());
        let href = href.unwrap_or_default();
        let page = href.split(['?', '#']).next().unwrap_or_default();
        let link = format!("{page}?{query}");
        let words = self.room.borrow().words();
        spawn_local(async move {
            let copied = copy(&link).await.is_truthy();
            let note = page_element("lesson-note");
            let said = if copied {
                words.copied()
            } else {
                words.not_copied_link()
            };
            if let Some(note) = note {
                note.set_text_content(Some(said));
                if !copied {
                    let _ = note.append_with_str_1(&link);
                }
            }
        });
    }

    fn open(&self, field: Element) {
        let this = self.clone();
        spawn_local(async move {
            let text = chosen(&field).await.ok().and_then(|text| text.as_string());
            let told = this.room.borrow_mut().open(&text.unwrap_or_default());
            this.tell(told);
        });
    }
}

fn page() -> Option<Document> {
    web_sys::window()?.document()
}

fn page_element(id: &str) -> Option<Element> {
    page()?.get_element_by_id(id)
}

fn draw(place: Place, markup: &str) {
    let element = page_element(match place {
        Place::Class => "class",
        Place::Lesson => "lesson",
    });
    let Some(element) = element else { return };
    let focused = page().and_then(|page| page.active_element());
    let focused = focused.map(|element| element.id());
    element.set_inner_html(markup);
    if !markup.is_empty() {
        let _ = element.remove_attribute("aria-busy");
    }
    if let Some(id) = focused.filter(|id| !id.is_empty()) {
        focus(&id);
    }
}

fn focus(id: &str) {
    let element = page_element(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn tell_progress(progress: &Progress) {
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
    report(&detail);
}

fn main() {}
