//! The search index: which words stand in which records, and what else answers view states.

use std::sync::{Arc, OnceLock};

use super::builder::Builder;
use super::collection::Ids;
use super::offers::Offers;
use super::orders::{Orders, Years};
use super::score::NAME;
use super::synonyms::Synonyms;
use super::texts::Texts;
use super::things::{Line, Things};
use super::variants::is_han;
use super::words::Words;
use super::{Facets, Offer, Query, Variants};
use crate::dataset::{Card, SearchTexts, Vocabulary};

/// Everything that answers view states over one set of cards.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) texts: Texts,
    /// What cards refer to, and the names by which it is found.
    pub(super) things: Things,
    pub(super) names: Vec<Line>,
    /// The same names folded, made with the first that is typed.
    offers: OnceLock<Offers>,
    /// Made with the first search: most visits begin without one, and it takes as long as all else.
    words: OnceLock<Words>,
    variants: Variants,
    pub(super) facets: Facets,
    pub(super) years: Years,
    pub(super) orders: Orders,
    pub(super) ids: Ids,
}

impl Index {
    /// Builds the index of cards, which are given in the order of their names. Without `texts` a search looks
    /// through names, summaries and the names of what cards refer to, in the cards' own language.
    pub fn new(
        vocabulary: &Vocabulary,
        cards: &[Card],
        texts: Option<Arc<SearchTexts>>,
        variants: Variants,
    ) -> Self {
        let texts = Texts::new(cards, texts);
        let leads = |card: usize, id: &str| match texts.leads(card) {
            Some(leads) => leads.iter().any(|lead| lead == id),
            None => cards[card]
                .organisations
                .first()
                .is_some_and(|first| first == id),
        };
        let (things, names) = Things::new(vocabulary, cards, texts.shared(), leads);
        Self {
            texts,
            things,
            names,
            offers: OnceLock::new(),
            words: OnceLock::new(),
            variants,
            facets: Facets::new(vocabulary, cards),
            years: Years::new(cards),
            orders: Orders::new(cards),
            ids: Ids::new(cards),
        }
    }

    /// How many cards there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are no cards.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What was typed, as terms that this index finds and [`super::highlight`] marks.
    pub fn query(&self, typed: &str) -> Query {
        let query = Query::new(typed, &self.variants);
        if query.terms.is_empty() {
            return query;
        }
        let mut query = self.words().resolve(query, typed);
        for (_, right) in &mut query.corrected {
            if let Some(written) = self.as_written(right, typed) {
                *right = written;
            }
        }
        query
    }

    /// A run of folded Han as a name writes it, in the script in which all but its wrong character was typed, and of names in
    /// the page's own language first. `None` where no name has it, and of other words, which have one way to be written.
    fn as_written(&self, run: &str, typed: &str) -> Option<String> {
        if !run.contains(is_han) {
            return None;
        }
        let count = run.chars().count();
        let is_it = |way: &&[char]| {
            let folded = way.iter().map(|c| self.variants.folded(*c));
            let typed = way.iter().filter(|c| typed.contains(**c));
            folded.eq(run.chars()) && typed.count() + 1 >= count
        };
        let find = |name: &str| {
            let name: Vec<char> = name.chars().collect();
            name.windows(count).find(is_it).map(String::from_iter)
        };
        let mut names: Vec<&Line> = self.names.iter().collect();
        names.sort_by_key(|line| line.is_foreign);
        let named = names.into_iter().find_map(|line| find(&line.text));
        named.or_else(|| {
            let titles = (0..self.len()).map(|card| {
                let mut found = None;
                self.texts.each_text(card, |field, text| {
                    found = found
                        .take()
                        .or_else(|| (field == NAME).then(|| find(text))?);
                });
                found
            });
            titles.flatten().next()
        })
    }

    /// The topics, organisations and themes that are called as was typed, at most three of each: what is called exactly so
    /// first, then what begins so, then what has a word that does; of these what most records have.
    pub fn offers(&self, typed: &str) -> Vec<Offer> {
        let offers = self
            .offers
            .get_or_init(|| Offers::new(&self.names, &self.variants));
        offers.of(typed, &self.names, &self.things, &self.variants)
    }

    /// The variants by which this index folds.
    pub const fn variants(&self) -> &Variants {
        &self.variants
    }

    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            let mut builder = Builder::new(self.texts.mean_lengths());
            for card in 0..self.len() {
                builder.add(card, &self.texts, &self.variants);
            }
            let words = builder.finish(self.things.clone(), &self.names, &self.variants);
            let synonyms = self.texts.shared().map_or("", |texts| &texts.synonyms);
            Words {
                synonyms: Synonyms::new(synonyms, &self.variants),
                ..words
            }
        })
    }
}
