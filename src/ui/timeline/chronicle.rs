//! The matching records in order of time, as a list: the same as the chart, for whoever reads rather than looks.

use leptos::prelude::*;

use crate::explore::{Sort, ViewState};
use crate::state::BundleCard;
use crate::ui::AppState;
use crate::ui::components::{Marked, Paging, ShowMore, StatusNote, record_address};

/// The list in order of time.
#[component]
pub fn Chronicle() -> impl IntoView {
    let app = AppState::expect();
    let paging = Paging::new(app);
    let results = Memo::new(move |_| {
        let _ = app.narrowing.read();
        app.explore_with(|state| ViewState {
            sort: Some(Sort::Oldest),
            ..state.clone()
        })
    });
    let cards = move || app.first_cards(&results.read(), paging.drawn.get());
    let total = Signal::derive(move || results.with(|results| results.cards.len()));
    view! {
        <section class="chronicle" aria-labelledby="chronicle">
            <h2 id="chronicle" class="section-title">{app.say(|words| words.chronicle())}</h2>
            <ol class="chronicle-list">
                <For each=cards key=BundleCard::key children=|card| view! { <ChronicleItem card=card/> }/>
            </ol>
            <ShowMore paging=paging total=total/>
        </section>
    }
}

/// A record: when, what, whose, and where it stands.
#[component]
fn ChronicleItem(card: BundleCard) -> impl IntoView {
    let app = AppState::expect();
    let (words, id) = (card.words(), card.id.clone());
    let (lang, hue) = (words.0, card.hue());
    let (when, address) = (card.when(), record_address(&card));
    let theme = card.main_theme();
    let theme = theme.map(|theme| theme.short.get(lang).to_owned());
    let lead = card.lead_name().map(str::to_owned);
    view! {
        <li class="chronicle-item" data-hue=hue>
            <span class="chronicle-when">{when}</span>
            <div class="chronicle-what" data-address=address>
                <a class="chronicle-name" href=app.link(move |state| state.id = Some(id.clone()))>
                    <Marked text=card.name.get(lang)/>
                </a>
                <p class="chronicle-notes">
                    {theme.map(|theme| view! { <span>{theme}</span> })}
                    {lead.map(|lead| view! { <span>{lead}</span> })}
                    <StatusNote card=card/>
                </p>
            </div>
        </li>
    }
}
