//! The data as it lies in the repository, counted without the explorer's own code.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::page::Page;
use crate::project;

/// A record's JSON.
#[derive(Clone, Debug)]
pub struct Record(pub Value);

/// All records.
pub fn records() -> Result<Vec<Record>> {
    let folder = project::path("public/data/initiatives");
    let mut records = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let text = fs::read_to_string(entry?.path())?;
        records.push(Record(serde_json::from_str(&text)?));
    }
    Ok(records)
}

/// The whole data set as the site of a page has it, to be changed and served again.
pub async fn own_set(page: &Page) -> Result<Value> {
    page.script("return fetch('data/dataset.json').then((answer) => answer.json())")
        .await
}

impl Record {
    /// A field that is a text; empty where it is missing.
    pub fn text(&self, field: &str) -> &str {
        self.0[field].as_str().unwrap_or_default()
    }

    /// The name in a language.
    pub fn name(&self, lang: &str) -> &str {
        self.0["name"][lang].as_str().unwrap_or_default()
    }

    /// Whether one of a list of texts is this.
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.0[field]
            .as_array()
            .is_some_and(|list| list.iter().any(|item| item == value))
    }

    /// Every year in which something is dated.
    pub fn years(&self) -> BTreeSet<u16> {
        let milestones = self.0["milestones"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|milestone| &milestone["date"]);
        let dates = [&self.0["start"], &self.0["end"]]
            .into_iter()
            .chain(milestones);
        dates
            .filter_map(|date| date.as_str()?.get(..4)?.parse().ok())
            .collect()
    }
}
