//! Which entries of the vocabulary records use, and which nobody does.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::clip;
use super::{Fault, Initiative, List, Vocabulary};

/// The ids that records use, by the list in which they stand.
#[derive(Default)]
pub(super) struct Usage(BTreeMap<List, BTreeSet<String>>);

impl Usage {
    /// Notes what a record refers to.
    pub(super) fn note(&mut self, record: &Initiative) {
        let mut note = |list: List, id: &str| {
            self.0.entry(list).or_default().insert(id.to_owned());
        };
        note(List::Kinds, &record.kind);
        note(List::Statuses, &record.status);
        if let Some(id) = &record.place {
            note(List::Places, id);
        }
        for id in &record.themes {
            note(List::Themes, id);
        }
        for about in &record.topics {
            note(List::Topics, &about.id);
        }
        for id in &record.sectors {
            note(List::Sectors, id);
        }
        for relation in &record.related {
            note(List::Relations, &relation.relation);
        }
        for source in &record.sources {
            note(List::SourceKinds, &source.kind);
        }
        for part in &record.organisations {
            note(List::Organisations, &part.id);
            note(List::Roles, &part.role);
        }
        for id in record
            .amounts
            .iter()
            .flat_map(|amount| amount.from.iter().chain(&amount.to))
        {
            note(List::Organisations, id);
        }
    }

    fn has(&self, list: List, id: &str) -> bool {
        self.0.get(&list).is_some_and(|ids| ids.contains(id))
    }

    /// Reports every entry of the vocabulary that no record uses. A relation is used where its inverse is, a kind of
    /// organisation by organisations, an organisation also by its parts, and an era by nobody: it stands for itself.
    pub(super) fn unused(&self, file: &str, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) {
        let is_used = |list: List, id: &str| match list {
            List::Relations => {
                let inverse = vocabulary.relation(id).map(|relation| &relation.inverse);
                self.has(list, id) || inverse.is_some_and(|inverse| self.has(list, inverse))
            }
            List::Organisations => {
                let mut bodies = vocabulary.organisations.iter();
                self.has(list, id) || bodies.any(|body| body.parent.as_deref() == Some(id))
            }
            List::OrganisationKinds => vocabulary.organisations.iter().any(|body| body.kind == id),
            List::Eras => true,
            _ => self.has(list, id),
        };
        for list in List::ALL {
            for (i, (id, _)) in vocabulary.list(list).enumerate() {
                if !is_used(list, id) {
                    let field = format!("{}[{i}]", list.key());
                    let message =
                        format!("`{}` is used by no record; remove it or use it", clip(id));
                    faults.push(Fault::new(file, field, message).hint());
                }
            }
        }
    }
}
