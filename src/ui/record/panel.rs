//! The open record: beside what one was looking at where there is room, a panel over it or a page on smaller screens.

use leptos::ev::keydown;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos_use::use_media_query;
use wasm_bindgen::JsCast;
use web_sys::EventTarget;

use super::loaded_record::LoadedRecord;
use super::panel_head::PanelHead;
use crate::ui::components::is_printing;
use crate::ui::{AppState, browser};

/// From this width on the record stands beside the view and leaves it usable; the style sheet has the same.
const BESIDE: &str = "(width >= 64rem)";

/// The dialog that holds the open record. It is always there, so that the browser gives the focus back.
#[component]
pub fn RecordPanel() -> impl IntoView {
    let app = AppState::expect();
    let panel = NodeRef::<Dialog>::new();
    let is_beside = use_media_query(BESIDE);
    let is_open =
        Memo::new(move |_| app.id.with(Option::is_some) && app.library.with(Option::is_some));
    // What is modal lies over the page, on paper too: it would cover the note at the page's end.
    let is_printing = is_printing();
    let is_in_page = Memo::new(move |_| is_beside.get() || is_printing.get());
    show_and_close(panel, is_open, is_in_page);
    close_on_escape(app, is_open, is_beside);
    // Another record begins at its top.
    Effect::new(move || {
        let is_open = app.id.with(Option::is_some);
        if let Some(panel) = panel.get().filter(|_| is_open) {
            panel.set_scroll_top(0);
        }
    });
    view! {
        <dialog
            class="panel"
            node_ref=panel
            aria-labelledby="record-name"
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                app.close_record();
            }
            on:click=move |event| {
                // A click on a modal dialog itself is one beside its content.
                let panel = panel.get_untracked().map(|panel| panel.unchecked_into::<EventTarget>());
                if !is_beside.get_untracked() && panel.is_some() && event.target() == panel {
                    app.close_record();
                }
            }
        >
            <div class="panel-body">
                <PanelHead/>
                <Show when=move || is_open.get()><PanelRecord/></Show>
            </div>
        </dialog>
    }
}

/// Shows the panel while a record is open, and shows it anew where it is to stand in the page and was modal, or the other
/// way round.
fn show_and_close(panel: NodeRef<Dialog>, is_open: Memo<bool>, is_in_page: Memo<bool>) {
    let opener = StoredValue::new_local(None);
    // How far the reader has scrolled. A panel in the page may not scroll, as on paper, and then keeps it.
    let top = StoredValue::new(0);
    Effect::new(move |before: Option<Option<bool>>| {
        let panel = panel.get()?;
        let wanted = is_open.get().then(|| is_in_page.get());
        let before = before.flatten();
        if before == wanted {
            return wanted;
        }
        // Whoever reads stays where they are when it is shown anew.
        let focused = before.map(|_| browser::focused());
        if focused.is_none() || panel.scroll_top() > 0 {
            top.set_value(panel.scroll_top());
        }
        if panel.open() {
            panel.close();
        }
        if before.is_none() {
            opener.set_value(browser::focused());
        }
        match wanted {
            Some(true) => panel.show(),
            Some(false) => drop(panel.show_modal()),
            // A browser gives the focus back by itself only where the dialog was modal, or still has it.
            None => browser::return_focus(opener.get_value()),
        }
        match (wanted, focused) {
            (Some(_), Some(focused)) => {
                browser::take_focus(focused);
                panel.set_scroll_top(top.get_value());
            }
            (Some(is_in_page), None) => {
                // Where the record is here already; else it takes the focus when it comes.
                browser::focus("record-name");
                if is_in_page {
                    // The view has become narrower: what was pressed stays in sight.
                    request_animation_frame(move || browser::bring_into_view(opener.get_value()));
                }
            }
            (None, _) => {}
        }
        wanted
    });
}

/// Closes the record by Escape where it is not modal, unless the key belongs to something else.
fn close_on_escape(app: AppState, is_open: Memo<bool>, is_beside: Signal<bool>) {
    Effect::new(move || {
        let listener = window_event_listener(keydown, move |event| {
            let is_free = !event.default_prevented() && !browser::is_composing(&event);
            let closes = is_open.get_untracked() && is_beside.get_untracked();
            if event.key() == "Escape" && is_free && closes && !browser::has_modal() {
                app.close_record();
            }
        });
        on_cleanup(move || listener.remove());
    });
}

/// The open record, or that there is none of its id.
#[component]
fn PanelRecord() -> impl IntoView {
    let app = AppState::expect();
    let wanted = Memo::new(move |_| {
        let id = app.id.get()?;
        app.library.with(|library| {
            let library = library.as_ref()?;
            let known = library.card(&id).map(|card| card.id.clone());
            Some(known.ok_or(id))
        })
    });
    move || {
        wanted.get().map(|wanted| match wanted {
            Ok(id) => view! { <LoadedRecord id=id/> }.into_any(),
            Err(id) => view! {
                <p class="trouble-sentence" id="record-name" role="alert">{app.say(move |words| words.no_record(&id))}</p>
            }
            .into_any(),
        })
    }
}
