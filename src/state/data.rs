//! Loads the data set that the view state names, in the language in force: cards at first, the words of all languages
//! when one is about to search, other files when they are asked for.

use std::future::Future;
use std::sync::Arc;

use crate::address::Address;
use crate::dataset::{Bundle, Lang, SearchTexts};
use leptos::prelude::*;

use super::{Library, LoadError, external, files, takeover};

/// A value that is loaded: `None` until it is here.
pub type Loaded<T> = Memo<Option<Result<T, LoadError>>>;

/// The data set in force.
#[derive(Clone, Copy)]
pub struct DataSet {
    /// The data, once it is here. While another language or data set is on its way, the one before stays.
    pub library: Memo<Option<Library>>,
    /// Why the data in force could not be loaded.
    pub error: Memo<Option<LoadError>>,
    /// Counts the attempts, so that a retry is a new one.
    attempt: RwSignal<usize>,
    /// Whether the words for searching are wanted, before anything is searched for.
    wants_texts: RwSignal<bool>,
}

/// What of an address decides which data is loaded. It stands in a signal of its own: whatever rests on the data would
/// otherwise be asked at each change of the address whether it is still the same, once for each way that leads there.
#[derive(Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The language, where the address names one.
    pub lang: Option<Lang>,
    /// The data set, where it is not the explorer's own.
    data: Option<String>,
    /// Whether something is searched for.
    is_searching: bool,
}

impl Wanted {
    /// What an address wants.
    pub fn of(address: &Address) -> Self {
        let state = &address.state;
        Self {
            lang: state.lang,
            data: state.data.clone(),
            is_searching: state.is_searching(),
        }
    }
}

/// A bundle, and the data set that it is of.
#[derive(Clone)]
struct Cards {
    bundle: Arc<Bundle>,
    data: Option<String>,
    left_out: Arc<Vec<String>>,
}

/// The texts for searching, and the data set that they are of.
#[derive(Clone)]
struct Texts {
    texts: Arc<SearchTexts>,
    data: Option<String>,
}

impl DataSet {
    /// The data set that an address wants, in a language; or the library that is given, for good.
    pub fn new(wanted: RwSignal<Wanted>, lang: Memo<Lang>, given: Option<Library>) -> Self {
        let attempt = RwSignal::new(0);
        let wants_texts = RwSignal::new(false);
        if given.is_some() {
            return Self {
                library: Memo::new(move |_| given.clone()),
                error: Memo::new(|_| None),
                attempt,
                wants_texts,
            };
        }
        let data = Memo::new(move |_| wanted.with(|wanted| wanted.data.clone()));
        let cards = load(
            // Another attempt is another key.
            move || Some((lang.get(), data.get(), attempt.get())),
            |(lang, data, _)| async move {
                let cards = cards(lang, data).await;
                takeover::take_over().await;
                cards
            },
        );
        let is_searching = Memo::new(move |_| wanted.with(|wanted| wanted.is_searching));
        let texts = load(
            move || {
                let data = cards.with(|cards| match cards {
                    Some(Ok(cards)) => Some(cards.data.clone()),
                    _ => None,
                });
                data.filter(|_| wants_texts.get() || is_searching.get())
            },
            texts,
        );
        let library = Memo::new(move |before: Option<&Option<Library>>| {
            let Some(Ok(Cards {
                bundle,
                data,
                left_out,
            })) = cards.get()
            else {
                return before.cloned().flatten();
            };
            // Without them a search still finds names and summaries, so a failure is not told.
            let texts = texts
                .get()
                .and_then(Result::ok)
                .filter(|texts| texts.data == data);
            Some(Library {
                data,
                left_out,
                ..Library::new(bundle, texts.map(|texts| texts.texts))
            })
        });
        let error = Memo::new(move |_| cards.with(|cards| cards.as_ref()?.as_ref().err().cloned()));
        Self {
            library,
            error,
            attempt,
            wants_texts,
        }
    }

    /// Loads the words for searching, as when the search field gets the focus.
    pub fn want_texts(self) {
        self.wants_texts.set(true);
    }

    /// Tries again to load the data.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Loads a value for a key, and another one whenever the key becomes another; nothing while there is none.
///
/// Each key has a resource of its own, which ends with it, and with the resource its request: a resource that followed
/// the key itself would wait for the request before.
pub fn load<K, T, F>(
    key: impl Fn() -> Option<K> + Send + Sync + 'static,
    load: impl Fn(K) -> F + Clone + Send + Sync + 'static,
) -> Loaded<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, LoadError>> + 'static,
{
    let key = Memo::new(move |_| key());
    let resource = Memo::new_with_compare(
        move |_| {
            let (key, load) = (key.get()?, load.clone());
            Some(ArcLocalResource::new(move || load(key.clone())))
        },
        |_, _| true,
    );
    Memo::new_with_compare(
        move |_| resource.with(|resource| resource.as_ref()?.get()),
        |_, _| true,
    )
}

async fn cards(lang: Lang, data: Option<String>) -> Result<Cards, LoadError> {
    let json = file(data.as_deref(), &format!("cards.{}.json", lang.tag())).await?;
    let bundle = Bundle::read("cards", &json)?;
    let left_out = data.as_deref().map(external::left_out).unwrap_or_default();
    Ok(Cards {
        bundle: Arc::new(bundle),
        data,
        left_out: Arc::new(left_out),
    })
}

async fn texts(data: Option<String>) -> Result<Texts, LoadError> {
    let json = file(data.as_deref(), "texts.json").await?;
    let texts = SearchTexts::read("texts", &json)?;
    Ok(Texts {
        texts: Arc::new(texts),
        data,
    })
}

/// A file of a data set: of the explorer's own, as the build made it, or of the one at an address, as the reader of
/// external data sets makes it.
///
/// # Errors
/// Why it could not be loaded.
pub async fn file(data: Option<&str>, name: &str) -> Result<String, LoadError> {
    match data {
        None => files::text(&format!("data/{name}")).await,
        Some(address) => external::file(address, name).await,
    }
}
