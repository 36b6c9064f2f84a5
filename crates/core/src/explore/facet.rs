//! Facets: the properties by which records are narrowed.

use crate::dataset::{Card, Evidence, List, Vocabulary};

/// A property of records whose values a reader chooses from. Its number is its place in [`Facet::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The story it belongs to.
    Theme,
    /// What it is about.
    Topic,
    /// The field of work.
    Sector,
    /// What it is.
    Kind,
    /// Who takes part.
    Org,
    /// Where.
    Place,
    /// Where it stands.
    Status,
    /// How it is known.
    Evidence,
}

impl Facet {
    /// All facets, as a reader is offered them.
    pub const ALL: [Self; 8] = [
        Self::Theme,
        Self::Topic,
        Self::Sector,
        Self::Kind,
        Self::Org,
        Self::Place,
        Self::Status,
        Self::Evidence,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Topic => "topic",
            Self::Sector => "sector",
            Self::Kind => "kind",
            Self::Org => "org",
            Self::Place => "place",
            Self::Status => "status",
            Self::Evidence => "evidence",
        }
    }

    /// The ids of the facet's values, in the vocabulary's order.
    pub fn values(self, vocabulary: &Vocabulary) -> Vec<&str> {
        match self.list() {
            Some(list) => vocabulary.list(list).map(|(id, _)| id).collect(),
            None => Evidence::ALL
                .iter()
                .map(|evidence| evidence.word())
                .collect(),
        }
    }

    /// The list of the vocabulary in which its values stand; `None` for those that the format itself has.
    pub const fn list(self) -> Option<List> {
        Some(match self {
            Self::Theme => List::Themes,
            Self::Topic => List::Topics,
            Self::Sector => List::Sectors,
            Self::Kind => List::Kinds,
            Self::Org => List::Organisations,
            Self::Place => List::Places,
            Self::Status => List::Statuses,
            Self::Evidence => return None,
        })
    }

    /// The ids of a card's values.
    pub fn of(self, card: &Card) -> Vec<&str> {
        match self {
            Self::Theme => card.themes.iter().map(String::as_str).collect(),
            Self::Topic => card.topics.iter().map(String::as_str).collect(),
            Self::Sector => card.sectors.iter().map(String::as_str).collect(),
            Self::Kind => vec![&card.kind],
            Self::Org => card.organisations.iter().map(String::as_str).collect(),
            Self::Place => card.place.iter().map(String::as_str).collect(),
            Self::Status => vec![&card.status],
            Self::Evidence => card
                .evidence
                .iter()
                .map(|evidence| evidence.word())
                .collect(),
        }
    }
}
