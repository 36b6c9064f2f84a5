//! Which entries of the vocabulary records use, and which nobody does.

use std::collections::BTreeSet;

use super::fault::clip;
use super::{Fault, Initiative, Vocabulary};

/// Reports every entry of the vocabulary that no record uses.
pub(super) fn unused(
    file: &str,
    vocabulary: &Vocabulary,
    used: &BTreeSet<String>,
    faults: &mut Vec<Fault>,
) {
    let inverse = |id: &str| {
        vocabulary
            .relation(id)
            .map_or("", |relation| &relation.inverse)
    };
    let mut report = |list: &'static str, ids: Vec<&str>, also: &dyn Fn(&str) -> bool| {
        for (i, id) in ids.into_iter().enumerate() {
            if !used.contains(&use_of(list, id)) && !also(id) {
                faults.push(Fault {
                    file: file.to_owned(),
                    field: format!("{list}[{i}]"),
                    message: format!("`{}` is used by no record; remove it or use it", clip(id)),
                });
            }
        }
    };
    let never = |_: &str| false;
    let entries = |list: &'static str| -> Vec<&str> {
        let list = match list {
            "kinds" => &vocabulary.kinds,
            "sectors" => &vocabulary.sectors,
            "roles" => &vocabulary.roles,
            "source_kinds" => &vocabulary.source_kinds,
            _ => &vocabulary.organisation_kinds,
        };
        list.iter().map(|entry| entry.id.as_str()).collect()
    };
    for list in ["kinds", "sectors", "roles", "source_kinds"] {
        report(list, entries(list), &never);
    }
    report(
        "themes",
        vocabulary
            .themes
            .iter()
            .map(|theme| theme.id.as_str())
            .collect(),
        &never,
    );
    report(
        "statuses",
        vocabulary
            .statuses
            .iter()
            .map(|status| status.id.as_str())
            .collect(),
        &never,
    );
    report(
        "places",
        vocabulary
            .places
            .iter()
            .map(|place| place.id.as_str())
            .collect(),
        &never,
    );
    report(
        "organisations",
        vocabulary
            .organisations
            .iter()
            .map(|body| body.id.as_str())
            .collect(),
        &never,
    );
    report(
        "relations",
        vocabulary
            .relations
            .iter()
            .map(|relation| relation.id.as_str())
            .collect(),
        &|id| used.contains(&use_of("relations", inverse(id))),
    );
    report("organisation_kinds", entries("organisation_kinds"), &|id| {
        vocabulary
            .organisations
            .iter()
            .any(|organisation| organisation.kind == id)
    });
}

/// Notes what a record refers to, as [`use_of`] the vocabulary.
pub(super) fn note_uses(record: &Initiative, used: &mut BTreeSet<String>) {
    let mut note = |list: &str, id: &str| {
        used.insert(use_of(list, id));
    };
    note("kinds", &record.kind);
    note("statuses", &record.status);
    record.place.iter().for_each(|id| note("places", id));
    record.themes.iter().for_each(|id| note("themes", id));
    record.sectors.iter().for_each(|id| note("sectors", id));
    for relation in &record.related {
        note("relations", &relation.relation);
    }
    for source in &record.sources {
        note("source_kinds", &source.kind);
    }
    for part in &record.organisations {
        note("organisations", &part.id);
        note("roles", &part.role);
    }
}

/// The use of an entry: the list of the vocabulary and the id in it.
fn use_of(list: &str, id: &str) -> String {
    [list, id].join("/")
}
