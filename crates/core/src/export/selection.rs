//! The records that were found, as JSON.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::Origin;
use crate::dataset::{FORMAT, Initiative, Provenance, Vocabulary};

/// Records in the order in which they were found, with the vocabulary that they refer to. It has the form of a whole data
/// set, and is as sound by itself: ties to records that are not among them are left out.
#[derive(Clone, Debug, Serialize)]
pub struct Selection<'a> {
    about: Provenance,
    format: u32,
    vocabulary: &'a Vocabulary,
    initiatives: Vec<Cow<'a, Initiative>>,
}

impl<'a> Selection<'a> {
    /// These records.
    pub fn new(
        vocabulary: &'a Vocabulary,
        initiatives: impl IntoIterator<Item = &'a Initiative>,
        origin: &Origin,
    ) -> Self {
        let all: Vec<&Initiative> = initiatives.into_iter().collect();
        let ids: BTreeSet<&str> = all.iter().map(|record| record.id.as_str()).collect();
        let licence = origin.licence.clone();
        Self {
            about: Provenance {
                title: origin.title.clone(),
                updated: origin.day,
                licence: licence.as_ref().map(|licence| licence.name.clone()),
                licence_url: licence.map(|licence| licence.url),
                view: Some(origin.view.clone()).filter(|view| !view.is_empty()),
                count: all.len(),
            },
            format: FORMAT,
            vocabulary,
            initiatives: all.iter().map(|record| among(record, &ids)).collect(),
        }
    }

    /// The text of a file, without spaces between: it is hardly larger than what it was taken from, so that it can be read again
    /// wherever that could.
    ///
    /// # Errors
    /// None that is known of: everything in it can be written.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// A record without ties to others than these.
fn among<'a>(record: &'a Initiative, ids: &BTreeSet<&str>) -> Cow<'a, Initiative> {
    let is_there = |id: &str| ids.contains(id);
    let parts = record.amounts.iter().filter_map(|sum| sum.part_of.as_ref());
    let mut ties = record.related.iter().map(|tie| &tie.id);
    if ties.all(|id| is_there(id)) && parts.map(|whole| &whole.id).all(|id| is_there(id)) {
        return Cow::Borrowed(record);
    }
    let mut record = record.clone();
    record.related.retain(|tie| is_there(&tie.id));
    for sum in &mut record.amounts {
        sum.part_of = sum.part_of.take().filter(|whole| is_there(&whole.id));
    }
    Cow::Owned(record)
}
