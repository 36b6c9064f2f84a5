//! Each class of fault is planted alone in data without one, and must be reported with its file, its field and what
//! would be right.

mod dates;
mod file;
mod ids;
mod repeats;
mod shape;
#[path = "../sound/mod.rs"]
mod sound;
mod sources;
mod sums;
mod texts;
mod vocabulary;

use explorer_core::dataset::Fault;
use serde_json::Value;

use sound::{
    ALPHA, BETA, VOCABULARY, alpha, assert_only, beta, faults, ids, planted, read, vocabulary,
    without,
};

/// That a record with this value in place of what the pointer leads to is left out, and the fault is told.
#[track_caller]
fn check(pointer: &str, fault: Value, field: &str, right: &str) {
    let records = [(ALPHA, planted(&alpha(), pointer, fault)), (BETA, beta())];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary that can be used");
    assert_eq!(ids(&dataset), ["beta"]);
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file != VOCABULARY)
        .collect();
    assert_only(&faults, ALPHA, field, right);
}

/// The same without what the pointer leads to.
#[track_caller]
fn check_without(pointer: &str, field: &str, right: &str) {
    let record = without(&alpha(), pointer).expect("a field");
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, record), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(ids(&dataset), ["beta"]);
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file != VOCABULARY)
        .collect();
    assert_only(&faults, ALPHA, field, right);
}

/// That a vocabulary with this value in it is faulty.
#[track_caller]
fn check_vocabulary(pointer: &str, fault: Value, field: &str, right: &str) {
    let vocabulary = planted(&vocabulary(), pointer, fault);
    let faults = faults(&vocabulary, &alpha());
    let faults: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.file == VOCABULARY)
        .collect();
    assert_only(&faults, VOCABULARY, field, right);
}
