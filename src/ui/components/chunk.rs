//! What a chunk of the program offers, and whether it is here.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::chunks::NotLoaded;

/// Asks for a chunk.
type Fetch<V> = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Result<V, NotLoaded>>>> + Send + Sync>;

/// What a chunk of the program offers, for as long as the owner that it was made in.
#[derive(Clone, Copy)]
pub struct Chunk<V: 'static> {
    fetch: StoredValue<Fetch<V>>,
    arrival: RwSignal<Arrival<V>>,
}

/// How far the loading of a chunk has come.
#[derive(Clone, Copy)]
enum Arrival<V> {
    /// Nobody has asked for it.
    Unasked,
    /// It is on its way.
    Loading,
    /// It is here, and offers this.
    Here(V),
    /// It did not arrive.
    Missing,
}

impl<V: Copy + Send + Sync + 'static> Chunk<V> {
    /// A chunk that is still to be loaded.
    pub fn new<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<V, NotLoaded>> + 'static,
    {
        Self::given(None, fetch)
    }

    /// A chunk that is here already where it `offers` something.
    pub fn given<F>(offers: Option<V>, fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<V, NotLoaded>> + 'static,
    {
        Self {
            fetch: StoredValue::new(Box::new(move || Box::pin(fetch()))),
            arrival: RwSignal::new(offers.map_or(Arrival::Unasked, Arrival::Here)),
        }
    }

    /// Loads it, unless it is here or on its way. One that did not arrive is asked for again.
    pub fn load(self) {
        if let Arrival::Here(_) | Arrival::Loading = self.arrival.get_untracked() {
            return;
        }
        self.arrival.set(Arrival::Loading);
        let fetched = self.fetch.with_value(|fetch| fetch());
        spawn_local(async move {
            let arrival = fetched.await.map_or(Arrival::Missing, Arrival::Here);
            // Nobody may want it any more.
            self.arrival.try_set(arrival);
        });
    }

    /// What it offers, where it is here.
    pub fn get(self) -> Option<V> {
        match self.arrival.get() {
            Arrival::Here(offered) => Some(offered),
            _ => None,
        }
    }

    /// Whether it was asked for and did not arrive.
    pub fn is_missing(self) -> bool {
        matches!(self.arrival.get(), Arrival::Missing)
    }
}
