//! The classroom in the page: draws what the room tells, listens to its parts of the page, and loads what it asks for.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Date, Object, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement};

use super::{Here, Place, Progress, Room, Told, hands};
use crate::dataset::{Bundle, Lang};
use crate::explore::{Setting, View, ViewState};
use crate::state::Entry;

/// The key under which the browser stores the lesson being written.
const DRAFT: &str = "explorer-lesson";
/// How far Hong Kong's clocks are ahead of universal time, in milliseconds.
const AHEAD: f64 = 8.0 * 60.0 * 60.0 * 1000.0;

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

/// The text of a file on its way; none where it could not be loaded.
pub type FileText = Pin<Box<dyn Future<Output = Option<String>>>>;

/// What the classroom needs of the page.
pub struct ClassroomHost {
    /// Loads a file of the data by its name.
    pub file: Box<dyn Fn(String) -> FileText>,
    /// Goes to a view.
    pub go: Box<dyn Fn(ViewState, Entry)>,
    /// Names the page after the lesson or the game on screen, if there is one.
    pub name: Box<dyn Fn(Option<String>)>,
}

/// What the page tells the classroom.
pub trait Classroom {
    /// The page shows this view in this language; `cards` are the records shown, once they are loaded.
    fn show(&self, state: ViewState, lang: Lang, cards: Option<Arc<Bundle>>);
    /// The reader wants to share this view.
    fn share(&self, state: ViewState, lang: Lang, cards: Option<Arc<Bundle>>);
}

/// Opens the classroom of the page, which lives as long as the page.
pub type OpenClassroom = fn(ClassroomHost) -> Rc<dyn Classroom>;

/// Opens the classroom: it listens to the page from now on.
pub fn open(host: ClassroomHost) -> Rc<dyn Classroom> {
    let draft = remember(DRAFT, None);
    let classroom = MountedClassroom {
        room: Rc::new(RefCell::new(Room::new(draft.as_deref(), here()))),
        host: Rc::new(host),
    };
    let listening = classroom.clone();
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| listening.on(&event));
    if let Some(page) = page() {
        place_dialog(&page);
        // Both, since browsers report a choice from a list in one way or the other.
        for name in ["click", "input", "change", "cancel"] {
            let listener = listener.as_ref().unchecked_ref();
            // A dialog's `cancel` does not bubble, so it is caught on its way down.
            let _ = page.add_event_listener_with_callback_and_bool(name, listener, true);
        }
        let acting = classroom.clone();
        hands::listen(&page, move |act| acting.act(act));
    }
    // The page listens as long as it lives.
    listener.forget();
    Rc::new(classroom)
}

#[derive(Clone)]
struct MountedClassroom {
    room: Rc<RefCell<Room>>,
    host: Rc<ClassroomHost>,
}

impl Classroom for MountedClassroom {
    fn show(&self, state: ViewState, lang: Lang, cards: Option<Arc<Bundle>>) {
        let told = self.room.borrow_mut().show(state, lang, cards);
        self.tell(told);
    }

    fn share(&self, state: ViewState, lang: Lang, cards: Option<Arc<Bundle>>) {
        let told = self.room.borrow_mut().share(state, lang, cards);
        self.tell(told);
    }
}

