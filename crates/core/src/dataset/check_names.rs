//! Records that cannot be told from another.

use std::collections::BTreeMap;

use super::{Dataset, Fault, Lang, Text};

/// Names and summaries that another record has as well, word by word: one of the two is a copy that was not rewritten.
pub fn check_names(dataset: &Dataset) -> Vec<Fault> {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        for record in &dataset.initiatives {
            let texts: [(&str, &Text); 2] = [("name", &record.name), ("summary", &record.summary)];
            for (key, text) in texts {
                let words = text.get(lang).trim();
                let owner = *owners.entry(words).or_insert(&record.id);
                if !words.is_empty() && owner != record.id {
                    let field = format!("{key}.{}", lang.tag());
                    let message =
                        format!("is that of `{owner}` as well; write what tells them apart");
                    faults.push(Fault::new(dataset.name_of(record), field, message));
                }
            }
        }
    }
    faults
}
