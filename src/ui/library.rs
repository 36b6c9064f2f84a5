//! The data that the page has loaded, and how it is loaded.

use std::sync::Arc;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::{Trouble, browser};
use crate::dataset::{
    Bundle, Card, Dataset, Fault, Initiative, Lang, PartialDate, SearchTexts, Unreadable,
    Vocabulary, read_initiative,
};
use crate::explore::{Index, Variants};
use crate::order::ordered_places;

/// The largest data set that is loaded from an address, in bytes.
const LARGEST: usize = 32 * 1024 * 1024;

/// A bundle, its index, and what is known beyond it.
#[derive(Clone, Debug)]
pub struct Library {
    /// Cards and vocabulary in one language.
    pub bundle: Arc<Bundle>,
    /// What answers view states.
    pub index: Arc<Index>,
    /// Whether the index holds the words of all languages and of all facts.
    pub is_complete: bool,
    /// The whole data set, where it came from an address of the reader's.
    pub whole: Option<Arc<Dataset>>,
    /// Records of it that were left out, and why.
    pub left_out: Arc<Vec<Fault>>,
}

impl Library {
    /// A library of a bundle, not yet with all words.
    pub fn new(bundle: Bundle, texts: Option<&[SearchTexts]>) -> Self {
        let variants = Variants::new(&bundle.variants);
        let index = Index::new(&bundle.vocabulary, &bundle.cards, texts, variants);
        Self {
            bundle: Arc::new(bundle),
            index: Arc::new(index),
            is_complete: texts.is_some(),
            whole: None,
            left_out: Arc::default(),
        }
    }

    /// A library of a whole data set, in one language.
    fn whole(
        dataset: Arc<Dataset>,
        left_out: Arc<Vec<Fault>>,
        lang: Lang,
        today: PartialDate,
    ) -> Self {
        let mut bundle = Bundle::new(&dataset, lang, today);
        let collate = browser::collate(lang);
        let cards = std::mem::take(&mut bundle.cards);
        let order = ordered_places(cards.len(), &mut |a, b| {
            collate(cards[a].name.get(lang), cards[b].name.get(lang))
        });
        bundle.cards = order
            .into_iter()
            .map(|place| cards[place].clone())
            .collect();
        let texts: Vec<SearchTexts> = dataset.initiatives.iter().map(SearchTexts::new).collect();
        Self {
            whole: Some(dataset),
            left_out,
            ..Self::new(bundle, Some(&texts))
        }
    }

    /// What cards refer to.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.bundle.vocabulary
    }

    /// The card of a record, by its id or a former one.
    pub fn card(&self, id: &str) -> Option<&Card> {
        let cards = &self.bundle.cards;
        cards.iter().find(|card| card.id == id).or_else(|| {
            let former = |card: &&Card| card.aliases.iter().any(|alias| alias == id);
            cards.iter().find(former)
        })
    }
}

/// Loads the explorer's own data, or another data set by its address, in one language.
pub async fn load(
    lang: Lang,
    address: Option<String>,
    known: Option<Library>,
) -> Result<Library, Trouble> {
    let Some(address) = address else {
        let json = fetch(&format!("data/cards.{}.json", lang.tag())).await?;
        return Ok(Library::new(
            Bundle::read("cards", &json).map_err(unreadable)?,
            None,
        ));
    };
    let today = browser::today().ok_or(Trouble::Offline)?;
    if let Some(Library {
        whole: Some(dataset),
        left_out,
        ..
    }) = known
    {
        return Ok(Library::whole(dataset, left_out, lang, today));
    }
    if !may_load(&address) {
        return Err(Trouble::Forbidden);
    }
    let json = fetch(&address).await?;
    let (dataset, faults) = Dataset::read_whole("data", &json).map_err(unreadable)?;
    Ok(Library::whole(
        Arc::new(dataset),
        Arc::new(faults),
        lang,
        today,
    ))
}

/// The same library with the words of all languages and of all facts.
pub async fn complete(library: Library) -> Result<Library, Trouble> {
    let json = fetch("data/texts.json").await?;
    let texts = SearchTexts::read_all("texts", &json).map_err(unreadable)?;
    Ok(Library::new(Bundle::clone(&library.bundle), Some(&texts)))
}

/// A record in full.
pub async fn record(library: Library, id: String) -> Result<Initiative, Trouble> {
    if let Some(dataset) = &library.whole {
        let found = dataset
            .initiatives
            .iter()
            .find(|initiative| initiative.id == id);
        return found.cloned().ok_or(Trouble::Missing(404));
    }
    let json = fetch(&format!("data/initiatives/{id}.json")).await?;
    read_initiative("record", &json, library.vocabulary()).map_err(|faults| {
        Trouble::Unreadable(
            faults
                .iter()
                .map(Fault::to_string)
                .collect::<Vec<_>>()
                .join("; "),
        )
    })
}

/// A reader's address may lead to this page's own host, or to any by https.
fn may_load(address: &str) -> bool {
    let Ok(base) = web_sys::Url::new(&browser::href()) else {
        return false;
    };
    web_sys::Url::new_with_base(address, &base.href())
        .is_ok_and(|url| url.protocol() == "https:" || url.origin() == base.origin())
}

async fn fetch(address: &str) -> Result<String, Trouble> {
    let how = RequestInit::new();
    // Asks whether what the browser keeps is still true: the names of data files never change.
    how.set_cache(RequestCache::NoCache);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &how)).await;
    let response: Response = answer
        .and_then(JsCast::dyn_into)
        .map_err(|_| Trouble::Offline)?;
    if !response.ok() {
        return Err(Trouble::Missing(response.status()));
    }
    let announced = response.headers().get("content-length").ok().flatten();
    if announced
        .and_then(|length| length.parse().ok())
        .is_some_and(|length: usize| length > LARGEST)
    {
        return Err(Trouble::TooLarge);
    }
    let body = response.text().map_err(|_| Trouble::Offline)?;
    let text = JsFuture::from(body).await.ok();
    let text = text
        .and_then(|text| text.as_string())
        .ok_or(Trouble::Offline)?;
    if text.len() > LARGEST {
        Err(Trouble::TooLarge)
    } else {
        Ok(text)
    }
}

fn unreadable(error: Unreadable) -> Trouble {
    match error {
        Unreadable::Newer(_) => Trouble::Newer(error.to_string()),
        Unreadable::Faulty(_) => Trouble::Unreadable(error.to_string()),
    }
}
