//! The browser's address and history.
//!
//! Browsers limit how often a page may change its address: WebKit allows 100 changes in 30 seconds, Gecko and Chromium
//! 200 in 10 seconds (whatwg/html issue 11844). So what is typed or dragged is written once it rests, and a refused write
//! is made up for.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::note::{STEP, TOP, fresh_note, note_with, number};

/// How long the view state rests before its address replaces the present one.
const REST: Duration = Duration::from_millis(200);
/// When a write that the browser refused is tried again.
const RETRY: Duration = Duration::from_secs(2);
/// How often it is tried: by then the longest of those limits is over, so the browser never allows it here, as in a
/// page opened from a file.
const ATTEMPTS: u32 = 16;
/// How a change of the view state enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As an entry of its own, which Back undoes.
    Push,
    /// The same at the first of several changes, as with the first letter that one types.
    PushFirst,
    /// In place of the present entry.
    Replace,
    /// In place of the present entry once it rests, as while one types or drags.
    ReplaceAtRest,
}

/// The address and the history of the page.
#[derive(Clone, Copy)]
pub struct History {
    pending: StoredValue<Option<Pending>>,
    /// Whether the view state has changed, as while one types or drags, and has not come to rest.
    pub is_moving: RwSignal<bool>,
}

/// A query string that is still to be written.
struct Pending {
    query: String,
    attempts: u32,
    timer: Option<TimeoutHandle>,
    /// What the entry is to remember.
    numbers: Vec<(&'static str, f64)>,
}

impl History {
    /// The history of the page. What is pending is written before the page is left.
    pub fn attach() -> Self {
        let history = Self {
            pending: StoredValue::new(None),
            is_moving: RwSignal::new(false),
        };
        Effect::new(move || {
            let hide = window_event_listener_untyped("pagehide", move |_| history.flush());
            on_cleanup(move || hide.remove());
        });
        history
    }

    /// Writes a query string into the address.
    pub fn write(self, query: String, entry: Entry) {
        match entry {
            Entry::Push => self.push(query),
            Entry::PushFirst => {
                self.push(query);
                self.note_moving(true);
                // A further change waits for its own rest.
                let is_last = move || self.pending.with_value(Option::is_none);
                let rest = move || {
                    if is_last() {
                        self.settle();
                    }
                };
                set_timeout(rest, REST);
            }
            Entry::Replace => {
                self.forget();
                if !replace(&query, &[]) {
                    self.write_later(query, RETRY);
                }
            }
            Entry::ReplaceAtRest => {
                self.write_later(query, REST);
                self.note_moving(true);
            }
        }
    }

    fn push(self, query: String) {
        self.flush();
        self.remember(TOP, window().scroll_y().unwrap_or_default());
        if !push(&query) {
            self.write_later(query, RETRY);
        }
    }

    /// Takes the view state to be at rest from now on; what is pending is still written later.
    pub fn settle(self) {
        self.note_moving(false);
    }

    /// Writes what is pending.
    pub fn flush(self) {
        self.note_moving(false);
        let Some(mut pending) = self.take_pending() else {
            return;
        };
        if !replace(&pending.query, &pending.numbers) && pending.attempts > 0 {
            pending.attempts -= 1;
            self.schedule(pending, RETRY);
        }
    }

    /// Forgets what is pending, as when the browser has gone to another entry.
    pub fn forget(self) {
        self.note_moving(false);
        self.take_pending();
    }

    /// Whether this page pushed the present entry, so that going back stays within it.
    pub fn can_go_back(self) -> bool {
        number(STEP).is_some()
    }

    /// Goes one entry back.
    pub fn go_back(self) {
        self.flush();
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    }

    /// A number that the present entry remembers, over Back, Forward and Reload.
    pub fn remembered(self, name: &'static str) -> Option<f64> {
        if cfg!(not(target_arch = "wasm32")) {
            return None;
        }
        self.pending.with_value(|pending| match pending {
            Some(pending) => {
                let found = pending.numbers.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| *value)
            }
            None => number(name),
        })
    }

