//! What has a row: records, or what they list.

use crate::dataset::{
    Amount, ByRecord, Initiative, Milestone, PartialDate, Source, Unreadable, milestones,
    read_by_record, sources, sums,
};
use crate::explore::{Column, Rows};

/// What has a row, of all records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    listed: Listed,
    /// The sources of records, where a column says which of them a row rests on.
    cited: ByRecord<Source>,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Listed {
    /// The records themselves.
    #[default]
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

impl Item<'_> {
    /// When it was; nothing of a record, which has more than one date.
    pub const fn date(self) -> Option<PartialDate> {
        match self {
            Self::Initiative => None,
            Self::Sum(sum) => sum.date,
            Self::Milestone(milestone) => Some(milestone.date),
            Self::Source(source) => source.published,
        }
    }
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
        Ok(Self::from(match rows {
            Rows::Initiatives => Listed::Initiatives,
            Rows::Sums => Listed::Sums(read_by_record(file, json)?),
            Rows::Milestones => Listed::Milestones(read_by_record(file, json)?),
            Rows::Sources => Listed::Sources(read_by_record(file, json)?),
        }))
    }

    /// The same with what the file of sources says, so that the rows can say on which they rest.
    #[must_use]
    pub fn citing(self, sources: Self) -> Self {
        match sources.listed {
            Listed::Sources(cited) => Self { cited, ..self },
            _ => self,
        }
    }

    /// What has a row of some records.
    pub fn of(rows: Rows, initiatives: &[Initiative]) -> Self {
        let listed = match rows {
            Rows::Initiatives => Listed::Initiatives,
            Rows::Sums => Listed::Sums(sums(initiatives)),
            Rows::Milestones => Listed::Milestones(milestones(initiatives)),
            Rows::Sources => Listed::Sources(sources(initiatives)),
        };
        let lists = Self::from(listed);
        if rows.columns().contains(&Column::Cited) {
            lists.citing(Self::of(Rows::Sources, initiatives))
        } else {
            lists
        }
    }

    /// How many rows a record has.
    pub fn count(&self, id: &str) -> usize {
        match &self.listed {
            Listed::Initiatives => 1,
            Listed::Sums(lists) => lists.get(id).map_or(0, Vec::len),
            Listed::Milestones(lists) => lists.get(id).map_or(0, Vec::len),
            Listed::Sources(lists) => lists.get(id).map_or(0, Vec::len),
        }
    }

    /// What has a row of a record, by its place in the record's list; for a place that there is not, the record itself.
    pub fn item(&self, id: &str, place: usize) -> Item<'_> {
        let item = match &self.listed {
            Listed::Initiatives => None,
            Listed::Sums(lists) => at(lists, id, place).map(Item::Sum),
            Listed::Milestones(lists) => at(lists, id, place).map(Item::Milestone),
            Listed::Sources(lists) => at(lists, id, place).map(Item::Source),
        };
        item.unwrap_or(Item::Initiative)
    }

    /// The sources of a record of these numbers, from 1.
    pub(super) fn cited<'a>(
        &'a self,
        id: &str,
        numbers: &'a [usize],
    ) -> impl Iterator<Item = &'a Source> {
        let sources = self.cited.get(id);
        let source = move |number: &usize| sources?.get(number.checked_sub(1)?);
        numbers.iter().filter_map(source)
    }
}

impl From<Listed> for Lists {
    fn from(listed: Listed) -> Self {
        Self {
            listed,
            ..Self::default()
        }
    }
}

fn at<'a, T>(lists: &'a ByRecord<T>, id: &str, place: usize) -> Option<&'a T> {
    lists.get(id)?.get(place)
}
