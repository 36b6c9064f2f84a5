//! The explorer's own data, read as the build reads it.

use explorer_core::dataset::{Dataset, Fault};

use crate::files;

const VOCABULARY: &str = "public/data/vocabulary.json";

/// The data set, with what the checker has to say of it, hints apart.
pub fn dataset() -> (Dataset, Vec<Fault>) {
    let (vocabulary, records) = (files::read(VOCABULARY), files::initiatives());
    let records = records
        .iter()
        .map(|(file, text)| (file.as_str(), text.as_str()));
    let (dataset, mut faults) =
        Dataset::read((VOCABULARY, &vocabulary), records).expect("a vocabulary");
    faults.retain(|fault| !fault.is_hint);
    (dataset, faults)
}
