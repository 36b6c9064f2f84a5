//! What can be told of sums and plans only with the whole data set at hand.

use std::{iter, ptr};

use super::{Amount, Dataset, Fault, Initiative, PartOf, PartialDate};

/// Sums that are part of a sum that is not there, or that lead back to themselves.
pub fn check_sums(dataset: &Dataset) -> Vec<Fault> {
    let mut faults = Vec::new();
    let most = dataset
        .initiatives
        .iter()
        .map(|record| record.amounts.len())
        .sum::<usize>();
    for record in &dataset.initiatives {
        let file = dataset.name_of(record);
        for (i, amount) in record.amounts.iter().enumerate() {
            let field = format!("amounts[{i}].part_of");
            let mut records = dataset.initiatives.iter();
            let is_judged = amount.part_of.as_ref().is_some_and(|part_of| {
                // The faults of a record that was left out are its own.
                !dataset.was_given(&part_of.id) || records.any(|other| other.id == part_of.id)
            });
            if is_judged && whole(dataset, amount).is_none() {
                let message =
                    "leads to no sum; name a record and the number of its sum, counted from 1";
                faults.push(Fault::new(file, &field, message));
            }
            let wholes = iter::successors(whole(dataset, amount), |amount| whole(dataset, amount));
            if wholes.take(most).any(|whole| ptr::eq(whole, amount)) {
                let message = "leads back to the sum itself; mend one of them";
                faults.push(Fault::new(file, &field, message));
            }
        }
    }
    faults
}

/// Sums that are larger than the sum that they are part of, and, as hints, sums that are smaller than their parts together.
pub fn check_parts(dataset: &Dataset) -> Vec<Fault> {
    let mut faults = Vec::new();
    for record in &dataset.initiatives {
        for (i, amount) in record.amounts.iter().enumerate() {
            if let Some(whole) = whole(dataset, amount)
                && whole.hkd < amount.hkd
            {
                let message = format!(
                    "is {}, more than the {} that it is part of; mend one of them",
                    amount.hkd, whole.hkd
                );
                faults.push(Fault::new(
                    dataset.name_of(record),
                    format!("amounts[{i}].hkd"),
                    message,
                ));
            } else if let Some(parts) =
                parts(dataset, record, i + 1).filter(|parts| *parts > u128::from(amount.hkd))
            {
                let message = format!(
                    "is {}, less than its parts together, {parts}; look whether all are parts of it",
                    amount.hkd
                );
                let field = format!("amounts[{i}].hkd");
                faults.push(Fault::new(dataset.name_of(record), field, message).hint());
            }
        }
    }
    faults
}

/// What the parts of a sum are together, where it has more than one: one alone is told of by itself.
fn parts(dataset: &Dataset, record: &Initiative, number: usize) -> Option<u128> {
    let amounts = dataset
        .initiatives
        .iter()
        .flat_map(|record| &record.amounts);
    let of_sum = |part_of: &PartOf| part_of.id == record.id && part_of.amount == number;
    let parts = amounts.filter(|amount| amount.part_of.as_ref().is_some_and(of_sum));
    let parts: Vec<u128> = parts.map(|amount| amount.hkd.into()).collect();
    (parts.len() > 1).then(|| parts.into_iter().sum())
}

/// Milestones after the data's own day that are not marked as planned; `today` is the last that this day can be.
pub fn check_plans(dataset: &Dataset, today: PartialDate) -> Vec<Fault> {
    let mut faults = Vec::new();
    let of_data = dataset.day(today);
    for record in &dataset.initiatives {
        let file = dataset.name_of(record);
        for (i, milestone) in record.milestones.iter().enumerate() {
            if of_data.surely_before(milestone.date) && !milestone.planned {
                let message = format!(
                    "is {}, after the day of the data, {of_data}; add \"planned\": true if it is foreseen",
                    milestone.date
                );
                faults.push(Fault::new(file, format!("milestones[{i}].date"), message));
            }
        }
    }
    faults
}

/// The sum that contains another.
fn whole<'a>(dataset: &'a Dataset, amount: &Amount) -> Option<&'a Amount> {
    let part_of = amount.part_of.as_ref()?;
    let mut records = dataset.initiatives.iter();
    let record = records.find(|record| record.id == part_of.id)?;
    record.amounts.get(part_of.amount.checked_sub(1)?)
}

impl Dataset {
    /// The day of the data: the last on which something in it was published, read, checked or put right. A day after
    /// `today` is a mistake and does not count; where there is no other, it is `today`.
    pub fn day(&self, today: PartialDate) -> PartialDate {
        let records = self.initiatives.iter();
        let days = records.flat_map(|record| {
            let sources = record.sources.iter();
            let of_sources = sources
                .flat_map(|source| [source.published, source.read])
                .flatten();
            let corrections = record.corrections.iter().map(|correction| correction.date);
            let own = [record.status_as_of].into_iter().chain(record.checked);
            own.chain(of_sources).chain(corrections)
        });
        let last = days.filter(|day| !today.surely_before(*day)).max();
        // A month or year that goes on beyond today says no more than that.
        last.filter(|day| day.last() <= today.last())
            .unwrap_or(today)
    }
}
