//! The matching records as cards, with what narrows them beside.

mod card;
mod nothing_found;
mod order_choice;
mod results_head;

use leptos::prelude::*;

use crate::state::BundleCard;
use crate::ui::components::{Paging, ShowMore};
use crate::ui::facets::FacetPanel;
use crate::ui::{AppState, live};
pub use card::Card;
use nothing_found::NothingFound;
use order_choice::OrderChoice;
pub use results_head::ResultsHead;

/// The view of cards.
#[component]
pub fn CardList(
    /// What stands below the cards.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = AppState::expect();
    let paging = Paging::new(app);
    let cards = move || app.first(&app.results.read(), paging.shown.get());
    let total = Signal::derive(move || app.results.with(|results| results.cards.len()));
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <ResultsHead><OrderChoice/></ResultsHead>
                <div class="cards">
                    <For each=cards key=BundleCard::key children=|card| view! { <Card card=card/> }/>
                </div>
                {live(move || (total.get() == 0).then(|| view! { <NothingFound/> }.into_any()))}
                <ShowMore paging=paging total=total/>
                {children.map(|children| children())}
            </section>
        </div>
    }
    .into_any()
}
