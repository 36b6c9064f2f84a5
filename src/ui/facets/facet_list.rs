//! One facet, which opens and closes.

use leptos::html::Details;
use leptos::prelude::*;

use super::facet_name;
use super::facet_values::FacetValues;
use crate::explore::Facet;
use crate::ui::AppState;

/// A facet: its name, and below it its values with live counts, several to choose. While it is closed there are no
/// values to keep up to date.
#[component]
pub fn FacetList(
    /// Which one.
    facet: Facet,
    /// Whether it stands open at first. One in which something is chosen always does.
    open: bool,
) -> impl IntoView {
    let app = AppState::expect();
    let details = NodeRef::<Details>::new();
    let has_choice = app
        .narrowing
        .with_untracked(|narrowing| !narrowing.choices.of(facet).is_empty());
    let is_open = RwSignal::new(open || has_choice);
    // Without the program a facet is opened by the browser alone.
    let is_drawn = Memo::new(move |_| is_open.get() || app.is_static());
    view! {
        <details
            class="facet"
            data-facet=facet.key()
            open=is_open.get_untracked()
            node_ref=details
            on:toggle=move |_| is_open.set(details.get_untracked().is_some_and(|details| details.open()))
        >
            <summary class="facet-name">{app.say(move |words| facet_name(words, facet))}</summary>
            {move || is_drawn.get().then(|| view! { <FacetValues facet=facet/> })}
        </details>
    }
    .into_any()
}
