//! Facets: the properties by which records are narrowed.

use crate::dataset::{Card, List, Vocabulary};

/// A property of records whose values a reader chooses from. Its number is its place in [`Facet::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The story it belongs to.
    Theme,
    /// The field of work.
    Sector,
    /// What it is.
    Kind,
    /// Who takes part.
    Org,
    /// Where it stands.
    Status,
}

impl Facet {
    /// All facets, as a reader is offered them.
    pub const ALL: [Self; 5] = [
        Self::Theme,
        Self::Sector,
        Self::Kind,
        Self::Org,
        Self::Status,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Sector => "sector",
            Self::Kind => "kind",
            Self::Org => "org",
            Self::Status => "status",
        }
    }

    /// The ids of the facet's values, in the vocabulary's order.
    pub fn values(self, vocabulary: &Vocabulary) -> Vec<&str> {
        vocabulary.list(self.list()).map(|(id, _)| id).collect()
    }

    /// The list of the vocabulary in which its values stand.
    pub const fn list(self) -> List {
        match self {
            Self::Theme => List::Themes,
            Self::Sector => List::Sectors,
            Self::Kind => List::Kinds,
            Self::Org => List::Organisations,
            Self::Status => List::Statuses,
        }
    }

    /// The ids of a card's values.
    pub fn of(self, card: &Card) -> Vec<&str> {
        match self {
            Self::Theme => card.themes.iter().map(String::as_str).collect(),
            Self::Sector => card.sectors.iter().map(String::as_str).collect(),
            Self::Kind => vec![&card.kind],
            Self::Org => card
                .organisations
                .iter()
                .map(|part| part.id.as_str())
                .collect(),
            Self::Status => vec![&card.status],
        }
    }
}