    /// Lets the present entry remember a number.
    pub fn remember(self, name: &'static str, value: f64) {
        let noted = self.pending.try_update_value(|pending| {
            let numbers = &mut pending.as_mut()?.numbers;
            numbers.retain(|(key, _)| *key != name);
            numbers.push((name, value));
            Some(())
        });
        if noted.flatten().is_none() && number(name) != Some(value) {
            let note = note_with(&[(name, value)]);
            if let Ok(history) = window().history() {
                let _ = history.replace_state(&note, "");
            }
        }
    }

    /// Scrolls to where the reader was in the present entry: to the top of one that is new.
    pub fn scroll_to_remembered(self) {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(top) = self.remembered(TOP) {
            // By then the view has been drawn, and nothing has been painted yet.
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
        }
    }

    /// A value as it was when the view state last was at rest.
    pub fn rested<T: Clone + PartialEq + Send + Sync + 'static>(self, value: Memo<T>) -> Memo<T> {
        Memo::new(move |before: Option<&T>| match before {
            Some(before) if self.is_moving.get() => before.clone(),
            _ => value.get(),
        })
    }

    fn note_moving(self, is_moving: bool) {
        if self.is_moving.try_get_untracked() == Some(!is_moving) {
            self.is_moving.set(is_moving);
        }
    }

    fn write_later(self, query: String, delay: Duration) {
        self.take_pending();
        let pending = Pending {
            query,
            attempts: ATTEMPTS,
            timer: None,
            numbers: Vec::new(),
        };
        self.schedule(pending, delay);
    }

    fn schedule(self, pending: Pending, delay: Duration) {
        let timer = set_timeout_with_handle(move || self.flush(), delay).ok();
        self.pending.set_value(Some(Pending { timer, ..pending }));
    }

    fn take_pending(self) -> Option<Pending> {
        let pending = self.pending.try_update_value(Option::take).flatten()?;
        if let Some(timer) = &pending.timer {
            timer.clear();
        }
        Some(pending)
    }
}

/// The query string of the address, without its question mark.
pub fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// The query string of the address without what others have appended to the link, which is taken out of the address.
pub fn own_query() -> String {
    let query = query();
    match crate::address::without_appended(&query) {
        Some(own) => {
            replace(&own, &[]);
            own
        }
        None => query,
    }
}

/// Adds an entry to the history; false where the browser refused.
fn push(query: &str) -> bool {
    // In a frame without an origin not every browser can go back, so nothing there is an entry of its own.
    if is_sandboxed() {
        return replace(query, &[]);
    }
    let note = fresh_note(&[(STEP, 1.0)]);
    let pushed = window()
        .history()
        .and_then(|history| history.push_state_with_url(&note, "", Some(&url(query))));
    pushed.is_ok() && self::query() == query
}

/// Replaces the present entry of the history; false where the browser refused. Chromium does so without an error.
fn replace(query: &str, numbers: &[(&'static str, f64)]) -> bool {
    let kept: Vec<_> = [STEP, TOP]
        .into_iter()
        .filter_map(|name| Some((name, number(name)?)))
        .chain(numbers.iter().copied())
        .collect();
    let note = fresh_note(&kept);
    let replaced = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&note, "", Some(&url(query))));
    replaced.is_ok() && self::query() == query
}

/// Relative to the page; a path that begins with two slashes would be read as a host.
fn url(query: &str) -> String {
    if query.is_empty() {
        window().location().pathname().unwrap_or_default()
    } else {
        format!("?{query}")
    }
}

/// Whether the page stands in a frame that takes its origin away.
fn is_sandboxed() -> bool {
    let parent = window().parent().ok().flatten();
    parent.is_some_and(|parent| parent != window()) && window().origin() == "null"
}
