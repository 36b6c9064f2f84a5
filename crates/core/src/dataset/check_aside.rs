//! Whether each sum that a record's texts name is a sum of it, or was put aside.

use super::{Dataset, Fault, Initiative, Text};

/// What a sum in Hong Kong dollars begins with.
const SIGN: &str = "HK$";
/// How many digits the words after a number stand for.
const UNITS: [(&str, usize); 3] = [(" million", 6), (" billion", 9), (" trillion", 12)];

/// Hints: sums in the English of a record that neither its `amounts` nor its `aside` hold, and what is put aside without
/// need. The words of a sum differ too much between languages, and all languages name the same.
pub fn check_aside(dataset: &Dataset) -> Vec<Fault> {
    let mut faults = Vec::new();
    for record in &dataset.initiatives {
        let file = dataset.name_of(record);
        let amounts: Vec<u64> = record.amounts.iter().map(|amount| amount.hkd).collect();
        let mut told = Vec::new();
        let has_english = texts(record).any(|(_, text)| !text.en.is_empty());
        for (field, text) in texts(record) {
            for (words, hkd) in sums(&text.en) {
                if !amounts.contains(&hkd) && !record.aside.contains(&hkd) {
                    let message = format!(
                        "names {words}, which is no sum of the record; add it to `amounts`, or {hkd} to `aside`"
                    );
                    faults.push(Fault::new(file, field.clone(), message).hint());
                }
                told.push(hkd);
            }
        }
        for (i, hkd) in record.aside.iter().enumerate() {
            let message = if amounts.contains(hkd) {
                "is in `amounts` as well; take it out here"
            } else if has_english && !told.contains(hkd) {
                "is named in no English summary, fact or milestone; take it out"
            } else {
                continue;
            };
            faults.push(Fault::new(file, format!("aside[{i}]"), message).hint());
        }
    }
    faults
}

/// The texts that tell of a record, with the names of their fields.
fn texts(record: &Initiative) -> impl Iterator<Item = (String, &Text)> {
    let facts = record.facts.iter().map(|fact| &fact.text).enumerate();
    let milestones = record.milestones.iter().map(|one| &one.text).enumerate();
    let facts = facts.map(|(i, text)| (format!("facts[{i}].text.en"), text));
    let milestones = milestones.map(|(i, text)| (format!("milestones[{i}].text.en"), text));
    let summary = ("summary.en".to_owned(), &record.summary);
    [summary].into_iter().chain(facts).chain(milestones)
}

/// The sums that a text names, as it writes them and in whole dollars. A price with cents is none, as no amount holds it,
/// nor is what goes on as a range or with another unit.
fn sums(text: &str) -> impl Iterator<Item = (&str, u64)> {
    text.match_indices(SIGN).filter_map(|(start, _)| {
        let number = &text[start + SIGN.len()..];
        let length = number.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
        let number = number[..length.unwrap_or(number.len())].trim_end_matches([',', '.']);
        let end = start + SIGN.len() + number.len();
        let unit = UNITS
            .into_iter()
            .find(|(word, _)| text[end..].starts_with(word));
        let (word, zeros) = unit.unwrap_or_default();
        let end = end + word.len();
        let next = text[end..].trim_start_matches(" to ");
        let is_range =
            next.len() < text[end..].len() && next.starts_with(|c: char| c.is_ascii_digit());
        let goes_on =
            text[end..].starts_with(|c: char| c.is_alphanumeric() || "–-\u{a0}".contains(c));
        if is_range || goes_on {
            return None;
        }
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let zeros = zeros.checked_sub(fraction.len())?;
        let digits = [&whole.replace(',', ""), fraction].concat();
        let hkd = digits.parse::<u64>().ok()?;
        let hkd = hkd.checked_mul(10_u64.checked_pow(u32::try_from(zeros).ok()?)?)?;
        (hkd > 0).then_some((&text[start..end], hkd))
    })
}
