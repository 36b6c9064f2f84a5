//! The open record: a panel on wide screens, a page on phones.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::ShowRecord;
use crate::state;
use crate::ui::chunks::{self, NotLoaded};
use crate::ui::components::LoadErrorNote;
use crate::ui::{AppState, LoadError, browser, derived, live, whenever};

/// The dialog that holds the open record. It is always there, so that the browser gives the focus back.
#[component]
pub fn RecordPanel() -> impl IntoView {
    let app = AppState::expect();
    let panel = NodeRef::<Dialog>::new();
    let is_open =
        derived(move || app.id.with(Option::is_some) && app.library.with(Option::is_some));
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
                // A click on the dialog itself is one beside its content.
                let beside = event.target().zip(panel.get_untracked()).is_some_and(|(target, panel)| {
                    let panel: &web_sys::EventTarget = panel.as_ref();
                    target == *panel
                });
                if beside {
                    app.close_record();
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
    let app = AppState::expect();
    let neighbour = move |step: isize| {
        app.library.with(|library| {
            let library = library.as_ref()?;
            let id = app.id.get()?;
            let open = library.card(&id)?.id.clone();
            let cards = &library.bundle.cards;
            app.results.with(|results| {
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
            let words = app.words();
            let label = if step < 0 {
                words.previous()
            } else {
                words.next()
            };
            let href = app.href(|state| state.id = Some(id));
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
                aria-label=app.say(|words| words.close())
                on:click=move |_| app.close_record()
            ><span aria-hidden="true">"×"</span></button>
        </div>
    }
    .into_any()
}

/// The open record, or that there is none of its id.
#[component]
fn PanelRecord() -> impl IntoView {
    let app = AppState::expect();
    let wanted = derived(move || {
        let id = app.id.get()?;
        app.library.with(|library| {
            let library = library.as_ref()?;
            let known = library.card(&id).map(|card| card.id.clone());
            Some(known.ok_or(id))
        })
    });
    live(move || {
        wanted.get().map(|wanted| match wanted {
            Ok(id) => view! { <LoadedRecord id=id/> }.into_any(),
            Err(id) => view! {
                <p class="trouble-sentence" id="record-name" role="alert">{app.say(move |words| words.no_record(&id))}</p>
            }
            .into_any(),
        })
    })
    .into_any()
}

/// A record, as soon as its file is here. The request ends with this view.
#[component]
fn LoadedRecord(id: String) -> impl IntoView {
    let app = AppState::expect();
    let data = app
        .library
        .with_untracked(|library| library.as_ref().and_then(|library| library.data.clone()));
    let name = format!("initiatives/{id}.json");
    let record = LocalResource::new(move || load(data.clone(), name.clone()));
    view! {
        <ErrorBoundary fallback=move |errors| view! {
            <LoadErrorNote errors=errors retry=move |()| record.refetch()/>
        }>
            <Suspense fallback=move || view! {
                <p class="waiting" id="record-name" aria-busy="true">{app.say(|words| words.loading())}</p>
            }>
                {move || Suspend::new(async move {
                    let (file, show) = record.await?;
                    // The heading is drawn after this.
                    request_animation_frame(|| browser::focus("record-name"));
                    show(&file)
                })}
            </Suspense>
        </ErrorBoundary>
    }
    .into_any()
}

/// A record's file, and what shows it.
async fn load(data: Option<String>, name: String) -> Result<(String, ShowRecord), LoadError> {
    let (file, show) = futures::join!(state::file(data.as_deref(), &name), chunks::record());
    Ok((file?, show.map_err(|NotLoaded| LoadError::Offline)?))
}
