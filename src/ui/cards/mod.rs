//! The matching records as cards, with what narrows them beside.

mod card;
mod form_switch;
mod nothing_found;
mod order_choice;
mod results_head;
mod why_found;

use leptos::prelude::*;

use crate::state::BundleCard;
use crate::ui::AppState;
use crate::ui::components::{Paging, ShowMore};
use crate::ui::facets::FacetPanel;
pub use card::Card;
pub use form_switch::FormSwitch;
pub use nothing_found::NothingFound;
pub use order_choice::OrderChoice;
pub use results_head::ResultsHead;

/// The view of cards.
#[component]
pub fn CardList(
    /// The level of the heading that says how many there are. Those of the cards are one below.
    #[prop(default = 1)]
    level: u8,
    /// What stands below the cards.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = AppState::expect();
    let paging = Paging::new(app);
    let cards = move || app.first_cards(&app.results.read(), paging.drawn.get());
    let total = Signal::derive(move || app.total());
    view! {
        <div class="results-page">
            <FacetPanel/>
            <section class="results" aria-labelledby="results-count">
                <ResultsHead level=level><FormSwitch/><OrderChoice/></ResultsHead>
                <div class="cards">
                    <For each=cards key=BundleCard::key children=move |card| view! { <Card card=card level=level + 1/> }/>
                </div>
                {move || (total.get() == 0).then(|| view! { <NothingFound/> })}
                <ShowMore paging=paging total=total/>
                {children.map(|children| children())}
            </section>
        </div>
    }
}
