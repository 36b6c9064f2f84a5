//! What is chosen in each facet.

use super::Facet;

/// The ids chosen in each facet: several in one facet widen, several facets narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices([Vec<String>; Facet::ALL.len()]);

impl Choices {
    /// The ids chosen in a facet, in alphabetical order, each once.
    pub fn of(&self, facet: Facet) -> &[String] {
        &self.0[facet as usize]
    }

    /// Whether this id is chosen.
    pub fn contains(&self, facet: Facet, id: &str) -> bool {
        self.place(facet, id).is_ok()
    }

    /// Chooses an id.
    pub fn insert(&mut self, facet: Facet, id: impl Into<String>) {
        let id = id.into();
        if let Err(place) = self.place(facet, &id) {
            self.0[facet as usize].insert(place, id);
        }
    }

    /// Chooses an id, or drops it where it was chosen.
    pub fn toggle(&mut self, facet: Facet, id: &str) {
        match self.place(facet, id) {
            Ok(place) => drop(self.0[facet as usize].remove(place)),
            Err(place) => self.0[facet as usize].insert(place, id.to_owned()),
        }
    }

    /// Drops all of a facet's ids.
    pub fn clear(&mut self, facet: Facet) {
        self.0[facet as usize].clear();
    }

    /// Whether nothing is chosen in any facet.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// Where an id stands, or would stand.
    fn place(&self, facet: Facet, id: &str) -> Result<usize, usize> {
        self.of(facet).binary_search_by(|other| (**other).cmp(id))
    }

    /// Every choice, facet by facet.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL
            .into_iter()
            .flat_map(|facet| self.of(facet).iter().map(move |id| (facet, id.as_str())))
    }
}
