//! What the page passes over, said once and quietly.

use leptos::prelude::*;

use crate::ui::AppState;

/// How many of the parts that were passed over are named.
const NAMED: usize = 5;

/// A line for an address that was partly not understood, and one for records that were left out.
#[component]
pub fn Notices() -> impl IntoView {
    let app = AppState::expect();
    let left_out = move || {
        let faults = app
            .library
            .with(|library| library.as_ref().map(|library| library.left_out.clone()));
        faults.filter(|faults| !faults.is_empty())
    };
    view! {
        {move || app.ignored.with(|ignored| {
            let named = ignored.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            (!ignored.is_empty()).then(|| view! {
                <p class="notice" role="status">
                    <span>{app.say(move |words| words.ignored(&named))}</span>
                    <button
                        type="button"
                        class="close"
                        aria-label=app.say(|words| words.close())
                        on:click=move |_| app.dismiss_ignored()
                    ><span aria-hidden="true">"×"</span></button>
                </p>
            }.into_any())
        })}
        {move || left_out().map(|faults| {
            let count = faults.len();
            view! {
                <details class="notice">
                    <summary>{app.say(move |words| words.left_out(count))}</summary>
                    <ul class="notice-list">
                        {faults.iter().take(50).map(|fault| view! { <li>{fault.clone()}</li> }).collect_view()}
                    </ul>
                </details>
            }
        })}
    }
}
