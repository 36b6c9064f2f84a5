//! Dates of what has happened which have not come yet.

use super::{AmountKind, Dataset, Fault, Initiative, PartialDate, Status};

/// Dates after `today` of what can only have happened: a page was published or read, a status held, a sum was moved, a
/// record was checked or corrected, something began or ended that was not only announced. Nor was a page read, or a record
/// checked, before the page was there. Milestones are the matter of [`check_plans`](super::check_plans).
pub fn check_days(dataset: &Dataset, today: PartialDate) -> Vec<Fault> {
    let mut faults = Vec::new();
    for record in &dataset.initiatives {
        let mut fault = |field: String, message: String| {
            faults.push(Fault::new(dataset.name_of(record), field, message));
        };
        for (field, date) in past(record) {
            if today.surely_before(date) {
                let message = format!("is {date}, which has not come yet; mend the date");
                fault(field, message);
            }
        }
        let is_announced = record.status == Status::ANNOUNCED;
        if today.surely_before(record.start) && !is_announced {
            let message = format!(
                "is {}, which has not come yet, of what is `{}`; mend one of them",
                record.start, record.status
            );
            fault("start".to_owned(), message);
        }
        let status = dataset.vocabulary.status(&record.status);
        if let Some(end) = record.end
            && today.surely_before(end)
            && status.is_some_and(|status| !status.ongoing)
            && !is_announced
        {
            let message = format!(
                "is {end}, which has not come yet, of what is `{}`; mend one of them",
                record.status
            );
            fault("end".to_owned(), message);
        }
        for (i, source) in record.sources.iter().enumerate() {
            if let (Some(read), Some(published)) = (source.read, source.published)
                && read.surely_before(published)
                && !today.surely_before(published)
            {
                let message = format!(
                    "is {read}, before the page was published, {published}; mend one of them"
                );
                fault(format!("sources[{i}].read"), message);
            }
        }
        let newest = record
            .sources
            .iter()
            .filter_map(|source| source.published)
            .filter(|published| !today.surely_before(*published))
            .max();
        if let (Some(checked), Some(newest)) = (record.checked, newest)
            && checked.surely_before(newest)
        {
            let message =
                format!("is {checked}, before its newest source, of {newest}; mend one of them");
            fault("checked".to_owned(), message);
        }
    }
    faults
}

/// The dates of a record that lie in the past, by field.
fn past(record: &Initiative) -> Vec<(String, PartialDate)> {
    let mut dates = vec![("status_as_of".to_owned(), record.status_as_of)];
    dates.extend(record.checked.map(|day| ("checked".to_owned(), day)));
    for (i, source) in record.sources.iter().enumerate() {
        let published = source.published.map(|date| ("published", date));
        let read = source.read.map(|day| ("read", day));
        let named = published.into_iter().chain(read);
        dates.extend(named.map(|(key, date)| (format!("sources[{i}].{key}"), date)));
    }
    // A sum that is intended may be so for a later year.
    let amounts = record.amounts.iter().enumerate();
    let moved = amounts.filter(|(_, amount)| amount.kind != Some(AmountKind::Planned));
    dates
        .extend(moved.filter_map(|(i, amount)| Some((format!("amounts[{i}].date"), amount.date?))));
    let corrections = record.corrections.iter().enumerate();
    dates.extend(corrections.map(|(i, one)| (format!("corrections[{i}].date"), one.date)));
    dates
}