impl MountedClassroom {
    fn on(&self, event: &Event) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let within = |css: &str| {
            let found = target
                .as_ref()
                .and_then(|target| target.closest(css).ok().flatten());
            found.filter(|found| {
                found
                    .closest("#class, #lesson, #share")
                    .ok()
                    .flatten()
                    .is_some()
            })
        };
        let value = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
        let told = match event.type_().as_str() {
            "click" => within("[data-act]").map(|pressed| {
                let act = value(&pressed, "data-act");
                self.room.borrow_mut().act(&act)
            }),
            "cancel" => within("#share").map(|_| self.room.borrow_mut().act("share close")),
            _ => {
                if let Some(file) = within("[data-open]") {
                    self.open(file);
                }
                within("[data-field]").map(|field| {
                    let typed = Reflect::get(&field, &"value".into()).unwrap_or_default();
                    let typed = typed.as_string().unwrap_or_default();
                    let name = value(&field, "data-field");
                    self.room.borrow_mut().write(&name, &typed)
                })
            }
        };
        self.tell(told.unwrap_or_default());
    }

    fn act(&self, act: &str) {
        let told = self.room.borrow_mut().act(act);
        self.tell(told);
    }

    fn tell(&self, told: Vec<Told>) {
        let title = self.room.borrow().title();
        (self.host.name)(title);
        for told in told {
            match told {
                Told::Draw(place, markup) => draw(place, &markup),
                Told::Focus(id) => focus(id),
                Told::Go(state) => (self.host.go)(*state, Entry::Replace),
                Told::Visit(state) => (self.host.go)(*state, Entry::Push),
                Told::Progress(progress) => tell_progress(&progress),
                Told::Load(name) => self.load(name),
                Told::Unpack(code) => self.unpack(code),
                Told::Try(json) => {
                    self.packed(json, |this, state| (this.host.go)(state, Entry::Push));
                }
                Told::CopyLink(json) => self.packed(json, |this, state| {
                    this.copy_noted(address() + &state.to_href(), "lesson-note");
                }),
                Told::CopyNoted(text, note) => self.copy_noted(text, note),
                Told::Copy(text, act) => self.copy_text(text, act),
                Told::Save(name, text) => save(&name, &text, "application/json"),
                Told::Remember(json) => drop(remember(DRAFT, Some(&json))),
                Told::Print => drop(web_sys::window().map(|window| window.print())),
            }
        }
    }

    fn load(&self, name: String) {
        let text = (self.host.file)(name.clone());
        let this = self.clone();
        spawn_local(async move {
            let text = text.await;
            this.take(&name, text.as_deref());
        });
    }

    fn unpack(&self, code: String) {
        let this = self.clone();
        spawn_local(async move {
            // A sign stands before the letters.
            let text = unpack(code.get(1..).unwrap_or_default()).await.ok();
            this.take(&code, text.and_then(|text| text.as_string()).as_deref());
        });
    }

    fn take(&self, name: &str, text: Option<&str>) {
        let told = self.room.borrow_mut().take(name, text);
        self.tell(told);
    }

    /// Packs a lesson, and goes on with the view of its page.
    fn packed(&self, json: String, then: impl FnOnce(&Self, ViewState) + 'static) {
        let this = self.clone();
        spawn_local(async move {
            let letters = pack(&json)
                .await
                .ok()
                .and_then(|letters| letters.as_string());
            if let Some(letters) = letters {
                let mut state = ViewState {
                    view: View::Class,
                    ..ViewState::default()
                };
                state
                    .settings
                    .set(Setting::Lesson, Some(format!("~{letters}")));
                then(&this, state);
            }
        });
    }

    /// Copies a text, and says in the element of an id whether that worked.
    fn copy_noted(&self, text: String, note: &'static str) {
        let words = self.room.borrow().words();
        spawn_local(async move {
            let copied = copy(&text).await.is_truthy();
            let said = if copied {
                words.copied()
            } else {
                words.not_copied_link()
            };
            if let Some(note) = page_element(note) {
                note.set_text_content(Some(said));
                if !copied {
                    let _ = note.append_with_str_1(&text);
                }
            }
        });
    }

    fn copy_text(&self, text: String, act: &'static str) {
        let this = self.clone();
        spawn_local(async move {
            let copied = copy(&text).await.is_truthy();
            this.act(&format!("{act} {copied}"));
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

/// Where and when the classroom is.
fn here() -> Here {
    let now = Date::new(&JsValue::from(Date::now() + AHEAD));
    Here {
        today: String::from(now.to_iso_string()).chars().take(10).collect(),
        page: address(),
    }
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

fn page_element(id: &str) -> Option<Element> {
    page()?.get_element_by_id(id)
}

/// Puts the dialog for sharing into the page: within it, so that links in it are followed as all others.
fn place_dialog(page: &Document) {
    let dialog = page.create_element("dialog");
    let within = page.query_selector(".page:not(.static)").ok().flatten();
    if let (Ok(dialog), Some(within)) = (dialog, within) {
        dialog.set_id("share");
        dialog.set_class_name("share");
        let _ = dialog.set_attribute("aria-labelledby", "share-title");
        let _ = within.append_child(&dialog);
    }
}

fn draw(place: Place, markup: &str) {
    let element = page_element(match place {
        Place::Class => "class",
        Place::Lesson => "lesson",
        Place::Share => "share",
        Place::Why => "game-why",
    });
    let Some(element) = element else { return };
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        if markup.is_empty() {
            dialog.close();
        } else if !dialog.open() {
            let _ = dialog.show_modal();
        }
    }
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
