//! What ties records to each other: ids, former ids and relations.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::clip;
use super::{Fault, Initiative};

/// Keeps what is unique and drops aliases that are taken and ties that lead nowhere. All of it is reported, but for ties
/// to a record that may have been given and was left out: that one's own faults are told. Returns the ids as well of those with a tie that leads
/// nowhere.
pub(super) fn connected(
    found: Vec<(&str, Initiative)>,
    was_given: impl Fn(&str) -> bool,
    faults: &mut Vec<Fault>,
) -> (Vec<Initiative>, BTreeSet<String>) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let taken = |file: &str, field: String, id: &str, other: &str| {
        let id = clip(id);
        let message = format!("`{id}` is taken by {other}; an id belongs to one record for good");
        Fault::new(file, field, message)
    };
    let mut kept = Vec::new();
    for (file, initiative) in found {
        if let Some(other) = owners.get(&initiative.id) {
            faults.push(taken(file, "id".to_owned(), &initiative.id, other));
        } else {
            owners.insert(initiative.id.clone(), file);
            kept.push((file, initiative));
        }
    }
    // After all ids, so that no alias keeps a record from its own.
    for (file, initiative) in &mut kept {
        let mut index = 0;
        initiative.aliases.retain(|alias| {
            let other = owners.get(alias).copied();
            if let Some(other) = other {
                faults.push(taken(file, format!("aliases[{index}]"), alias, other));
            } else {
                owners.insert(alias.clone(), file);
            }
            index += 1;
            other.is_none()
        });
    }
    let mut ids: BTreeSet<String> = BTreeSet::new();
    ids.extend(kept.iter().map(|(_, initiative)| initiative.id.clone()));
    let mut astray = BTreeSet::new();
    for (file, initiative) in &mut kept {
        let own = initiative.id.clone();
        let mut index = 0;
        initiative.related.retain(|relation| {
            let is_other = relation.id != own;
            let leads = is_other && ids.contains(&relation.id);
            if !is_other || !was_given(&relation.id) {
                let message = format!(
                    "`{}` is no other record; name the id of one",
                    clip(&relation.id)
                );
                faults.push(Fault::new(*file, format!("related[{index}].id"), message));
                astray.insert(own.clone());
            }
            index += 1;
            leads
        });
    }
    let kept = kept.into_iter().map(|(_, initiative)| initiative);
    (kept.collect(), astray)
}
