//! An organisation with all that is told of it.

use serde::{Deserialize, Serialize};

use super::json::read_written;
use super::{Initiative, Lang, Organisation, Unreadable, Vocabulary};

/// An organisation with all that a page tells of it and that cards do not have.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Body {
    /// What the vocabulary says of it.
    pub organisation: Organisation,
    /// As what it takes part, by the id of the role, each with the number of records, in the order of the vocabulary.
    pub roles: Vec<(String, usize)>,
}

impl Body {
    /// The organisation of an id; nothing where there is none.
    pub fn of(vocabulary: &Vocabulary, initiatives: &[Initiative], id: &str) -> Option<Self> {
        let taken = |role: &str| {
            let parts = initiatives.iter().flat_map(|record| &record.organisations);
            parts
                .filter(|part| part.id == id && part.role == role)
                .count()
        };
        let roles = vocabulary.roles.iter();
        let roles = roles.map(|role| (role.id.clone(), taken(&role.id)));
        Some(Self {
            organisation: vocabulary.organisation(id)?.clone(),
            roles: roles.filter(|(_, count)| *count > 0).collect(),
        })
    }

    /// Reads one that the build has written.
    ///
    /// # Errors
    /// What keeps it from being read: no JSON, or another shape.
    pub fn read(file: &str, json: &str) -> Result<Self, Unreadable> {
        read_written(file, json)
    }

    /// The names that it has besides the one in a language: in other languages, short and former ones, each once.
    pub fn other_names(&self, lang: Lang) -> Vec<&str> {
        let Organisation { name, aliases, .. } = &self.organisation;
        let own = name.get(lang);
        let mut others: Vec<&str> = Vec::new();
        let aliases = aliases.iter().map(String::as_str);
        for other in name.iter().map(|(_, name)| name).chain(aliases) {
            if !other.is_empty() && other != own && !others.contains(&other) {
                others.push(other);
            }
        }
        others
    }
}
