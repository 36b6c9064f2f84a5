//! What is wrong with the data, said so that whoever wrote it can mend it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One fault: where it is, what is wrong and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Fault {
    /// The file, or the record where there is no file.
    pub file: String,
    /// The field, such as `milestones[2].date`; empty for the file as a whole.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
    /// Whether it is a hint: nothing is left out because of it, and a data set may well stay as it is.
    #[serde(default)]
    pub is_hint: bool,
}

impl Fault {
    /// A fault of a file, in a field.
    pub fn new(
        file: impl Into<String>,
        field: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            field: field.into(),
            message: message.into(),
            is_hint: false,
        }
    }

    /// The same as a hint.
    pub fn hint(self) -> Self {
        Self {
            is_hint: true,
            ..self
        }
    }
}

/// By what a data set is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standard {
    /// As the explorer's own: what the format asks for has to be there.
    #[default]
    Own,
    /// As somebody else's: what is there has to be right; what is missing, or of format 1, is a hint.
    Others,
}

impl Standard {
    /// What is a fault in the explorer's own data and a hint in somebody else's.
    pub(super) fn judge(self, fault: Fault) -> Fault {
        match self {
            Self::Own => fault,
            Self::Others => fault.hint(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            write!(f, "{}: {}", self.file, self.message)
        } else {
            write!(f, "{}: {}: {}", self.file, self.field, self.message)
        }
    }
}

/// The first characters of a text that may be of any length, for use within a sentence.
pub(super) fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(60).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}
