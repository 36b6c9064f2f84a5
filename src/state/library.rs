//! A data set in one language, as the page works with it.

use std::sync::Arc;

use crate::dataset::{Bundle, Card, SearchTexts, Vocabulary};
use crate::explore::{Index, Variants};

/// The cards of a data set in one language, with the words for searching. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Library {
    /// Cards and vocabulary in one language.
    pub bundle: Arc<Bundle>,
    /// The words for searching, once they are here.
    pub texts: Option<Arc<SearchTexts>>,
    /// The address of the data set, where it is not the explorer's own.
    pub data: Option<String>,
    /// What was left out of the data set, and why.
    pub left_out: Arc<Vec<String>>,
}

impl Library {
    /// The library of a bundle of the explorer's own data, with the texts for searching or without.
    pub fn new(bundle: impl Into<Arc<Bundle>>, texts: Option<Arc<SearchTexts>>) -> Self {
        Self {
            bundle: bundle.into(),
            texts,
            data: None,
            left_out: Arc::default(),
        }
    }

    /// The index over the cards.
    pub fn index(&self) -> Index {
        let Self { bundle, texts, .. } = self;
        let variants = Variants::new(texts.as_ref().map_or("", |texts| &texts.variants));
        Index::new(&bundle.vocabulary, &bundle.cards, texts.clone(), variants)
    }

    /// What cards refer to.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.bundle.vocabulary
    }

    /// The card of a record, by its id or a former one.
    pub fn card(&self, id: &str) -> Option<&Card> {
        let place = self.bundle.place_of(id)?;
        self.bundle.cards.get(place)
    }
}

/// Two libraries are equal where they are the same one: what is loaded anew counts as another.
impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        let texts = |library: &Self| library.texts.as_ref().map(Arc::as_ptr);
        Arc::ptr_eq(&self.bundle, &other.bundle) && texts(self) == texts(other)
    }
}
