//! Why a file as a whole cannot be used.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{FORMAT, Fault};

/// Why a file as a whole cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Error)]
pub enum Unreadable {
    /// It was written for a newer explorer, in this version of the format.
    #[error("the data has format {0}, newer than this explorer reads ({FORMAT})")]
    Newer(i64),
    /// It is a web page.
    #[error("a web page came in place of data")]
    WebPage,
    /// It is no JSON, or of another shape.
    #[error("{}", .0.first().map(ToString::to_string).unwrap_or_default())]
    Faulty(Vec<Fault>),
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Self {
        Self::Faulty(vec![fault])
    }
}

impl From<Vec<Fault>> for Unreadable {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faulty(faults)
    }
}
