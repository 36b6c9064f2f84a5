//! The pages that a record rests on.

use leptos::prelude::*;

use super::ShownRecord;
use crate::dataset::{Entry, Source};
use crate::state::BundleCard;
use crate::ui::components::Heading;
use crate::ui::format;

/// The numbered sources of a record.
#[component]
pub fn Sources(shown: ShownRecord) -> impl IntoView {
    let (heading, level) = (shown.words().sources(), shown.part_level());
    let ShownRecord { record, card, .. } = shown;
    let sources = record.sources.iter().enumerate().map(|(place, source)| {
        view! { <SourceItem number=place + 1 source=source.clone() card=card.clone()/> }
    });
    let sources = sources.collect_view();
    view! {
        <Heading level=level class="record-part">{heading}</Heading>
        <ol class="record-sources">{sources}</ol>
    }
}

/// A source: its title, who published it, when, of which kind it is, and when it was read.
#[component]
fn SourceItem(number: usize, source: Source, card: BundleCard) -> impl IntoView {
    let words = card.words();
    let lang = words.0;
    let kind = Entry::find(&card.vocabulary().source_kinds, &source.kind);
    let notes = [
        Some(source.publisher.clone()),
        source.published.map(|date| format::date(lang, date)),
        kind.map(|kind| kind.name.get(lang).to_owned()),
        source
            .read
            .map(|day| words.read_on(format::date(lang, day))),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    let copy = source.copy().map(str::to_owned);
    let title = source.title.clone();
    let title = match source.link() {
        Some(url) => view! { <Outside url=url.to_owned() text=title/> }.into_any(),
        None => {
            view! { <span>{title}</span>" "<span class="role">{words.no_link()}</span> }.into_any()
        }
    };
    view! {
        <li id=format!("source-{number}") tabindex="-1">
            <span class="source-title">{title}</span>
            <span class="source-notes">
                {notes.join(" · ")}
                {copy.map(|url| view! { " · "<Outside url=url text=words.lasting_copy().to_owned()/> })}
            </span>
        </li>
    }
}

/// A link to a page of somebody else.
#[component]
fn Outside(url: String, text: String) -> impl IntoView {
    view! { <a href=url rel="external noopener noreferrer" target="_blank">{text}</a> }
}
