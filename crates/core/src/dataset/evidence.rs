//! How well a record is known, in a few words that one can filter by.

use super::word::words;
use super::{Initiative, PartialDate, Vocabulary};

words! {
    /// Something that a reader should know of how a record is known.
    pub enum Evidence {
        /// Sources say different things.
        Disagree = "disagree",
        /// No source is by the body itself or official.
        NoOfficial = "no-official",
        /// All sources are of one publisher.
        OnePublisher = "one-publisher",
        /// It is said to go on, but nothing has been heard of it for two years.
        Unconfirmed = "unconfirmed",
        /// Its start or its end is an estimate.
        Estimated = "estimated",
        /// It has a sum of money.
        Sum = "sum",
    }
}

/// The kind of a source by the body itself, or official, where a vocabulary has it.
const OFFICIAL: &str = "primary";
/// For how many years something counts as going on without news of it.
const YEARS: u16 = 2;

impl Evidence {
    /// What is to be said of a record, on a day.
    pub fn of(record: &Initiative, vocabulary: &Vocabulary, today: PartialDate) -> Vec<Self> {
        let holds = |evidence: &Self| match evidence {
            Self::Disagree => record.is_disputed(),
            Self::NoOfficial => {
                let kinds = &vocabulary.source_kinds;
                kinds.iter().any(|kind| kind.id == OFFICIAL)
                    && record.sources.iter().all(|source| source.kind != OFFICIAL)
            }
            Self::OnePublisher => {
                let publishers = record.sources.iter().map(|source| source.publisher.trim());
                publishers
                    .clone()
                    .zip(publishers.skip(1))
                    .all(|(a, b)| a == b)
            }
            Self::Unconfirmed => {
                let status = vocabulary.status(&record.status);
                status.is_some_and(|status| status.ongoing) && is_old(record.last_heard(), today)
            }
            Self::Estimated => !record.about.is_empty(),
            Self::Sum => !record.amounts.is_empty(),
        };
        Self::ALL.iter().copied().filter(holds).collect()
    }
}

impl Initiative {
    /// The newest date of which a source told: of its status, or of what has happened.
    pub fn last_heard(&self) -> PartialDate {
        let happened = self
            .milestones
            .iter()
            .filter(|milestone| !milestone.planned);
        let dates = happened.map(|milestone| milestone.date);
        dates.fold(
            self.status_as_of,
            |a, b| if a.last() < b.last() { b } else { a },
        )
    }
}

/// Whether a date ended more than two years before a day.
fn is_old(date: PartialDate, today: PartialDate) -> bool {
    let (year, month, day) = today.first();
    date.last() < (year.saturating_sub(YEARS), month, day)
}
