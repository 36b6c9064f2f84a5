//! Sums of money.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reader::read_fields;
use super::word::words;
use super::{PartialDate, Text};

words! {
    /// What a sum of money is, so that one does not take what was raised for a grant.
    pub enum AmountKind {
        /// Set aside for a purpose, to be spent over time.
        SetAside = "set-aside",
        /// Approved for a project or an applicant.
        Approved = "approved",
        /// Spent.
        Spent = "spent",
        /// Raised from investors or by an offer of shares.
        Raised = "raised",
        /// Announced as intended, without a decision.
        Planned = "planned",
        /// Given.
        Gift = "gift",
        /// What something costs, or is worth as a contract.
        Cost = "cost",
        /// Held: assets, a stake, a valuation.
        Holding = "holding",
    }
}

/// A sum of money.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Amount {
    /// Whole Hong Kong dollars, above zero.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(range(min = 1, max = 9_223_372_036_854_775_807_u64))
    )]
    pub hkd: u64,
    /// What kind of sum it is; absent in data of format 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AmountKind>,
    /// What the money is.
    pub what: Text,
    /// When: a year, a month or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Ids of the organisations that it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// Ids of the organisations that it goes to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// The sum that contains it, so that nothing is added up twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartOf>,
    /// Numbers of sources, from 1.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(length(min = 1), inner(range(min = 1)))
    )]
    pub sources: Vec<usize>,
}

/// A sum that contains another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct PartOf {
    /// The id of the record that has it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub id: String,
    /// Its number among the record's sums, from 1.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1)))]
    pub amount: usize,
}

read_fields!(Amount {
    hkd: "write whole Hong Kong dollars above zero",
    kind,
    what,
    date,
    from,
    to,
    part_of,
    sources
});

read_fields!(PartOf {
    id: "write the id of the record that has the sum",
    amount: "write the sum's number in its record, counted from 1"
});
