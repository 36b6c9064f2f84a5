//! One record in short.

use leptos::prelude::*;

use super::icon::Icon;
use super::marked::Marked;
use super::{Explorer, format};
use crate::dataset::{Card as CardData, Entry, Lang};

/// A card. Its heading's link covers all of it.
#[component]
pub fn Card(
    /// The record.
    card: CardData,
    /// The language of the card.
    lang: Lang,
) -> impl IntoView {
    let explorer = Explorer::expect();
    let words = super::Words(lang);
    let (theme, kind, lead, status) = explorer.library.with_untracked(|library| {
        let vocabulary = library.as_ref().map(|library| library.vocabulary());
        let theme = vocabulary
            .and_then(|v| v.theme(card.themes.first()?))
            .cloned()
            .unwrap_or_default();
        let kind = vocabulary
            .and_then(|v| Entry::find(&v.kinds, &card.kind))
            .map(|kind| kind.name.get(lang).to_owned());
        let lead = vocabulary
            .and_then(|v| v.organisation(&card.organisations.first()?.id))
            .map(|body| body.name.get(lang).to_owned());
        let status = vocabulary
            .and_then(|v| v.status(&card.status))
            .cloned()
            .unwrap_or_default();
        (theme, kind, lead, status)
    });
    let (_, second) = second_name(&card, lang);
    let id = card.id.clone();
    view! {
        <article class="card" style:--hue=theme.colour.clone()>
            <p class="card-theme">
                <Icon path=theme.icon.clone()/>
                <span class="card-theme-name">{theme.short.get(lang).to_owned()}</span>
                <span class="card-kind">{kind}</span>
            </p>
            <h2 class="card-name">
                <a href=explorer.link(move |state| state.id = Some(id.clone()))>
                    <Marked text=card.name.get(lang).to_owned()/>
                </a>
            </h2>
            {second.map(|(other, name)| view! { <p class="card-second" lang=other.tag()><Marked text=name/></p> }.into_any())}
            <p class="card-lead">
                {lead.map(|lead| view! { <Marked text=lead/> " · " }.into_any())}
                <span class="card-years">{format::years(words, &card)}</span>
            </p>
            <p class="card-summary"><Marked text=card.summary.clone()/></p>
            <p class="card-foot">
                <span class="status" class:status-ongoing=status.ongoing>{status.name.get(lang).to_owned()}</span>
                {card.amount.map(|hkd| view! { <span class="card-amount">{format::money(lang, hkd)}</span> }.into_any())}
                <span class="card-sources">{words.sources_count(card.sources)}</span>
                {card.disputed.then(|| view! {
                    <span class="card-disputed" title=words.disputed_mark()>
                        <span aria-hidden="true">"≠"</span>
                        <span class="visually-hidden">{words.disputed_mark()}</span>
                    </span>
                }.into_any())}
            </p>
        </article>
    }
    .into_any()
}

/// The name in the language, and the one shown below it where it differs: Chinese under English, English under
/// Chinese.
pub fn second_name(card: &CardData, lang: Lang) -> (String, Option<(Lang, String)>) {
    let other = if lang.is_chinese() {
        Lang::En
    } else {
        Lang::ZhHant
    };
    let (name, second) = (card.name.get(lang), card.name.get(other));
    (
        name.to_owned(),
        (name != second).then(|| (other, second.to_owned())),
    )
}
