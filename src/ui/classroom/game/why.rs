//! What a record says of its beginning, and where it has that from.

use leptos::prelude::*;

use crate::dataset::{Initiative, Milestone, Source};
use crate::state::{self, BundleCard};
use crate::ui::{AppState, LoadError, Words, format};

/// The milestone with which a record begins, and its sources, as soon as the record is here. It comes after the verdict,
/// outside of it, so that nobody hears it twice; a record that cannot be loaded stops nothing.
#[component]
pub fn GameWhy(
    /// The record in short.
    card: BundleCard,
) -> impl IntoView {
    let app = AppState::expect();
    let data = app.view_state.with_untracked(|state| state.data.clone());
    let name = format!("initiatives/{}.json", card.id);
    let record = LocalResource::new(move || load(data.clone(), name.clone()));
    view! {
        <div id="game-why">
            <Suspense>
                {move || {
                    let card = card.clone();
                    Suspend::new(async move {
                        let record = record.await.ok()?;
                        let record = record.in_all_languages(&card.vocabulary().explorer);
                        Some(view! { <Beginning record=record words=card.words()/> })
                    })
                }}
            </Suspense>
        </div>
    }
    .into_any()
}

async fn load(data: Option<String>, name: String) -> Result<Initiative, LoadError> {
    let json = state::file(data.as_deref(), &name).await?;
    Ok(Initiative::read(&name, &json)?)
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
