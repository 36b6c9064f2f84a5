//! Sums of money.

use explorer_core::dataset::{Dataset, Fault, check_aside, check_parts, check_sums};
use serde_json::{Value, json};

use crate::sound::{ALPHA, BETA, alpha, assert_only, beta, planted, read, vocabulary};
use crate::{check, check_without};

#[test]
fn amounts_are_whole_and_above_zero() {
    check(
        "/amounts/0/hkd",
        json!(0),
        "amounts[0].hkd",
        "write whole Hong Kong dollars above zero",
    );
    check(
        "/amounts/0/hkd",
        json!(-5),
        "amounts[0].hkd",
        "is below zero; write it without a sign",
    );
    check_without(
        "/amounts/0/hkd",
        "amounts[0].hkd",
        "is missing; write whole Hong Kong dollars above zero",
    );
    for (amount, right) in [
        (json!("5000000"), "write a whole number, without quotes"),
        (
            json!(1.5),
            "has decimals or an exponent; write a whole number",
        ),
        (json!(4_600_000.0), "has decimals or an exponent"),
        (json!(u64::MAX), "is out of range"),
        (json!(1e30), "is out of range"),
    ] {
        check("/amounts/0/hkd", amount, "amounts[0].hkd", right);
    }
    // To the dollar, beyond what a double can hold.
    let large = planted(&alpha(), "/amounts/0/hkd", json!(9_007_199_254_740_993_u64));
    let (dataset, faults) =
        read(&vocabulary(), &[(ALPHA, large), (BETA, beta())]).expect("a vocabulary");
    assert_eq!(faults, []);
    assert_eq!(dataset.initiatives[0].amounts[0].hkd, 9_007_199_254_740_993);
}

/// The whole data set with this value planted into its first record, which stays sound by itself.
fn whole(pointer: &str, fault: Value) -> Dataset {
    let records = [(ALPHA, planted(&alpha(), pointer, fault)), (BETA, beta())];
    let (dataset, faults) = read(&vocabulary(), &records).expect("a vocabulary");
    assert_eq!(faults, [], "{pointer}");
    dataset
}

/// What is found of sums in that data set.
fn whole_faults(pointer: &str, fault: Value) -> Vec<Fault> {
    check_sums(&whole(pointer, fault))
}

#[test]
fn a_sum_is_part_of_one_that_is_there_and_not_of_itself() {
    const PART_OF: &str = "/amounts/0/part_of";
    assert_eq!(whole_faults("/name/en", json!("Alpha")), []);
    for nowhere in [
        json!({ "id": "gamma", "amount": 1 }),
        json!({ "id": "beta", "amount": 2 }),
    ] {
        let faults = whole_faults(PART_OF, nowhere);
        assert_only(&faults, ALPHA, "amounts[0].part_of", "leads to no sum");
    }
    // A sum that only leads into a circle is not in it.
    let mut amounts = alpha()["amounts"].clone();
    let mut second = amounts[0].clone();
    second["what"] = alpha()["name"].clone();
    amounts[0]["part_of"] = json!({ "id": "alpha", "amount": 1 });
    second["part_of"] = json!({ "id": "alpha", "amount": 1 });
    amounts.as_array_mut().expect("a list").push(second);
    let faults = whole_faults("/amounts", amounts);
    assert_only(
        &faults,
        ALPHA,
        "amounts[0].part_of",
        "leads back to the sum itself",
    );
    let itself = json!({ "id": "alpha", "amount": 1 });
    let faults = whole_faults(PART_OF, itself);
    assert_only(
        &faults,
        ALPHA,
        "amounts[0].part_of",
        "leads back to the sum itself",
    );
}

#[test]
fn a_part_is_no_larger_than_its_whole() {
    let told = |hkd: u64| check_parts(&whole("/amounts/0/hkd", json!(hkd)));
    assert_eq!(told(9_000_000), []);
    assert_only(
        &told(9_000_001),
        ALPHA,
        "amounts[0].hkd",
        "is 9000001, more than the 9000000 that it is part of",
    );
    // Parts that are too much only together may be told wrongly, or overlap.
    let mut two = alpha()["amounts"].clone();
    let mut second = two[0].clone();
    second["what"] = alpha()["name"].clone();
    two.as_array_mut().expect("a list").push(second);
    let faults = check_parts(&whole("/amounts", two));
    let right = "is 9000000, less than its parts together, 10000000";
    assert_only(&faults, BETA, "amounts[0].hkd", right);
    assert!(faults[0].is_hint);
}

#[test]
fn a_sum_in_a_text_is_one_of_the_record_or_was_put_aside() {
    // The record has a sum of 5,000,000 and puts aside the 3,000 of its summary.
    let told = |words: &str| check_aside(&whole("/facts/0/text/en", json!(words)));
    for held in [
        "HK$5 million",
        "HK$5,000,000, or HK$3,000.",
        "HK$24.05 a share, or HK$",
        "HK$0, HK$6–7 million, HK$6 to 7 million or HK$6m",
    ] {
        assert_eq!(told(held), [], "{held}");
    }
    for (words, hkd) in [
        ("HK$6 million", 6_000_000_u64),
        ("HK$2.345 billion", 2_345_000_000),
        ("HK$1 trillion", 1_000_000_000_000),
        ("HK$5", 5),
        ("HK$40,000", 40_000),
    ] {
        let faults = told(&format!("It cost {words}, they say."));
        let right = format!("names {words}, which is no sum of the record");
        assert_only(&faults, ALPHA, "facts[0].text.en", &right);
        let right = format!("or {hkd} to `aside`");
        assert_only(&faults, ALPHA, "facts[0].text.en", &right);
        assert!(faults[0].is_hint);
    }
    let unnamed = check_aside(&whole("/summary/en", json!("A centre.")));
    assert_only(
        &unnamed,
        ALPHA,
        "aside[0]",
        "is named in no English summary",
    );
    let mut both = whole("/summary/en", json!("A centre for HK$5 million."));
    both.initiatives[0].aside = vec![5_000_000];
    let both = check_aside(&both);
    assert_only(&both, ALPHA, "aside[0]", "is in `amounts` as well");
    check("/aside/0", json!(0), "aside[0]", "is 0");
}
