//! What makes the dates of a record sound.

use std::collections::BTreeSet;

use super::check::Check;
use super::{Initiative, Milestone, PartialDate, Phase, Vocabulary};

impl Check<'_> {
    /// Start and end, and what happened when.
    pub(super) fn life(&mut self, record: &Initiative, vocabulary: &Vocabulary) {
        self.date("start", record.start);
        self.date("status_as_of", record.status_as_of);
        if record.end.is_some_and(PartialDate::is_missing) {
            self.fault(
                "end",
                "is empty; write a date such as 2024-06, or leave it out where it goes on",
            );
        } else if let Some(end) = record.end
            && end.surely_before(record.start)
        {
            self.fault(
                "end",
                format!(
                    "is {end}, before the start, {}; mend one of them",
                    record.start
                ),
            );
        }
        let status = vocabulary.status(&record.status);
        if let Some(end) = record.end
            && status.is_some_and(|status| status.ongoing)
            && !end.is_missing()
            && end.surely_before(record.status_as_of)
        {
            let message = format!(
                "is `{}`, which goes on, as of {}, after the end, {end}; mend one of them",
                record.status, record.status_as_of
            );
            self.own_fault("status", message);
        }
        if record.end.is_none() && record.is_about("end") {
            self.own_fault(
                "about",
                "holds `end`, and there is none; take it out or write `end`",
            );
        }
        self.repeated_milestones(&record.milestones);
        let life_known = !self
            .faults
            .iter()
            .any(|fault| matches!(fault.field.as_str(), "start" | "end"));
        for (i, milestone) in record.milestones.iter().enumerate() {
            let field = format!("milestones[{i}]");
            self.text(&format!("{field}.text"), &milestone.text);
            self.cited(
                &format!("{field}.sources"),
                &milestone.sources,
                record.sources.len(),
            );
            self.date(&format!("{field}.date"), milestone.date);
            if milestone.kind.is_none() {
                let field = format!("{field}.kind");
                self.own_fault(field, "is missing; say what kind of thing it tells");
            }
        }
        if life_known {
            self.phases(record);
        }
        self.milestones_in_order(&record.milestones);
    }

    /// Milestones lie within the record's life. Where all that are meant to do so lie before its start, that is the date to
    /// look at.
    fn phases(&mut self, record: &Initiative) {
        let dated = record.milestones.iter().enumerate();
        let dated: Vec<_> = dated
            .filter(|(_, milestone)| !milestone.date.is_missing())
            .collect();
        let within = dated.iter().filter(|(_, one)| one.phase.is_none());
        let within: Vec<PartialDate> = within.map(|(_, one)| one.date).collect();
        if within.len() > 1 && within.iter().all(|date| date.surely_before(record.start)) {
            let message = format!(
                "is {}, after all its milestones; mend the date, or add \"phase\": \"before\" to those that are meant",
                record.start
            );
            self.fault("start", message);
            return;
        }
        for (i, milestone) in dated {
            self.phase(&format!("milestones[{i}]"), milestone, record);
        }
    }

    /// No milestone is before an earlier one. A date that is missing, or told to be wrong, comes in no order; where all would
    /// be in order without the earlier one of two, it is that one.
    fn milestones_in_order(&mut self, milestones: &[Milestone]) {
        let told: BTreeSet<&str> = self.faults.iter().map(|fault| &*fault.field).collect();
        let dated = milestones.iter().enumerate().filter(|(i, milestone)| {
            !milestone.date.is_missing() && !told.contains(&*format!("milestones[{i}].date"))
        });
        let dates: Vec<(usize, PartialDate)> = dated.map(|(i, one)| (i, one.date)).collect();
        let Some((earlier, later)) = out_of_order(&dates) else {
            return;
        };
        let without = |place| dates.iter().copied().filter(move |(i, _)| *i != place);
        let is_right_without = |place| out_of_order(&without(place).collect::<Vec<_>>()).is_none();
        let (place, message) = if is_right_without(earlier) && !is_right_without(later) {
            (earlier, "is after one below; put milestones in order")
        } else {
            (later, "is before one above; put milestones in order")
        };
        self.fault(format!("milestones[{place}].date"), message);
    }

    /// A milestone lies within the record's life, or says on which side of it it is meant to lie.
    fn phase(&mut self, field: &str, milestone: &Milestone, record: &Initiative) {
        let date = milestone.date;
        let lies = if date.surely_before(record.start) {
            Some(Phase::Before)
        } else if record.end.is_some_and(|end| end.surely_before(date)) {
            Some(Phase::After)
        } else {
            None
        };
        match (lies, milestone.phase) {
            (lies, phase) if lies == phase => {}
            (Some(Phase::Before), _) => self.fault(
                format!("{field}.date"),
                format!("is {date}, before the start; mend the date, or add \"phase\": \"before\" if it is meant"),
            ),
            (Some(Phase::After), _) => self.fault(
                format!("{field}.date"),
                format!("is {date}, after the end; mend the date, or add \"phase\": \"after\" if it is meant"),
            ),
            (None, _) => self.fault(
                format!("{field}.phase"),
                format!("is set, but {date} lies between start and end; remove it"),
            ),
        }
    }
}

/// The places of the first two dates of which the later one is surely before the other.
fn out_of_order(dates: &[(usize, PartialDate)]) -> Option<(usize, usize)> {
    // Of dates that overlap, the one that begins last is the one to come after.
    let mut latest = dates.first()?;
    for date in dates {
        if date.1.surely_before(latest.1) {
            return Some((latest.0, date.0));
        }
        if date.1 > latest.1 {
            latest = date;
        }
    }
    None
}
