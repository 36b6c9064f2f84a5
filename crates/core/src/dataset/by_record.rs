//! Lists of records that cards do not have, of all records at once: what the table loads for rows of sums, milestones and
//! sources.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::json::read_written;
use super::{Amount, Initiative, Milestone, Source, Unreadable};

/// A list of each record that has one, by the record's id.
pub type ByRecord<T> = BTreeMap<String, Vec<T>>;

/// The sums of money of records.
pub fn sums(initiatives: &[Initiative]) -> ByRecord<Amount> {
    lists(initiatives, |initiative| &initiative.amounts)
}

/// The milestones of records.
pub fn milestones(initiatives: &[Initiative]) -> ByRecord<Milestone> {
    lists(initiatives, |initiative| &initiative.milestones)
}

/// The sources of records.
pub fn sources(initiatives: &[Initiative]) -> ByRecord<Source> {
    lists(initiatives, |initiative| &initiative.sources)
}

/// Reads lists that the build has written.
///
/// # Errors
/// What keeps them from being read: no JSON, or another shape.
pub fn read_by_record<T: DeserializeOwned>(
    file: &str,
    json: &str,
) -> Result<ByRecord<T>, Unreadable> {
    read_written(file, json)
}

fn lists<T: Clone>(initiatives: &[Initiative], list: fn(&Initiative) -> &Vec<T>) -> ByRecord<T> {
    initiatives
        .iter()
        .map(|initiative| (initiative.id.clone(), list(initiative).clone()))
        .filter(|(_, list)| !list.is_empty())
        .collect()
}
