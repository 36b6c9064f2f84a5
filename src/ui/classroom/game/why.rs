//! What a record says of its beginning, and where it has that from.

use leptos::prelude::*;

use crate::dataset::{Initiative, Milestone, Source};
use crate::state::BundleCard;
use crate::ui::classroom::file::{FileKey, file};
use crate::ui::{AppState, Words, format};

/// The milestone with which a record begins, and its sources, as soon as the record is here. It comes after the verdict,
/// outside of it, so that nobody hears it twice; a record that cannot be loaded stops nothing.
#[component]
pub fn GameWhy(
    /// The record in short.
    card: BundleCard,
) -> impl IntoView {
    let (app, words) = (AppState::expect(), card.words());
    let key = FileKey {
        data: app.view_state.with_untracked(|state| state.data.clone()),
        name: format!("initiatives/{}.json", card.id),
        attempt: 0,
    };
    let json = file(move || Some(key.clone()));
    let record = move || {
        let json = json.get()?.ok()?;
        let record = Initiative::read("record", &json).ok()?;
        Some(record.in_all_languages(&card.vocabulary().explorer))
    };
    view! {
        <div id="game-why">
            {move || record().map(|record| view! { <Beginning record=record words=words/> }.into_any())}
        </div>
    }
    .into_any()
}

/// The first milestone and its sources; all sources where none is of the day of the beginning.
#[component]
fn Beginning(record: Initiative, words: Words) -> impl IntoView {
    let mut milestones = record.milestones.iter();
    let first = milestones.find(|milestone| milestone.date == record.start);
    let is_cited =
        |number: usize| first.is_none_or(|first: &Milestone| first.sources.contains(&number));
    let sources = record.sources.iter().enumerate();
    let sources = sources
        .filter(|(place, _)| is_cited(place + 1))
        .map(|(_, source)| view! { <SourceItem source=source.clone() words=words/> });
    view! {
        {first.map(|first| view! { <p class="game-why-text">{first.text.get(words.0).to_owned()}</p> })}
        <h3 class="game-why-title">{words.sources()}</h3>
        <ul class="game-sources">{sources.collect_view()}</ul>
    }
    .into_any()
}

/// A source: its title, who published it, and when.
#[component]
fn SourceItem(source: Source, words: Words) -> impl IntoView {
    let link = source.link().map(str::to_owned);
    let Source {
        title,
        publisher,
        published,
        ..
    } = source;
    let title = match link {
        Some(url) => view! {
            <a href=url rel="external noopener noreferrer" target="_blank">{title}</a>
        }
        .into_any(),
        None => {
            view! { <span>{title}</span>" "<span class="role">{words.no_link()}</span> }.into_any()
        }
    };
    let date = published.map(|date| [" · ", &format::date(words.0, date)].concat());
    view! { <li>{title}<span class="source-notes">{publisher}{date}</span></li> }
}
