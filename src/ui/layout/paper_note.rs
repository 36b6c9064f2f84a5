//! What stands on paper alone: where what is printed comes from.

use leptos::prelude::*;

use crate::explore::{Setting, ViewState};
use crate::ui::classroom::ShareCode;
use crate::ui::components::is_printing;
use crate::ui::{AppState, Words, browser, format};

/// Whose it is, of which day, under which licence, and at which address it is found.
#[component]
pub fn PaperNote() -> impl IntoView {
    let app = AppState::expect();
    let notes = move || {
        let bundle = app.bundle.get()?;
        let words = Words(bundle.lang);
        let explorer = &bundle.vocabulary.explorer;
        let title = explorer.title.get(words.0).to_owned();
        let day = bundle
            .updated
            .map(|day| words.updated(format::date(words.0, day)));
        let licence = explorer.licence.as_ref();
        let licence = licence.map(|licence| words.licence(&licence.name));
        let notes = [Some(title), day, licence].into_iter().flatten();
        Some(notes.collect::<Vec<String>>().join(" · "))
    };
    // `scripts/page.js` knows where a page that stands without the program is found.
    let own_path = app.own_path();
    let address = match own_path {
        Some(path) => view! { <p class="paper-address" data-here="">{path}</p> }.into_any(),
        None => view! { <Address/> }.into_any(),
    };
    view! {
        <div class="paper-note">
            <p>{notes}</p>
            <p class="paper-sources">{app.say(|words| words.paper_sources())}</p>
            {address}
        </div>
    }
}

/// The address of the view, and the same as a code.
#[component]
fn Address() -> impl IntoView {
    let app = AppState::expect();
    let is_printing = is_printing();
    let link = Signal::derive(move || browser::page() + &app.rested.with(everybodys).to_href());
    move || {
        // A file has no address that others could open.
        (is_printing.get() && !browser::is_one_file())
            .then(|| view! { <p class="paper-address">{link}</p> <ShareCode link=link/> })
    }
}

/// The view as it is for everybody: in their language and colours, in no frame.
fn everybodys(state: &ViewState) -> ViewState {
    let mut state = state.clone();
    state.lang = None;
    for setting in [Setting::Embed, Setting::Scheme] {
        state.settings.set(setting, None);
    }
    state
}
