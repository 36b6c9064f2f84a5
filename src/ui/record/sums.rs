//! The sums of money of a record: of which kind, when, from whom and for whom.

use leptos::prelude::*;

use super::ShownRecord;
use super::section::{Cited, Section};
use crate::dataset::Amount;
use crate::state::BundleCard;
use crate::ui::{AppState, format};

/// The sums of a record.
#[component]
pub fn Sums(shown: ShownRecord) -> impl IntoView {
    let sums = shown
        .record
        .amounts
        .iter()
        .map(|amount| view! { <Sum amount=amount.clone() shown=shown.clone()/> }.into_any());
    let sums = sums.collect();
    let heading = shown.words().amounts();
    view! { <Section heading=heading level=shown.part_level() class="record-amounts" items=sums/> }
}

/// A sum with its kind, and what it is.
#[component]
fn Sum(amount: Amount, shown: ShownRecord) -> impl IntoView {
    let (words, lang) = (shown.words(), shown.lang());
    let kind = amount.kind.map(|kind| words.amount(kind));
    let notes = notes(&amount, &shown);
    let notes = (!notes.is_empty()).then(|| notes.join(" · "));
    let whole = amount
        .part_of
        .filter(|part_of| part_of.id != shown.record.id)
        .map(|part_of| part_of.id);
    view! {
        <span class="amount-sum">
            <strong title=format::money_in_full(lang, amount.hkd)>{format::money(lang, amount.hkd)}</strong>
            {kind.map(|kind| view! { <span class="role">{kind}</span> })}
        </span>
        <span>
            <Cited text=amount.what.get(lang).to_owned() sources=amount.sources.clone() words=words/>
            {notes.map(|notes| view! { <span class="amount-notes">{notes}</span> })}
            {whole.map(|id| view! { <PartOf id=id card=shown.card/> })}
        </span>
    }
}

/// When a sum was, from whom it comes, to whom it goes, and in which other sum of the record it is included, as far as the
/// data says so.
fn notes(amount: &Amount, shown: &ShownRecord) -> Vec<String> {
    let (record, card, words) = (&shown.record, &shown.card, shown.words());
    let names = |ids: &[String]| {
        let bodies = ids
            .iter()
            .filter_map(|id| card.vocabulary().organisation(id));
        let names: Vec<&str> = bodies.map(|body| body.name.get(words.0)).collect();
        (!names.is_empty()).then(|| names.join(words.comma()))
    };
    let included = amount
        .part_of
        .as_ref()
        .filter(|part_of| part_of.id == record.id)
        .and_then(|part_of| record.amounts.get(part_of.amount.checked_sub(1)?))
        .map(|whole| words.sum_included(format::money(words.0, whole.hkd)));
    [
        amount.date.map(|date| format::date(words.0, date)),
        names(&amount.from).map(|names| words.sum_from(&names)),
        names(&amount.to).map(|names| words.sum_to(&names)),
        included,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The way to the record whose sum contains this one.
#[component]
fn PartOf(id: String, card: BundleCard) -> impl IntoView {
    let app = AppState::expect();
    card.sibling(&id).map(|whole| {
        let words = whole.words();
        let sentence = words.sum_part_of(whole.name.get(words.0));
        let id = whole.id.clone();
        view! {
            <a class="amount-notes" data-replace="" href=app.link(move |state| state.id = Some(id.clone()))>
                {sentence}
            </a>
        }
    })
}
