//! When a record was, where it stands, and what it belongs to.

use leptos::prelude::*;

use super::ShownRecord;
use crate::dataset::Entry;
use crate::explore::Facet;
use crate::state::BundleCard;
use crate::ui::components::StatusNote;
use crate::ui::facets::value_name;
use crate::ui::{AppState, format};

/// The data of a record as a list of terms.
#[component]
pub fn RecordData(shown: ShownRecord) -> impl IntoView {
    let (words, lang) = (shown.words(), shown.lang());
    let ShownRecord { record, card, .. } = shown;
    let end = record.end.map(|end| (end, record.is_about("end")));
    let when = format::span(words, (record.start, record.is_about("start")), end);
    let as_of = words.as_of(format::date(lang, record.status_as_of));
    let sectors = record.sectors.iter();
    let sectors = sectors.filter_map(|id| Entry::find(&card.vocabulary().sectors, id));
    let sectors: Vec<&str> = sectors.map(|sector| sector.name.get(lang)).collect();
    let sectors = (!sectors.is_empty()).then(|| sectors.join(words.comma()));
    let places = record.place.iter().cloned().collect();
    let topics = record.topics.iter().map(|about| about.id.clone()).collect();
    view! {
        <dl class="record-data">
            <div><dt>{words.when()}</dt><dd>{when}</dd></div>
            <div>
                <dt>{words.facet_status()}</dt>
                <dd><StatusNote card=card.clone()/><span class="record-as-of">{as_of}</span></dd>
            </div>
            <Values name=words.place() facet=Facet::Place ids=places card=card.clone()/>
            <Values name=words.topics() facet=Facet::Topic ids=topics card=card/>
            {sectors.map(|sectors| view! { <div><dt>{words.facet_sector()}</dt><dd>{sectors}</dd></div> })}
        </dl>
    }
}

/// Values of a facet, each leading to all records that have it.
#[component]
fn Values(name: &'static str, facet: Facet, ids: Vec<String>, card: BundleCard) -> impl IntoView {
    let app = AppState::expect();
    let words = card.words();
    let links = ids.into_iter().enumerate().map(|(place, id)| {
        let value = value_name(card.vocabulary(), facet, &id, words.0);
        view! {
            {(place > 0).then(|| words.comma())}
            <a href=app.link_to_value(facet, id)>{value}</a>
        }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{links}</dd></div> })
}
