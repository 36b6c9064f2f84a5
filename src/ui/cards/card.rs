//! One record in short.

use leptos::prelude::*;

use super::why_found::WhyFound;
use crate::dataset::Evidence;
use crate::state::BundleCard;
use crate::ui::collection::Star;
use crate::ui::components::{Heading, Marked, StatusNote, ThemeLine, record_address, sum_in_words};
use crate::ui::{AppState, format};

/// A record in short. Its heading's link covers all of it.
#[component]
pub fn Card(
    /// The record.
    card: BundleCard,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let app = AppState::expect();
    let (lang, id) = (card.words().0, card.id.clone());
    let shown = card.id.clone();
    let is_open = Memo::new(move |_| app.id.with(|open| open.as_ref() == Some(&shown)));
    let hue = card.hue();
    let name = card.name.get(lang).to_owned();
    let address = record_address(&card);
    let second = card.second_name();
    let lead = card.lead_name().map(str::to_owned);
    view! {
        <article class="card" class:is-open=is_open data-hue=hue data-address=address>
            <ThemeLine card=card.clone()/>
            <Star card=card.clone()/>
            <Heading level=level class="card-name">
                <a href=app.link(move |state| state.id = Some(id.clone()))><Marked text=name/></a>
            </Heading>
            {second.map(|(lang, name)| view! {
                <p class="card-second" lang=lang.tag()><Marked text=name/></p>
            })}
            <p class="card-lead">
                {lead.map(|lead| view! { <bdi><Marked text=lead/></bdi>" · " })}
                <span class="card-years">{format::years(card.words(), &card)}</span>
            </p>
            <p class="card-summary"><Marked text=card.summary.clone()/></p>
            <WhyFound card=card.clone()/>
            <CardFoot card=card/>
        </article>
    }
}

/// Where it stands, its largest sum, how many sources it has, and whether they disagree.
#[component]
fn CardFoot(card: BundleCard) -> impl IntoView {
    let words = card.words();
    let amount = sum_in_words(&card);
    let disagree = card
        .has(Evidence::Disagree)
        .then(|| words.evidence(Evidence::Disagree));
    view! {
        <p class="card-foot">
            <StatusNote card=card.clone()/>
            {amount.map(|amount| view! { <span class="card-amount">{amount}</span> })}
            <span class="card-sources">{words.sources_count(card.sources)}</span>
            {disagree.map(|disagree| view! { <span class="card-disputed">{disagree}</span> })}
        </p>
    }
}
