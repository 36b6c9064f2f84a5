//! The open record: a panel on wide screens, a page on phones.

use std::sync::Arc;

use leptos::html::Dialog;
use leptos::prelude::*;

use super::record::Record;
use super::trouble::TroubleNote;
use super::{Explorer, Trouble, browser, derived, library, live, whenever};
use crate::dataset::Initiative;
use crate::explore::ViewState;

/// The dialog that holds the open record. It is always there, so that the browser gives the focus back.
#[component]
pub fn RecordPanel() -> impl IntoView {
    let explorer = Explorer::expect();
    let panel = NodeRef::<Dialog>::new();
    let open = derived(move || ViewState {
        id: explorer.state.with(|state| state.id.clone()),
        ..ViewState::default()
    });
    let is_open = derived(move || {
        open.with(|open| open.id.is_some()) && explorer.library.with(Option::is_some)
    });
    whenever(move || {
        let Some(panel) = panel.get() else { return };
        if is_open.get() && !panel.open() {
            let _ = panel.show_modal();
        } else if !is_open.get() && panel.open() {
            panel.close();
        }
    });
    // Another record begins at its top.
    whenever(move || {
        let is_open = open.with(|open| open.id.is_some());
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
                explorer.close_record();
            }
            on:click=move |event| {
                // A click on the dialog itself is one beside its content.
                let beside = event.target().zip(panel.get_untracked()).is_some_and(|(target, panel)| {
                    let panel: &web_sys::EventTarget = panel.as_ref();
                    target == *panel
                });
                if beside {
                    explorer.close_record();
                }
            }
        >
            <div class="panel-body">
                <PanelHead/>
                {live(move || is_open.get().then(|| view! { <PanelRecord/> }.into_any()))}
            </div>
        </dialog>
    }
    .into_any()
}

/// Previous, next and close.
#[component]
fn PanelHead() -> impl IntoView {
    let explorer = Explorer::expect();
    let neighbour = move |step: isize| {
        explorer.library.with(|library| {
            let library = library.as_ref()?;
            let id = explorer.state.with(|state| state.id.clone())?;
            let open = library.card(&id)?.id.clone();
            let cards = &library.bundle.cards;
            explorer.results.with(|results| {
                let place = results
                    .cards
                    .iter()
                    .position(|card| cards[*card as usize].id == open)?;
                let next = place.checked_add_signed(step)?;
                results
                    .cards
                    .get(next)
                    .map(|card| cards[*card as usize].id.clone())
            })
        })
    };
    let link = move |step: isize, sign: &'static str| {
        live(move || {
            let id = neighbour(step)?;
            let words = explorer.words();
            let label = if step < 0 {
                words.previous()
            } else {
                words.next()
            };
            let href = explorer.href(|state| state.id = Some(id));
            Some(
                view! { <a class="panel-step" data-replace="" href=href><span aria-hidden="true">{sign}</span>" "{label}</a> }.into_any(),
            )
        })
    };
    view! {
        <div class="panel-head">
            {link(-1, "←")}
            {link(1, "→")}
            <button
                type="button"
                class="close"
                aria-label=explorer.say(|words| words.close())
                on:click=move |_| explorer.close_record()
            ><span aria-hidden="true">"×"</span></button>
        </div>
    }
    .into_any()
}

/// The record itself, as soon as it is here.
#[component]
fn PanelRecord() -> impl IntoView {
    let explorer = Explorer::expect();
    let wanted = derived(move || {
        let id = explorer.state.with(|state| state.id.clone())?;
        explorer.library.with(|library| {
            let card = library.as_ref().and_then(|library| library.card(&id));
            Some(card.map(|card| card.id.clone()).ok_or(id))
        })
    });
    let loaded: RwSignal<Option<Result<Arc<Initiative>, Trouble>>> = RwSignal::new(None);
    let attempt = RwSignal::new(0_usize);
    whenever(move || {
        attempt.track();
        let Some(Ok(id)) = wanted.get() else { return };
        let Some(library) = explorer.library.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let record = library::record(library, id.clone()).await;
            if wanted.get_untracked() == Some(Ok(id)) {
                loaded.set(Some(record.map(Arc::new)));
                // The record is drawn after this.
                request_animation_frame(|| browser::focus("record-name"));
            }
        });
    });
    let is_wanted = move |record: &Initiative| {
        wanted.with(|wanted| {
            wanted
                .as_ref()
                .is_some_and(|w| w.as_ref() == Ok(&record.id))
        })
    };
    live(move || match (wanted.get(), loaded.get()) {
        (Some(Err(id)), _) => view! {
            <p class="trouble-sentence" id="record-name" role="alert">{explorer.say(move |words| words.no_record(&id))}</p>
        }
        .into_any(),
        (_, Some(Err(trouble))) => {
            view! { <TroubleNote trouble=trouble retry=move |()| attempt.update(|attempt| *attempt += 1)/> }.into_any()
        }
        (_, Some(Ok(record))) if is_wanted(&record) => view! { <Record record=record/> }.into_any(),
        _ => view! { <p class="waiting" id="record-name" aria-busy="true">{explorer.say(|words| words.loading())}</p> }.into_any(),
    })
    .into_any()
}
