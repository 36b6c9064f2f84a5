//! What changes on paper.

use leptos::prelude::*;

/// Whether the page is being put on paper.
pub fn is_printing() -> ReadSignal<bool> {
    let (is_printing, set) = signal(false);
    // An effect, which does not run where pages are written natively.
    Effect::new(move || {
        let before = window_event_listener_untyped("beforeprint", move |_| set.set(true));
        let after = window_event_listener_untyped("afterprint", move |_| set.set(false));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
    });
    is_printing
}
