//! A card with the bundle that it belongs to.

use std::ops::Deref;
use std::sync::Arc;

use crate::dataset::{Bundle, Card, Lang, Theme, Vocabulary};
use explorer_core::i18n::{Words, format};

/// A card, by its place in its bundle. Cheap to clone.
#[derive(Clone, Debug)]
pub struct BundleCard {
    bundle: Arc<Bundle>,
    place: usize,
}

impl BundleCard {
    /// The card at a place of a bundle, if there is one.
    pub fn at(bundle: &Arc<Bundle>, place: usize) -> Option<Self> {
        let bundle = bundle.clone();
        (place < bundle.cards.len()).then_some(Self { bundle, place })
    }

    /// The card of a record, by its id or a former one.
    pub fn find(bundle: &Arc<Bundle>, id: &str) -> Option<Self> {
        Self::at(bundle, bundle.place_of(id)?)
    }

    /// The card of another record of the same bundle.
    pub fn sibling(&self, id: &str) -> Option<Self> {
        Self::find(&self.bundle, id)
    }

    /// A key that is unique across bundles.
    pub fn key(&self) -> (usize, usize) {
        (Arc::as_ptr(&self.bundle).addr(), self.place)
    }

    /// Its place in the bundle.
    pub const fn place(&self) -> usize {
        self.place
    }

    /// What the card refers to.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.bundle.vocabulary
    }

    /// The interface's words in the language of the bundle.
    pub fn words(&self) -> Words {
        Words(self.bundle.lang)
    }

    /// Its main theme.
    pub fn main_theme(&self) -> Option<&Theme> {
        self.vocabulary().theme(self.themes.first()?)
    }

    /// The place of its main theme, as style sheets know it.
    pub fn hue(&self) -> Option<String> {
        let theme = self.themes.first()?;
        Some(self.vocabulary().hue(theme)?.to_string())
    }

    /// From when to when it was, in words.
    pub fn when(&self) -> String {
        let end = self.end.map(|end| (end, self.end_about));
        format::span(self.words(), (self.start, self.about), end)
    }

    /// The name of the organisation that leads it.
    pub fn lead_name(&self) -> Option<&str> {
        let lead = self.organisations.first()?;
        let body = self.vocabulary().organisation(lead)?;
        Some(body.name.get(self.bundle.lang))
    }

    /// The name that is shown below its name, where it differs: Chinese under English, English under Chinese; nothing
    /// where the data is not written in that language, so that other words stand there in its place.
    pub fn second_name(&self) -> Option<(Lang, String)> {
        let lang = self.bundle.lang;
        let other = lang.second();
        let is_written = self.vocabulary().explorer.written_in().contains(&other);
        let name = self.name.get(other);
        let differs = name != self.name.get(lang);
        (is_written && differs).then(|| (other, name.to_owned()))
    }
}

impl Deref for BundleCard {
    type Target = Card;

    fn deref(&self) -> &Card {
        &self.bundle.cards[self.place]
    }
}
