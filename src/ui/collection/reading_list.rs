//! A collection on paper: every record with its sources, and where all of it comes from.

use std::sync::Arc;

use futures::future::join_all;
use leptos::prelude::*;

use super::ways::shared;
use crate::dataset::{Initiative, Source};
use crate::explore::Collection;
use crate::state::{self, BundleCard};
use crate::ui::classroom::ShareCode;
use crate::ui::components::LoadErrorSentence;
use crate::ui::kept::collection_name;
use crate::ui::{AppState, LoadError, Words, browser, format};

/// The reading list, which is seen on paper alone. It prints as often as it is asked to, once its sources are here.
#[component]
pub fn ReadingList(
    /// The collection.
    list: Memo<Collection>,
    /// How often the reader asked for paper.
    asked: RwSignal<usize>,
) -> impl IntoView {
    let app = AppState::expect();
    let attempt = RwSignal::new(0);
    let records = state::load(
        move || {
            let data = app
                .library
                .with(|library| Some(library.as_ref()?.data.clone()))?;
            let bundle = app.bundle.get()?;
            let ids = list.get().ids().to_vec();
            let known = ids
                .iter()
                .filter_map(|id| Some(bundle.cards[bundle.place_of(id)?].id.clone()));
            Some((data, known.collect::<Vec<_>>(), attempt.get()))
        },
        |(data, ids, _)| read(data, ids),
    );
    let is_here = Memo::new(move |_| records.with(|records| matches!(records, Some(Ok(_)))));
    Effect::new(move |printed: Option<usize>| {
        let printed = printed.unwrap_or_default();
        let asked = asked.get();
        if asked == printed || !is_here.get() {
            return printed;
        }
        // The list is drawn after this.
        request_animation_frame(|| drop(window().print()));
        asked
    });
    let error = move || records.with(|records| records.as_ref()?.as_ref().err().cloned());
    view! {
        {move || (asked.get() != 0).then(error).flatten().map(|error| view! {
            <LoadErrorSentence error=error retry=move |()| attempt.update(|attempt| *attempt += 1)/>
        })}
        {move || {
            let records = records.get()?.ok()?;
            Some(view! { <Paper list=list records=records/> })
        }}
    }
}

/// The records in full, in order.
async fn read(data: Option<String>, ids: Vec<String>) -> Result<Arc<Vec<Initiative>>, LoadError> {
    let files = ids.iter().map(|id| {
        let (data, name) = (data.clone(), format!("initiatives/{id}.json"));
        async move { state::file(data.as_deref(), &name).await }
    });
    let files = join_all(files).await.into_iter();
    let records = files.map(|file| Ok(Initiative::read("record", &file?)?));
    Ok(Arc::new(records.collect::<Result<_, LoadError>>()?))
}

/// What goes on paper.
#[component]
fn Paper(list: Memo<Collection>, records: Arc<Vec<Initiative>>) -> impl IntoView {
    let app = AppState::expect();
    move || {
        let bundle = app.bundle.get()?;
        let words = Words(bundle.lang);
        let explorer = &bundle.vocabulary.explorer;
        let title = explorer.title.get(words.0).to_owned();
        let day = bundle
            .updated
            .map(|day| words.updated(format::date(words.0, day)));
        let notes = [Some(title), Some(words.results_count(records.len())), day];
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        let items = records.iter().filter_map(|record| {
            let card = BundleCard::find(&bundle, &record.id)?;
            Some(view! { <PaperRecord card=card sources=record.sources.clone()/> })
        });
        let link = Signal::derive(move || app.view_state.with(shared));
        let has_link = !browser::is_one_file();
        Some(view! {
            <section class="reading-list">
                <h2>{list.with(|list| collection_name(words, list))}</h2>
                <p class="reading-notes">{notes.join(" · ")}</p>
                <ol class="reading-records">{items.collect_view()}</ol>
                {has_link.then(|| view! {
                    <p class="reading-link">{link}</p>
                    <ShareCode link=link/>
                })}
            </section>
        })
    }
}

/// A record in short with the pages that it rests on.
#[component]
fn PaperRecord(card: BundleCard, sources: Vec<Source>) -> impl IntoView {
    let words = card.words();
    let lead = card.lead_name().map(|lead| format!("{lead} · "));
    let sources = sources.into_iter().map(|source| {
        let published = source.published.map(|day| format::date(words.0, day));
        let parts = [Some(source.title.clone()), Some(source.publisher.clone()), published];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let link = source.link().map(str::to_owned);
        view! { <li>{parts.join(" · ")} {link.map(|link| view! { " "<span class="reading-address">{link}</span> })}</li> }
    });
    view! {
        <li class="reading-record">
            <h3>{card.name.get(words.0).to_owned()}</h3>
            {card.second_name().map(|(lang, name)| view! { <p lang=lang.tag()>{name}</p> })}
            <p class="reading-notes">{lead}{format::years(words, &card)}</p>
            <p>{card.summary.clone()}</p>
            <ol class="reading-sources">{sources.collect_view()}</ol>
        </li>
    }
}
