//! Ways to hand a link on to a class: what the system has for it, Google Classroom and Microsoft Teams. These are plain links:
//! nothing of theirs is loaded before they are followed.

use leptos::prelude::*;

use super::SharedView;
use crate::ui::classroom::said::word;
use crate::ui::{AppState, browser};

/// The link to a view, for the services that schools use.
#[component]
pub fn ShareServices(
    /// What is shared.
    shared: RwSignal<SharedView>,
) -> impl IntoView {
    let app = AppState::expect();
    let hand_on = move |_| {
        let link = shared.with_untracked(SharedView::link);
        browser::hand_on(&document().title(), &link);
    };
    let title = move || app.words().title();
    view! {
        <div class="share-services" role="group" aria-labelledby="share-services">
            <p id="share-services">{word(|words| words.share_services())}</p>
            {browser::can_hand_on().then(|| view! {
                <button type="button" class="button" on:click=hand_on>{word(|words| words.share_system())}</button>
            })}
            <a class="button" target="_blank" rel="noopener" href=move || shared.with(SharedView::for_classroom)>
                "Google Classroom"
            </a>
            <a class="button" target="_blank" rel="noopener" href=move || shared.with(|shared| shared.for_teams(title()))>
                "Microsoft Teams"
            </a>
        </div>
    }
    .into_any()
}
