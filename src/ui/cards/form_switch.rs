//! In which form the results stand: as cards, or as a table.

use leptos::prelude::*;

use crate::explore::View;
use crate::ui::AppState;

/// The two forms of the results, each a link to the same in that form.
#[component]
pub fn FormSwitch() -> impl IntoView {
    let app = AppState::expect();
    view! {
        <ul class="forms" aria-label=app.say(|words| words.forms())>
            {[View::Cards, View::Table].into_iter().map(|view| {
                let is_current = move || app.view.get() == view;
                view! {
                    <li>
                        <a
                            class="form"
                            href=app.link(move |state| state.view = view)
                            aria-current=move || is_current().then(|| "true".to_owned())
                        >
                            {app.say(move |words| words.view(view))}
                        </a>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}
