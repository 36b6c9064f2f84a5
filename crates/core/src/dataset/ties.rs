//! Ties between records, which are told from both sides, each with its source.

use super::{Dataset, Fault, Initiative, Relation};

/// Every tie that the other record does not tell as well, in its own words, and every one that says how two records
/// belong together and rests on no source of either. One whose own tie is misspelt is told of that.
pub fn check_ties(dataset: &Dataset) -> Vec<Fault> {
    let mut faults = Vec::new();
    for record in &dataset.initiatives {
        for (i, tie) in record.related.iter().enumerate() {
            let mut records = dataset.initiatives.iter();
            let Some(other) = records.find(|other| other.id == tie.id) else {
                continue;
            };
            let Some(inverse) = inverse(dataset, tie) else {
                continue;
            };
            let is_back = |back: &&Relation| back.id == record.id && back.relation == inverse;
            let message = match other.related.iter().find(is_back) {
                Some(back) => unsourced(dataset, tie, back, other),
                None if dataset.has_tie_astray(&other.id) => None,
                None => Some(one_sided(dataset, record, inverse, other)),
            };
            let file = dataset.name_of(record);
            let fault = |message| Fault::new(file, format!("related[{i}]"), message);
            faults.extend(message.map(fault));
        }
    }
    faults
}

/// The relation by which the other record tells of a tie. An inverse that is none, or of another as well, is the
/// vocabulary's fault.
fn inverse<'a>(dataset: &'a Dataset, tie: &Relation) -> Option<&'a str> {
    let inverse = &dataset.vocabulary.relation(&tie.relation)?.inverse;
    let relations = dataset.vocabulary.relations.iter();
    let mut claims = relations.filter(|one| one.inverse == tie.relation);
    let is_only = claims.next()?.id == *inverse && claims.next().is_none();
    is_only.then_some(inverse)
}

fn one_sided(dataset: &Dataset, record: &Initiative, back: &str, other: &Initiative) -> String {
    let (id, file) = (&record.id, dataset.name_of(other));
    format!(
        "is told from this side alone; add {{\"id\": \"{id}\", \"relation\": \"{back}\"}} to {file}"
    )
}

/// What is said of a tie without a source; once, of the record whose id comes first.
fn unsourced(
    dataset: &Dataset,
    tie: &Relation,
    back: &Relation,
    other: &Initiative,
) -> Option<String> {
    let is_first = back.id < tie.id;
    let is_bare = tie.sources.is_empty() && back.sources.is_empty();
    (tie.is_typed() && is_bare && is_first).then(|| {
        format!(
            "has no source on either side; write the numbers of the `sources` that say so, here or in {}, or make its relation `{}`",
            dataset.name_of(other),
            Relation::RELATED
        )
    })
}
