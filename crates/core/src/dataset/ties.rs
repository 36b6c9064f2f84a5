//! Ties between records, which are told from both sides.

use super::{Dataset, Fault, Relation};

/// Every tie that the other record does not tell as well, in its own words. One whose own tie is misspelt is told of that.
pub fn check_ties(dataset: &Dataset) -> Vec<Fault> {
    let records = &dataset.initiatives;
    let mut faults = Vec::new();
    for record in records {
        for (i, tie) in record.related.iter().enumerate() {
            let other = records.iter().find(|other| other.id == tie.id);
            let inverse = dataset.vocabulary.relation(&tie.relation);
            let (Some(other), Some(inverse)) = (other, inverse) else {
                continue;
            };
            // An inverse that is none, or of another as well, is the vocabulary's fault.
            let relations = dataset.vocabulary.relations.iter();
            let claims = relations.filter(|one| one.inverse == tie.relation);
            let claims: Vec<&String> = claims.map(|one| &one.id).collect();
            if claims != [&inverse.inverse] {
                continue;
            }
            let back = Relation {
                id: record.id.clone(),
                relation: inverse.inverse.clone(),
            };
            if !other.related.contains(&back) && !dataset.has_tie_astray(&other.id) {
                let message = format!(
                    "is told from this side alone; add {{\"id\": \"{}\", \"relation\": \"{}\"}} to {}",
                    back.id,
                    back.relation,
                    dataset.name_of(other)
                );
                faults.push(Fault::new(
                    dataset.name_of(record),
                    format!("related[{i}]"),
                    message,
                ));
            }
        }
    }
    faults
}
