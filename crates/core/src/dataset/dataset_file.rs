//! A whole data set in one file.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::{Json, read_written};
use super::{FORMAT, Fault, Initiative, Unreadable, Vocabulary};

/// A whole data set in one file, as `?data=` takes it and as the build offers it for reuse.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct DatasetFile {
    /// The version of the format, [`FORMAT`].
    pub format: u32,
    /// Themes, kinds, organisations and whatever else records refer to.
    pub vocabulary: Vocabulary,
    /// The records.
    pub initiatives: Vec<Initiative>,
}

impl DatasetFile {
    /// The keys of its fields, in any version of the format.
    pub const FIELDS: [&str; 3] = ["format", "vocabulary", "initiatives"];

    /// Reads a data set by its shape alone: what the build has checked needs no second check.
    ///
    /// # Errors
    /// That it is no JSON, or where it is of another shape.
    pub fn read(file: &str, json: &str) -> Result<Self, Unreadable> {
        read_written(file, json)
    }
}

/// Passes a file of this format or an older one.
pub(super) fn known_format(file: &str, json: &Json<'_>) -> Result<(), Unreadable> {
    let Some(format) = json.get("format") else {
        return Err(missing(file, "format").into());
    };
    match format.as_i64() {
        None | Some(..1) => {
            let message = format!("is no version of the format; write {FORMAT}");
            Err(Fault::new(file, "format", message).into())
        }
        Some(format) if format > i64::from(FORMAT) => Err(Unreadable::Newer(format)),
        Some(_) => Ok(()),
    }
}

/// That a file lacks a part without which it is nothing.
pub(super) fn missing(file: &str, key: &str) -> Fault {
    Fault::new(
        file,
        "",
        format!("has no `{key}`; this is no data of the explorer's"),
    )
}
