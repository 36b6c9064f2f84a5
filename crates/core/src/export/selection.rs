//! The records that were found, as JSON.

use serde::Serialize;

use super::Origin;
use crate::dataset::{FORMAT, Initiative, Vocabulary};

/// Records in the order in which they were found, with the vocabulary that they refer to.
#[derive(Clone, Debug, Serialize)]
pub struct Selection<'a> {
    about: About<'a>,
    format: u32,
    vocabulary: &'a Vocabulary,
    initiatives: &'a [&'a Initiative],
}

/// Where they come from.
#[derive(Clone, Debug, Serialize)]
struct About<'a> {
    title: &'a str,
    updated: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence_url: Option<&'a str>,
    view: &'a str,
    count: usize,
}

impl<'a> Selection<'a> {
    /// These records.
    pub fn new(
        vocabulary: &'a Vocabulary,
        initiatives: &'a [&'a Initiative],
        origin: &'a Origin,
    ) -> Self {
        let licence = origin.licence.as_ref();
        Self {
            about: About {
                title: &origin.title,
                updated: origin.day.to_string(),
                licence: licence.map(|licence| licence.name.as_str()),
                licence_url: licence.map(|licence| licence.url.as_str()),
                view: &origin.view,
                count: initiatives.len(),
            },
            format: FORMAT,
            vocabulary,
            initiatives,
        }
    }

    /// The text of a file. It has the form of a whole data set, and says where it comes from.
    ///
    /// # Errors
    /// None that is known of: everything in it can be written.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self)
    }
}
