//! A whole data set in one file.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::json::{Json, read_written};
use super::{FORMAT, Fault, Initiative, PartialDate, Unreadable, Vocabulary};

/// A whole data set in one file, as `?data=` takes it and as the build offers it for reuse.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct DatasetFile {
    /// Where it comes from, for whoever has nothing but the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Provenance>,
    /// The version of the format, [`FORMAT`].
    pub format: u32,
    /// Themes, kinds, organisations and whatever else records refer to.
    pub vocabulary: Vocabulary,
    /// The records.
    pub initiatives: Vec<Initiative>,
}

/// Where a file comes from. Nothing that is shown follows from it, so nobody judges it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Provenance {
    /// The title of the explorer.
    pub title: String,
    /// The day of the data.
    pub updated: PartialDate,
    /// The licence under which they may be used, in a word or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The licence's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence_url: Option<String>,
    /// The address of the view that shows the same, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
    /// How many records there are.
    pub count: usize,
}

impl DatasetFile {
    /// The keys of its fields, in any version of the format.
    pub const FIELDS: [&str; 4] = ["about", "format", "vocabulary", "initiatives"];

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
