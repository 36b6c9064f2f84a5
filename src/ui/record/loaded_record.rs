//! A record that is being loaded, and then shown.

use leptos::prelude::*;

use super::ShowRecord;
use crate::state;
use crate::ui::chunks::{self, NotLoaded};
use crate::ui::components::LoadErrorNote;
use crate::ui::{AppState, LoadError, browser};

/// A record, as soon as its file is here. The request ends with this view.
#[component]
pub fn LoadedRecord(id: String) -> impl IntoView {
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
                    request_animation_frame(|| {
                        browser::focus("record-name");
                    });
                    show(&file)
                })}
            </Suspense>
        </ErrorBoundary>
    }
}

/// A record's file, and what shows it.
async fn load(data: Option<String>, name: String) -> Result<(String, ShowRecord), LoadError> {
    let (file, show) = futures::join!(state::file(data.as_deref(), &name), chunks::record());
    Ok((file?, show.map_err(|NotLoaded| LoadError::Offline)?))
}
