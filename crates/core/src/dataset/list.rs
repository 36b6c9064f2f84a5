//! The lists of a vocabulary, by name.

use super::{Text, Vocabulary};

/// A list of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// The stories that the data tells.
    Themes,
    /// What an initiative is.
    Kinds,
    /// Fields of work.
    Sectors,
    /// What an organisation does in an initiative.
    Roles,
    /// How one record is tied to another.
    Relations,
    /// Where an initiative stands.
    Statuses,
    /// Kinds of source.
    SourceKinds,
    /// Kinds of organisation.
    OrganisationKinds,
    /// What people look for.
    Topics,
    /// Who takes part.
    Organisations,
    /// Where.
    Places,
    /// Parts of the story.
    Eras,
}

impl List {
    /// All lists, in the order of the file.
    pub const ALL: [Self; 12] = [
        Self::Themes,
        Self::Kinds,
        Self::Sectors,
        Self::Roles,
        Self::Relations,
        Self::Statuses,
        Self::SourceKinds,
        Self::OrganisationKinds,
        Self::Topics,
        Self::Organisations,
        Self::Places,
        Self::Eras,
    ];

    /// The key in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Themes => "themes",
            Self::Kinds => "kinds",
            Self::Sectors => "sectors",
            Self::Roles => "roles",
            Self::Relations => "relations",
            Self::Statuses => "statuses",
            Self::SourceKinds => "source_kinds",
            Self::OrganisationKinds => "organisation_kinds",
            Self::Topics => "topics",
            Self::Organisations => "organisations",
            Self::Places => "places",
            Self::Eras => "eras",
        }
    }
}

impl Vocabulary {
    /// The ids and names of a list, in order.
    pub fn list(&self, list: List) -> Box<dyn Iterator<Item = (&str, &Text)> + '_> {
        macro_rules! named {
            ($list:ident) => {
                Box::new(self.$list.iter().map(|entry| (&*entry.id, &entry.name)))
            };
        }
        match list {
            List::Themes => named!(themes),
            List::Kinds => named!(kinds),
            List::Sectors => named!(sectors),
            List::Roles => named!(roles),
            List::Relations => named!(relations),
            List::Statuses => named!(statuses),
            List::SourceKinds => named!(source_kinds),
            List::OrganisationKinds => named!(organisation_kinds),
            List::Topics => named!(topics),
            List::Organisations => named!(organisations),
            List::Places => named!(places),
            List::Eras => named!(eras),
        }
    }

    /// The name of an entry of a list; `None` where the list has no such entry.
    pub fn name(&self, list: List, id: &str) -> Option<&Text> {
        let mut entries = self.list(list);
        entries
            .find(|(other, _)| *other == id)
            .map(|(_, name)| name)
    }
}
