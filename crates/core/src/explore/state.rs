//! The view state: the one value that says what is on screen.

use std::ops::RangeInclusive;

use super::{By, Choices, Collection, Column, Dated, Lanes, Rows, Settings, Sort, View};
use crate::dataset::{Lang, PartialDate};

/// What is on screen, all of it. It is in the address, and every view derives from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// Which view.
    pub view: View,
    /// What is searched for, as typed.
    pub q: String,
    /// What is chosen in each facet.
    pub choices: Choices,
    /// The records that somebody picked, where the view shows nothing but these.
    pub list: Collection,
    /// Nothing but what is dated in this year or later, if one is set.
    pub from: Option<u16>,
    /// Nothing but what is dated in this year or earlier, if one is set.
    pub to: Option<u16>,
    /// What has to have happened in the window for a record to be shown.
    pub dated: Dated,
    /// The first and the last day that the timeline shows, where they do not follow from what is shown. They narrow
    /// nothing.
    pub days: Option<(PartialDate, PartialDate)>,
    /// By what the timeline is parted into lanes.
    pub lanes: Lanes,
    /// The order, unless it is the usual one.
    pub sort: Option<Sort>,
    /// What has a row of the table.
    pub rows: Rows,
    /// The columns of the table, in order; none for the usual ones.
    pub columns: Vec<Column>,
    /// The column by which the table is sorted, where it is not the order of the records.
    pub by: Option<By>,
    /// The open record.
    pub id: Option<String>,
    /// The language, where the address names one.
    pub lang: Option<Lang>,
    /// Another data set's address.
    pub data: Option<String>,
    /// What stands beside the view, and how the page is framed.
    pub settings: Settings,
}

impl ViewState {
    /// The order in force: the one chosen, else relevance while searching, that of the collection where there is one, and
    /// the newest first otherwise.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(if self.is_searching() {
            Sort::Relevance
        } else if self.list.is_empty() {
            Sort::Newest
        } else {
            Sort::Listed
        })
    }

    /// Whether anything is searched for.
    pub fn is_searching(&self) -> bool {
        !self.q.trim().is_empty()
    }

    /// Whether anything narrows the records: a search, a choice, a collection or years.
    pub fn is_narrowed(&self) -> bool {
        let has_years = self.years().is_some();
        self.is_searching() || has_years || !self.choices.is_empty() || !self.list.is_empty()
    }

    /// The years that narrow the records, if any do.
    pub fn years(&self) -> Option<RangeInclusive<u16>> {
        let is_narrowed = self.from.is_some() || self.to.is_some();
        is_narrowed.then(|| self.from.unwrap_or(0)..=self.to.unwrap_or(u16::MAX))
    }

    /// The same view with nothing that narrows it.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            q: String::new(),
            choices: Choices::default(),
            list: Collection::default(),
            from: None,
            to: None,
            dated: Dated::default(),
            days: None,
            id: None,
            ..self.clone()
        }
    }

    /// Shows nothing but what is dated in these years, from the earlier to the later, and all of that.
    pub fn show_years(&mut self, from: Option<u16>, to: Option<u16>) {
        (self.from, self.to) = match (from, to) {
            (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
            open => open,
        };
        self.days = None;
    }

    /// Opens a window of days on the timeline; false, and nothing, where these are no two days in order.
    pub fn show_days(&mut self, first: PartialDate, last: PartialDate) -> bool {
        let are_days = first.day().is_some() && last.day().is_some() && first <= last;
        if are_days {
            self.days = Some((first, last));
        }
        are_days
    }
}
