//! What has a row: records, or what they list.

use crate::dataset::{
    Amount, ByRecord, Initiative, Milestone, Source, Unreadable, milestones, read_by_record,
    sources, sums,
};
use crate::explore::Rows;

/// What has a row, of all records.
#[derive(Clone, Debug, PartialEq)]
pub enum Lists {
    /// The records themselves.
    Initiatives,
    /// Their sums.
    Sums(ByRecord<Amount>),
    /// Their milestones.
    Milestones(ByRecord<Milestone>),
    /// Their sources.
    Sources(ByRecord<Source>),
}

/// What has a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item<'a> {
    /// The record itself.
    Initiative,
    /// A sum of money.
    Sum(&'a Amount),
    /// A milestone.
    Milestone(&'a Milestone),
    /// A source.
    Source(&'a Source),
}

impl Lists {
    /// The name of the file that has what such rows need and cards do not; records need none.
    pub const fn file(rows: Rows) -> Option<&'static str> {
        match rows {
            Rows::Initiatives => None,
            Rows::Sums => Some("sums.json"),
            Rows::Milestones => Some("milestones.json"),
            Rows::Sources => Some("sources.json"),
        }
    }

    /// Reads that file.
    ///
    /// # Errors
    /// What keeps it from being read: no JSON, or another shape.
    pub fn read(rows: Rows, json: &str) -> Result<Self, Unreadable> {
        let file = rows.key();
        Ok(match rows {
            Rows::Initiatives => Self::Initiatives,
            Rows::Sums => Self::Sums(read_by_record(file, json)?),
            Rows::Milestones => Self::Milestones(read_by_record(file, json)?),
            Rows::Sources => Self::Sources(read_by_record(file, json)?),
        })
    }

    /// What has a row of some records.
    pub fn of(rows: Rows, initiatives: &[Initiative]) -> Self {
        match rows {
            Rows::Initiatives => Self::Initiatives,
            Rows::Sums => Self::Sums(sums(initiatives)),
            Rows::Milestones => Self::Milestones(milestones(initiatives)),
            Rows::Sources => Self::Sources(sources(initiatives)),
        }
    }

    /// How many rows a record has.
    pub fn count(&self, id: &str) -> usize {
        match self {
            Self::Initiatives => 1,
            Self::Sums(lists) => lists.get(id).map_or(0, Vec::len),
            Self::Milestones(lists) => lists.get(id).map_or(0, Vec::len),
            Self::Sources(lists) => lists.get(id).map_or(0, Vec::len),
        }
    }

    /// What has a row of a record, by its place in the record's list; for a place that there is not, the record itself.
    pub fn item(&self, id: &str, place: usize) -> Item<'_> {
        let item = match self {
            Self::Initiatives => None,
            Self::Sums(lists) => at(lists, id, place).map(Item::Sum),
            Self::Milestones(lists) => at(lists, id, place).map(Item::Milestone),
            Self::Sources(lists) => at(lists, id, place).map(Item::Source),
        };
        item.unwrap_or(Item::Initiative)
    }
}

fn at<'a, T>(lists: &'a ByRecord<T>, id: &str, place: usize) -> Option<&'a T> {
    lists.get(id)?.get(place)
}
